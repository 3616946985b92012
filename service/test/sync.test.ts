// Following the rooms of another PostgreSQL: what comes in, as of when it counts, and what happens when things go wrong on the way.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import pg from 'pg';
import type { Database, OwnerDatabase } from '../src/db/database.ts';
import { SyncRefused, SyncStopped } from '../src/sync/errors.ts';
import { runSync } from '../src/sync/run-sync.ts';
import { passSummary } from '../src/sync/summary.ts';
import type { PassResult } from '../src/sync/sync-pass.ts';
import { derived, newOrganization, outcomesOf } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { fingerprint, roomsOf } from './import-setting.ts';
import { CLOSES, configOf, MAPPING, Relay, SyncSource, until } from './sync-source.ts';

const OVERLAP = 300;

const aborted = (): AbortSignal => AbortSignal.abort();

/** The rows of a pass by kind: read, changed, deleted, rejected. */
const numbersOf = ({ tables }: PassResult, kind: 'rooms' | 'activity' | 'closes'): number[] => {
  const { read, changed, deleted, rejected } = tables.get(kind)!;
  return [read, changed, deleted, rejected];
};

eachDatabase('sync', (open) => {
  let database: Database;
  let owner: OwnerDatabase;
  before(async () => {
    database = await open();
    owner = database.owner;
  });

  /** An organization that alone is followed, because others in the database are of other tests. */
  async function followed(): Promise<{ id: string; config: ReturnType<typeof configOf> }> {
    const id = await newOrganization(database);
    return { id, config: configOf({ ...MAPPING, organizations: { [id]: id } }) };
  }
  const asOf = async (id: string): Promise<string | null> =>
    (await owner.query<{ as_of: string | null }>('select as_of from organizations where id = $1', [id]))[0]!.as_of;
  const rejectsOf = (id: string): Promise<unknown[]> =>
    owner.query('select kind, id, column_name, reason from sync_rejects where organization_id = $1 order by kind, id', [id]);

  test('brings rooms and logs in under their own names, counts them, and changes nothing when nothing changed', async () => {
    await using source = await SyncSource.open();
    const { id, config } = await followed();
    await source.put({ number: 1, company: id });
    await source.put({ number: 2, company: id, customer: 'budi', resolved: null, how: null, agent: 7, changed: '2026-10-09T00:00:00.123456Z' });
    await source.run(`insert into logs values (1, $1, 3, 2, null, '2026-10-05T12:00:00Z')`, [id]);
    const first = await source.pass(owner, { config });
    assert.deepEqual([numbersOf(first, 'rooms'), numbersOf(first, 'activity'), first.counted], [[2, 2, 0, 0], [1, 1, 0, 0], 1]);
    const [one, two] = await roomsOf(database, id);
    assert.deepEqual(
      [one!['id'], one!['channel'], one!['closed_at'], one!['is_test'], one!['initiated_by']],
      ['1', 'whatsapp', '2026-10-05T12:00:00Z', false, null],
    );
    assert.deepEqual([two!['assign_channel_agent_id'], two!['updated_at']], ['7', '2026-10-09T00:00:00.123456Z']);
    assert.deepEqual(await outcomesOf(owner, id), { '1': 'stayed_solved', '2': 'still_open' });
    assert.equal(await asOf(id), '2026-10-09T00:00:00.123456Z');
    const known = [await derived(owner, id), await owner.query('select revision from organizations where id = $1', [id])];
    const second = await source.pass(owner, { config });
    assert.deepEqual([numbersOf(second, 'rooms'), second.counted], [[0, 0, 0, 0], 0]);
    assert.deepEqual([await derived(owner, id), await owner.query('select revision from organizations where id = $1', [id])], known);
  });

  test('tells of closing reasons that are misspelled, without their words', async () => {
    await using source = await SyncSource.open();
    const { id, config } = await followed();
    for (const [i, how] of ['RESOLVE_AI', 'resolve_ai', 'Resolve AI'].entries()) await source.put({ number: i + 1, company: id, how });
    const summary = passSummary(await source.pass(owner, { config }))!;
    assert.match(summary, /^rooms: 3 rows read, 3 changed, 2 with a misspelled closed_reason \(see docs\/sync\.md\); /);
  });

  test('finds rows that are committed late, and reads the overlap again without changing anything', async () => {
    await using source = await SyncSource.open();
    const { id, config } = await followed();
    const writer = new pg.Client({ connectionString: source.url });
    await writer.connect();
    await writer.query('begin');
    // its last change lies a minute back when it is committed
    const late = `insert into "Rooms" select 1, $1::uuid, 'rina', 'WhatsApp', 'x', now(), now(), null, null, null, false, now() - interval '1 minute', null`;
    await writer.query(late, [id]);
    await source.run(late.replace(`select 1`, 'select 2').replace(`interval '1 minute'`, `interval '1 second'`), [id]);
    assert.deepEqual(numbersOf(await source.pass(owner, { config }), 'rooms'), [1, 1, 0, 0]);
    await writer.query('commit');
    await writer.end();
    assert.deepEqual(numbersOf(await source.pass(owner, { config }), 'rooms'), [2, 1, 0, 0]);
    assert.deepEqual(numbersOf(await source.pass(owner, { config }), 'rooms'), [2, 0, 0, 0]);
    // nothing that may still be committed lies before the moment as of which chats are judged
    assert.equal(await asOf(id), null);
    await source.put({ number: 3, company: id, created: '2026-10-05T11:50:00Z', changed: new Date(Date.now() - (OVERLAP + 60) * 1000).toISOString() });
    await source.pass(owner, { config: { ...config, overlapSeconds: OVERLAP } });
    assert.equal(await asOf(id), null, 'behind the watermark: only a pass over everything would find it');
    await source.pass(owner, { config, reconcile: true });
    assert.ok(Date.parse((await asOf(id))!) <= Date.now() - OVERLAP * 1000);
  });

  test('goes on with the very next row when it was stopped inside a pass, also among thousands of one moment', async () => {
    await using source = await SyncSource.open();
    const { id, config } = await followed();
    const many = `insert into "Rooms" select i, $1::uuid, 'c' || i, 'WhatsApp', null, '2026-10-05T11:50:00Z', '2026-10-05T11:50:00Z', '2026-10-05 12:00:00', 'RESOLVE_AI', null, false, '2026-10-05T12:00:00Z', null from generate_series(1, 11000) i`;
    await source.run(many, [id]);
    assert.deepEqual(numbersOf(await source.pass(owner, { config, signal: aborted() }), 'rooms'), [5000, 5000, 0, 0]);
    assert.equal(await asOf(id), null);
    assert.deepEqual(numbersOf(await source.pass(owner, { config, signal: aborted() }), 'rooms'), [5000, 5000, 0, 0]);
    const last = await source.pass(owner, { config });
    assert.deepEqual([numbersOf(last, 'rooms'), last.counted], [[1000, 1000, 0, 0], 1]);
    assert.equal((await roomsOf(database, id)).length, 11_000);
  });

  test('killed at any point, it ends where an unbroken pass ends', async () => {
    /** Two pages of rooms, now and then one that cannot be taken, and a page of logs. */
    const fill = async (source: SyncSource, id: string): Promise<void> => {
      await source.run(
        `insert into "Rooms"
         select i, $1::uuid, 'c' || i % 700, 'WhatsApp', 't' || i % 3, case when i % 900 = 0 then null else '2026-10-05T11:50:00Z'::timestamptz end,
           '2026-10-05T11:50:00Z'::timestamptz + make_interval(mins => i), '2026-10-05 12:00:00'::timestamp + make_interval(mins => i), 'RESOLVE_AI', nullif(i % 4, 0),
           i % 50 = 0, '2026-10-05T12:00:00Z'::timestamptz + make_interval(mins => i), null
         from generate_series(1, 6000) i`,
        [id],
      );
      await source.run(`insert into logs select i, $1::uuid, i % 3, 2, null, '2026-10-05T12:00:00Z' from generate_series(1, 2000) i`, [id]);
    };
    const everything = async (id: string): Promise<string> => {
      const stored = [await roomsOf(database, id), await derived(owner, id), await rejectsOf(id), await asOf(id)];
      return fingerprint(JSON.stringify(stored).replaceAll(id, ''));
    };
    await using source = await SyncSource.open();
    await using another = await SyncSource.open();
    const [broken, unbroken] = [await followed(), await followed()];
    await fill(source, broken.id);
    await fill(another, unbroken.id);
    await another.pass(owner, { config: unbroken.config });
    let kills = 0;
    const dying = new DyingOwner(owner, () => kills++);
    for (let done = false; !done;) {
      done = await source.pass(dying, { config: broken.config }).then(
        () => true,
        (error: unknown) => {
          assert.match(String(error), /killed/);
          return false;
        },
      );
    }
    assert.ok(kills >= 4, `${kills} kills`);
    assert.equal((await rejectsOf(broken.id)).length, 6);
    assert.equal(await everything(broken.id), await everything(unbroken.id));
  });

  test('a row that cannot be taken is noted and stops nothing; mended, it comes in', async () => {
    await using source = await SyncSource.open();
    const { id, config } = await followed();
    await source.put({ number: 1, company: id });
    await source.put({ number: 2, company: id, created: null });
    await source.put({ number: 3, company: id, resolved: 'infinity' });
    await source.put({ number: 4, company: id, customer: 'x'.repeat(600) });
    const first = await source.pass(owner, { config });
    assert.deepEqual(numbersOf(first, 'rooms'), [4, 1, 0, 3]);
    assert.deepEqual(await rejectsOf(id), [
      { kind: 'rooms', id: '2', column_name: 'created_at', reason: 'is missing' },
      { kind: 'rooms', id: '3', column_name: 'closed_at', reason: 'is not a time like 2026-10-01T08:12:33Z or 2026-10-01 08:12:33+07' },
      { kind: 'rooms', id: '4', column_name: 'contact_id', reason: 'is longer than 512 characters' },
    ]);
    const now = new Date().toISOString();
    await source.put({ number: 2, company: id, changed: now });
    assert.deepEqual(numbersOf(await source.pass(owner, { config }), 'rooms'), [1, 1, 0, 0]);
    assert.equal((await rejectsOf(id)).length, 2);
  });

  test('a row that only the database refuses is found among all others', async () => {
    await using source = await SyncSource.open();
    const { id, config } = await followed();
    const poison = randomUUID();
    await owner.query(`alter table rooms add constraint poison check (contact_id <> '${poison}') not valid`);
    try {
      for (let number = 1; number <= 40; number++) await source.put({ number, company: id, customer: number === 7 || number === 32 ? poison : 'rina' });
      assert.deepEqual(numbersOf(await source.pass(owner, { config }), 'rooms'), [40, 38, 0, 2]);
      const refused = { kind: 'rooms', column_name: null, reason: 'cannot be stored (SQLSTATE 23514)' };
      assert.deepEqual(await rejectsOf(id), [
        { ...refused, id: '32' },
        { ...refused, id: '7' },
      ]);
    } finally {
      await owner.query('alter table rooms drop constraint poison');
    }
  });

  test('follows the organizations that it knows, tells of others, and reads a new one from its beginning', async () => {
    await using source = await SyncSource.open();
    const [one, two, stranger] = [await followed(), await newOrganization(database), randomUUID()];
    const later = randomUUID();
    const config = configOf({ ...MAPPING, organizations: { [one.id]: one.id, [two]: two, [later]: later } });
    for (const [number, company] of [one.id, two, stranger, stranger, later].entries()) await source.put({ number, company });
    const told: string[] = [];
    assert.deepEqual(numbersOf(await source.pass(owner, { config, tell: (line) => told.push(line) }), 'rooms'), [2, 2, 0, 0]);
    assert.deepEqual(told, [
      '1 organizations of the configuration are not known here, and not followed. Create them with npm run import -- --create.',
      'rooms: closed_at without a time zone: read as UTC.',
      'rooms: 3 rows of 2 organizations that are not followed are left out.',
    ]);
    await owner.query(`insert into organizations (id, name, time_zone) values ($1, 'Toko Baru', 'Asia/Jakarta')`, [later]);
    assert.deepEqual(numbersOf(await source.pass(owner, { config }), 'rooms'), [1, 1, 0, 0]);
    assert.deepEqual(await outcomesOf(owner, later), { '4': 'checking' });
    // a quiet organization is judged as of what its neighbours in the same tables are known to have done since
    await source.put({
      number: 9,
      company: two,
      created: '2026-10-20T00:00:00Z',
      wrote: '2026-10-20T00:00:00Z',
      resolved: null,
      changed: new Date().toISOString(),
    });
    await source.pass(owner, { config, reconcile: true });
    assert.deepEqual([await asOf(one.id), await asOf(two)], ['2026-10-20T00:00:00Z', '2026-10-20T00:00:00Z']);
    assert.deepEqual(await outcomesOf(owner, later), { '4': 'stayed_solved' });
  });

  test('takes out what the source marks as deleted, and with --reconcile what is gone from it', async () => {
    await using source = await SyncSource.open();
    const { id, config } = await followed();
    for (const number of [1, 2, 3]) await source.put({ number, company: id, customer: `c${number}` });
    await source.pass(owner, { config });
    const now = new Date().toISOString();
    await source.put({ number: 1, company: id, removed: now, changed: now });
    await source.run('delete from "Rooms" where number = 2');
    // somebody set it right without saying that it changed
    await source.run(`update "Rooms" set how = 'RESOLVE', agent = 5 where number = 3`);
    assert.deepEqual(numbersOf(await source.pass(owner, { config }), 'rooms'), [1, 0, 1, 0]);
    assert.deepEqual(Object.keys(await outcomesOf(owner, id)), ['2', '3']);
    assert.deepEqual(numbersOf(await source.pass(owner, { config, reconcile: true }), 'rooms'), [2, 1, 1, 0]);
    assert.deepEqual(await outcomesOf(owner, id), { '3': 'human_only' });
    await source.put({ number: 1, company: id, removed: null, changed: new Date().toISOString() });
    assert.deepEqual(numbersOf(await source.pass(owner, { config }), 'rooms'), [1, 1, 0, 0]);
  });

  test('does not believe that most of an organization was deleted', async () => {
    await using source = await SyncSource.open();
    const { id, config } = await followed();
    await source.run(
      `insert into "Rooms" select i, $1::uuid, 'c', 'WhatsApp', null, '2026-10-05T11:50:00Z', null, null, null, null, false, '2026-10-05T12:00:00Z', null from generate_series(1, 150) i`,
      [id],
    );
    await source.pass(owner, { config });
    await source.run('delete from "Rooms" where number > 10');
    await assert.rejects(
      source.pass(owner, { config, reconcile: true }),
      (error: unknown) => error instanceof SyncRefused && /lacks 140 of 150 rooms/.test(error.message),
    );
    assert.equal((await roomsOf(database, id)).length, 150);
    assert.deepEqual(numbersOf(await source.pass(owner, { config, reconcile: true, deleteMany: true }), 'rooms'), [10, 0, 140, 0]);
    assert.equal((await roomsOf(database, id)).length, 10);
  });

  test('rebuilds the chats of rooms that are used again, when closes are mapped', async () => {
    await using source = await SyncSource.open();
    const { id } = await followed();
    const config = configOf({ ...MAPPING, closes: CLOSES, organizations: { [id]: id } });
    const [first, second] = ['2026-10-05T11:50:00Z', '2026-10-06T11:50:00Z'];
    await source.put({ number: 1, company: id, wrote: second, resolved: null, how: null, changed: second });
    await source.run(`insert into closings values (1, $1, '2026-10-05T12:00:00Z', 'RESOLVE_AI', null, $2, '2026-10-05T12:00:00Z')`, [id, first]);
    await source.pass(owner, { config });
    const id1 = '1@2026-10-05T11:50:00.000000Z';
    const id2 = '1@2026-10-06T11:50:00.000000Z';
    assert.deepEqual(await outcomesOf(owner, id), { [id1]: 'checking', [id2]: 'still_open' });
    const now = new Date().toISOString();
    await source.run(`insert into closings values (1, $1, '2026-10-06T12:00:00Z', 'RESOLVE', 7, $2, $3)`, [id, second, now]);
    await source.put({ number: 2, company: id, created: '2026-10-20T00:00:00Z', wrote: '2026-10-20T00:00:00Z', resolved: null, customer: 'x', changed: now });
    await source.pass(owner, { config, reconcile: true });
    assert.deepEqual(await outcomesOf(owner, id), { [id1]: 'came_back', [id2]: 'human_only', '2@2026-10-20T00:00:00.000000Z': 'still_open' });
    await source.run('delete from "Rooms" where number = 1');
    await source.run('delete from closings');
    await source.pass(owner, { config, reconcile: true });
    assert.deepEqual(await outcomesOf(owner, id), { '2@2026-10-20T00:00:00.000000Z': 'still_open' });
  });

  test('of two processes that follow the same source at once, one stops and says so', async () => {
    await using source = await SyncSource.open();
    const { id, config } = await followed();
    for (const number of [1, 2]) await source.put({ number, company: id });
    // the other one reads and writes between the reading and the writing of this one
    let other: Promise<unknown> | null = null;
    const overtaken: OwnerDatabase = {
      tidy: (tables) => owner.tidy(tables),
      query: (sql, values) => owner.query(sql, values),
      transaction: async (work) => {
        other ??= source.pass(owner, { config });
        await other;
        return owner.transaction(work);
      },
    };
    await assert.rejects(
      source.pass(overtaken, { config }),
      (error: unknown) => error instanceof SyncStopped && /another process follows the same source/.test(error.message),
    );
    assert.equal((await roomsOf(database, id)).length, 2);
    assert.deepEqual(numbersOf(await source.pass(owner, { config }), 'rooms'), [0, 0, 0, 0]);
  });

  test('passes over none of many rows that share organization, room and moment', async () => {
    await using source = await SyncSource.open();
    const { id, config } = await followed();
    await source.run(`insert into logs select 1, $1::uuid, i, null, null, '2026-10-05T12:00:00Z' from generate_series(1, 5500) i`, [id]);
    assert.deepEqual(numbersOf(await source.pass(owner, { config }), 'activity'), [5500, 1, 0, 0]);
  });

  test('goes on by itself when the source was away, and ends when it is asked to', async () => {
    await using source = await SyncSource.open();
    await using relay = await Relay.to(source.url);
    const { id, config } = await followed();
    const told: string[] = [];
    const stop = new AbortController();
    const running = runSync(
      { once: false, reconcile: false, deleteMany: false },
      { owner, url: relay.url, config: { ...config, pollSeconds: 0.02 }, tell: (line) => told.push(line), signal: stop.signal },
    );
    await source.put({ number: 1, company: id });
    await until(() => told.some((line) => line.startsWith('rooms: 1 rows read, 1 changed; reports of 1 organization counted as of 2026-10-05T12:00:00Z')));
    await relay.cut();
    await until(() => told.some((line) => /^Could not reach the source( \(\w+\))?\. Is it running/.test(line)));
    await source.put({ number: 2, company: id, changed: new Date().toISOString() });
    await relay.mend();
    await until(() => told.includes('The source answers again.') && told.some((line) => line.startsWith('rooms: 1 rows read, 1 changed')));
    stop.abort();
    await running;
    assert.equal((await roomsOf(database, id)).length, 2);
    assert.equal(told.filter((line) => line.startsWith('Could not')).length, 1, 'said once, however often it was tried');
    await relay.cut();
    await assert.rejects(
      runSync({ once: true, reconcile: false, deleteMany: false }, { owner, url: relay.url, config, tell: () => {}, signal: new AbortController().signal }),
      /^SourceAway: Could not reach the source/,
    );
  });

  test('says everything that does not fit the tables of the source', async () => {
    await using source = await SyncSource.open();
    const { id } = await followed();
    const { rooms, activity } = MAPPING;
    const refusal = async (file: object): Promise<string> => {
      const error = await source.pass(owner, { config: configOf(file) }).catch((reason: unknown) => reason);
      assert.ok(error instanceof SyncRefused, String(error));
      assert.match(error.message, /^Could not follow the source:\n( {2}[^\n]+\.\n?)+$/);
      return error.message;
    };
    const mapped = (columns: object): object => ({ rooms: { ...rooms, columns: { ...rooms.columns, ...columns } } });
    assert.match(await refusal({ rooms: { ...rooms, table: 'chats' } }), /rooms\.table: there is no table "chats" in the source\.$/m);
    assert.match(await refusal({ rooms: { ...rooms, table: 'a; drop table x' } }), /rooms\.table: there is no table "a; drop table x"/);
    assert.match(await refusal(mapped({ topic: 'topik"' })), /rooms\.columns\.topic: the table has no column "topik\\""\.$/m);
    const wrong = await refusal({
      ...mapped({ closed_at: 'how', topic: 'changed', deleted_at: 'agent' }),
      activity: { ...activity, columns: { ...activity.columns, turns: 'company' } },
    });
    assert.match(wrong, /rooms\.columns\.closed_at: "how" is text; a time must be timestamp with or without time zone\./);
    assert.match(wrong, /rooms\.columns\.topic: "changed" is timestamp with time zone; a text must be/);
    assert.match(wrong, /rooms\.columns\.deleted_at: "agent" is integer; it must be boolean or a time\./);
    assert.match(wrong, /activity\.columns\.turns: "company" is uuid; a number must be numeric\./);
    assert.match(await refusal(mapped({ organization_id: 'number' })), /organization_id is bigint, which holds none of our ids\. Say in organizations/);
    assert.match(await refusal({ ...mapped({}), organizations: { toko: id } }), /organizations: a name in it is no uuid/);
    await source.run(`alter table "Rooms" add column secret text; create role impact_sync_reader login password 'reader'`);
    try {
      await source.run(
        `grant select (number, company, customer, kind, subject, created, wrote, resolved, how, agent, test, changed, removed) on "Rooms" to impact_sync_reader`,
      );
      const url = new URL(source.url);
      [url.username, url.password] = ['impact_sync_reader', 'reader'];
      await assert.rejects(source.pass(owner, { url: url.href, config: configOf(mapped({ topic: 'secret' })) }), /"secret" may not be read\. Grant select/);
      await source.pass(owner, { url: url.href, config: configOf({ rooms, organizations: { [id]: id } }) });
    } finally {
      await source.run('drop owned by impact_sync_reader; drop role impact_sync_reader');
    }
  });
});

/** An owner whose process is killed again and again: one transaction fails before it is committed, the next one after, the third goes through. */
class DyingOwner implements OwnerDatabase {
  readonly #owner: OwnerDatabase;
  readonly #onKill: () => void;
  #next: 'before' | 'after' | 'never' = 'before';

  constructor(owner: OwnerDatabase, onKill: () => void) {
    this.#owner = owner;
    this.#onKill = onKill;
  }

  query: OwnerDatabase['query'] = (sql, values) => this.#owner.query(sql, values);

  tidy: OwnerDatabase['tidy'] = (tables) => this.#owner.tidy(tables);

  transaction: OwnerDatabase['transaction'] = async (work) => {
    const kill = this.#next;
    this.#next = kill === 'before' ? 'after' : kill === 'after' ? 'never' : 'before';
    const die = (): never => {
      this.#onKill();
      throw new Error('killed');
    };
    const result = await this.#owner.transaction(async (tx) => {
      const done = await work(tx);
      return kill === 'before' ? die() : done;
    });
    return kill === 'after' ? die() : result;
  };
}
