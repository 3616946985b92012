// What `npm run rebuild` does, and what it leaves alone.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import type { Database } from '../src/db/database.ts';
import { DatabaseAway } from '../src/db/errors.ts';
import { WrongUsage } from '../src/import/errors.ts';
import { Progress } from '../src/import/progress.ts';
import { migrate } from '../src/db/migrate.ts';
import { readRebuildOptions, type RebuildOptions } from '../src/rebuild/options.ts';
import { type Rebuilt, runRebuild } from '../src/rebuild/run-rebuild.ts';
import { rebuildSummary } from '../src/rebuild/summary.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, derived, HOUR, later, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';

const LATE = after(60 * 24 * HOUR);

async function rebuild(
  { owner }: Pick<Database, 'owner'>,
  options: Partial<RebuildOptions> = {},
  signal = new AbortController().signal,
): Promise<Rebuilt & { said: string }> {
  let said = '';
  const write = (text: string): boolean => Boolean((said += text));
  const progress = new Progress({ isTTY: false, write } as ConstructorParameters<typeof Progress>[0]);
  return { ...(await runRebuild({ organizationId: null, after: null, ...options }, { owner, progress, signal })), said };
}

eachDatabase('rebuild', (open) => {
  let database: Database;
  before(async () => {
    database = await open();
  });

  /** An organization with two counted chats, one of which came back. */
  async function counted(on = database): Promise<string> {
    const organization = await newOrganization(on);
    await putChats(on.owner, organization, [chat('e'), later('f', HOUR)]);
    await refreshOrganization(on.owner, organization, { asOf: LATE });
    return organization;
  }

  const corrupt = async (organization: string): Promise<void> => {
    await database.owner.query('update daily_counts set came_back = 7, turns[1] = 3 where organization_id = $1', [organization]);
    await database.owner.query(`update trend_counts set judged = 9 where organization_id = $1`, [organization]);
    await database.owner.query(`update episode_outcomes set outcome = 'stayed_solved' where organization_id = $1 and id = 'e'`, [organization]);
  };

  const revisionsOf = (organization: string): Promise<unknown[]> =>
    database.owner.query('select * from period_revisions where organization_id = $1 order by dimension, key, from_day, unit, revision', [organization]);

  test('puts right what was changed by hand, and keeps what is frozen', async () => {
    const organization = await counted();
    const [right, frozen] = [await derived(database.owner, organization), await revisionsOf(organization)];
    assert.ok(frozen.length > 0);
    await corrupt(organization);
    assert.notDeepEqual(await derived(database.owner, organization), right);
    const rebuilt = await rebuild(database, { organizationId: organization });
    assert.deepEqual({ ...rebuilt, said: '' }, { counted: 1, chats: 2, waiting: 0, failed: [], left: 0, last: organization, said: '' });
    assert.deepEqual(await derived(database.owner, organization), right);
    assert.deepEqual(await revisionsOf(organization), frozen, 'no revision without a difference');
  });

  test('makes a further revision where final figures differ', async () => {
    const organization = await counted();
    const frozen = await revisionsOf(organization);
    // As no program of ours does it: nothing is marked as changed.
    await database.owner.query(`update rooms set assign_channel_agent_id = 'a1' where organization_id = $1 and id = 'e'`, [organization]);
    await rebuild(database, { organizationId: organization });
    const now = (await revisionsOf(organization)) as { revision: number; handed_over: number }[];
    assert.ok(now.length > frozen.length);
    assert.ok(now.some(({ revision, handed_over }) => revision === 2 && handed_over === 1));
  });

  test('a report that loses its last chat is another report', async () => {
    const organization = await counted();
    const revision = async (): Promise<unknown> => (await database.owner.query('select revision from organizations where id = $1', [organization]))[0];
    const before = await revision();
    await database.owner.query('delete from rooms where organization_id = $1', [organization]);
    await rebuild(database, { organizationId: organization });
    assert.deepEqual((await derived(database.owner, organization)).counts, []);
    // Otherwise the ETag would still be that of the report with chats.
    assert.notDeepEqual(await revision(), before);
  });

  test('counts what an import has left waiting, and nothing before the first one has finished', async () => {
    const [organization, fresh] = [await counted(), await newOrganization(database)];
    for (const id of [organization, fresh]) await putChats(database.owner, id, [chat('e', { assign_channel_agent_id: 'a1' })]);
    assert.equal((await rebuild(database, { organizationId: organization })).counted, 1);
    assert.equal((await rebuild(database, { organizationId: fresh })).waiting, 1);
    const fromScratch = await derived(database.owner, organization);
    await refreshOrganization(database.owner, organization);
    assert.deepEqual(await derived(database.owner, organization), fromScratch);
    await refreshOrganization(database.owner, fresh, { asOf: LATE });
    assert.equal((await derived(database.owner, fresh)).outcomes.length, 1, 'its chats still wait');
  });

  test('refuses an organization that is not there', async () => {
    await assert.rejects(rebuild(database, { organizationId: randomUUID() }), WrongUsage);
  });

  test('one that fails is told, and the others are counted; a run can stop and go on', async () => {
    const own = await open.fresh();
    try {
      await migrate(own.owner);
      const organizations = [await counted(own), await counted(own), await counted(own)].sort();
      const [first, second, third] = organizations as [string, string, string];
      await own.owner.query(`update organizations set time_zone = 'Mars/Olympus' where id = $1`, [second]);
      const before = await derived(own.owner, second);

      const { said, ...all } = await rebuild(own);
      assert.deepEqual(all, { counted: 2, chats: 4, waiting: 0, failed: [second], left: 0, last: third });
      assert.match(said, new RegExp(`^Could not count organization ${second}, which keeps the figures it had\\. It is a fault`, 'm'));
      assert.doesNotMatch(said, /Mars/, 'a message of the database can quote a row');
      assert.deepEqual(await derived(own.owner, second), before);

      const controller = new AbortController();
      const stopping = {
        ...own.owner,
        transaction: <T>(work: Parameters<typeof own.owner.transaction<T>>[0]) => (controller.abort(), own.owner.transaction(work)),
      };
      const stopped = await rebuild({ owner: stopping }, {}, controller.signal);
      assert.deepEqual([stopped.counted, stopped.left, stopped.last], [1, 2, first]);
      assert.match(
        rebuildSummary(stopped, 1).join('\n'),
        new RegExp(`^Stopped before 2 organizations\\. Go on with: npm run rebuild -- --after ${first}$`, 'm'),
      );
      const rest = await rebuild(own, { after: first });
      assert.deepEqual([rest.counted, rest.failed, rest.left], [1, [second], 0]);
    } finally {
      await own.close();
    }
  });

  test('ends when the database is gone', async () => {
    const organization = await counted();
    let gone = false;
    const away = {
      tidy: (tables: readonly string[]) => database.owner.tidy(tables),
      query: <Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> =>
        gone ? Promise.reject(new DatabaseAway('Could not reach the database: gone. Try again later.')) : database.owner.query<Row>(sql, values),
      transaction: () => {
        gone = true;
        return Promise.reject(new DatabaseAway('Could not reach the database: gone. Try again later.'));
      },
    };
    await assert.rejects(rebuild({ owner: away }, { organizationId: organization }), DatabaseAway);
  });

  if (open.kind === 'PostgreSQL') {
    test('readers see the old figures until all new ones are there', async () => {
      const organization = await counted();
      const right = await derived(database.owner, organization);
      await corrupt(organization);
      const old = await derived(database.owner, organization);
      let meanwhile: unknown;
      const looking = {
        ...database.owner,
        transaction: <T>(work: Parameters<typeof database.owner.transaction<T>>[0]) =>
          database.owner.transaction(async (tx) => {
            const done = await work(tx);
            meanwhile = await derived(database.owner, organization);
            return done;
          }),
      };
      await rebuild({ owner: looking }, { organizationId: organization });
      assert.deepEqual(meanwhile, old);
      assert.deepEqual(await derived(database.owner, organization), right);
    });

    test('changes that come in while it counts are not lost', async () => {
      const organization = await counted();
      await Promise.all([
        rebuild(database, { organizationId: organization }),
        putChats(database.owner, organization, [chat('e', { assign_channel_agent_id: 'a1' })]),
        refreshOrganization(database.owner, organization),
        rebuild(database, { organizationId: organization }),
      ]);
      await refreshOrganization(database.owner, organization);
      const left = await derived(database.owner, organization);
      await rebuild(database, { organizationId: organization });
      assert.deepEqual(await derived(database.owner, organization), left);
    });
  }
});

test('the rebuild reads its options, and says what is wrong with them', () => {
  const id = randomUUID();
  assert.deepEqual(readRebuildOptions([]), { organizationId: null, after: null });
  assert.deepEqual(readRebuildOptions(['--organization', id.toUpperCase()]), { organizationId: id, after: null });
  assert.deepEqual(readRebuildOptions(['--after', id]), { organizationId: null, after: id });
  assert.equal(readRebuildOptions(['--help']), null);
  const wrong: [args: string[], problem: RegExp][] = [
    [['--organization', 'x'], /: --organization must be a UUID\. Run it with --help/],
    [['--organization'], /: Option '--organization <value>' argument missing\. Run/],
    [['--organization', id, '--organization', id], /: --organization is given twice\./],
    [['--organization', id, '--after', id], /: --after does not go with --organization\./],
    [['--all'], /Unknown option '--all'/],
    [[id], /Unexpected argument/],
  ];
  for (const [args, problem] of wrong) assert.throws(() => readRebuildOptions(args), problem, args.join(' '));
});
