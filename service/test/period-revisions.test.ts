import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { addDays, type Frozen, type HeroValue, ImpactReport, type LocalDate, PeriodRevisions } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { type RefreshOptions, rebuildOrganization, refreshOrganization } from '../src/refresh/refresh.ts';
import { type Chat, chat, newOrganization, putChats, removeChat } from './chats.ts';
import { eachDatabase, newServerDatabase, onCitus } from './databases.ts';
import { appFor, bearer, get, problemCode, send } from './service-under-test.ts';

/** October is final: two days after November begins in Jakarta. */
const FINAL = '2026-11-02T17:00:00Z';
const LATER = '2026-11-05T00:00:00Z';
const OCTOBER = 'period=2026-10';

/** Chats of one Wednesday at noon in Jakarta, each of a customer of its own: `solved` of `of` by AI. */
const wednesday = (day: LocalDate, solved: number, of: number, differs: Partial<Chat> = {}): Chat[] =>
  Array.from({ length: of }, (_, i) => {
    const id = `${day} ${i} ${differs.channel ?? ''}`;
    return chat(id, { contact_id: id, closed_at: `${day}T05:00:00Z`, ...(i < solved ? {} : { assign_channel_agent_id: 'a1' }), ...differs });
  });

const MIDDLE = wednesday('2026-10-14', 5, 8);

eachDatabase('period revisions', (open) => {
  let database: Database;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    app = await appFor(database);
  });

  async function shop(chats: readonly Chat[], asOf = FINAL): Promise<string> {
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, chats);
    await refresh(organization, { asOf });
    return organization;
  }

  const refresh = (organization: string, options: RefreshOptions = {}) => refreshOrganization(database.owner, organization, options);

  const change = async (organization: string, chats: readonly Chat[], options: RefreshOptions = {}): Promise<void> => {
    await putChats(database.owner, organization, chats);
    await refresh(organization, options);
  };

  /** `1/5 of 8`: the revision and the net that was frozen first. */
  async function frozen(organization: string, query = OCTOBER): Promise<string | null> {
    const one = await frozenOf(organization, query);
    return one === null ? null : `${one.revision}/${one.net.count} of ${one.net.of}`;
  }

  async function frozenOf(organization: string, query = OCTOBER): Promise<Frozen | null> {
    const { body } = await get(app, `/v1/impact-report?${query}`, await bearer({ org_id: organization }));
    return ImpactReport.parse(body).meta.period.frozen;
  }

  async function netOf(organization: string, query = OCTOBER): Promise<string> {
    const { body } = await get(app, `/v1/impact-report?${query}`, await bearer({ org_id: organization }));
    const { net } = body.data.hero as HeroValue;
    return `${net.count} of ${net.of}`;
  }

  async function listed(organization: string, query = OCTOBER): Promise<PeriodRevisions['data']> {
    const { body } = await get<PeriodRevisions>(app, `/v1/impact-report/revisions?${query}`, await bearer({ org_id: organization, role: 'supervisor' }));
    return PeriodRevisions.parse(body).data;
  }

  /** `2: 6 of 9`, the newest first. */
  const history = async (organization: string, query = OCTOBER): Promise<string[]> =>
    (await listed(organization, query)).map(({ revision, net }) => `${revision}: ${net.count} of ${net.of}`);

  const kept = (organization: string) =>
    database.owner.query('select * from period_revisions where organization_id = $1 order by 2, 3, 5, 4, 7', [organization]);

  test('a month is frozen in the moment in which it becomes final, not a second earlier', async () => {
    const organization = await shop(MIDDLE, '2026-11-02T16:59:59Z');
    assert.equal(await frozen(organization), null);
    await refresh(organization, { asOf: FINAL });
    assert.equal(await frozen(organization), '1/5 of 8');
    const one = await frozenOf(organization);
    assert.equal(one!.revised_at, null);
    const [revision] = await listed(organization);
    assert.deepEqual(revision, {
      revision: 1,
      frozen_at: one!.frozen_at,
      as_of: FINAL,
      outcomes: { human_only: 0, checking: 0, uncheckable: 0, came_back: 0, stayed_solved: 5, handed_over: 3, ended_unclear: 0 },
      corrected: 0,
      net: one!.net,
    });
  });

  test('a Monday week too, however it is asked for; other days are not', async () => {
    const organization = await shop(MIDDLE);
    for (const days of ['from=2026-10-12&to=2026-10-18', 'from=2026-10-01&to=2026-10-31']) assert.equal(await frozen(organization, days), '1/5 of 8', days);
    for (const days of ['from=2026-10-11&to=2026-10-17', 'from=2026-10-01&to=2026-10-30', 'from=2026-10-14&to=2026-10-14', 'period=P30D', 'period=2026-11']) {
      assert.equal(await frozen(organization, days), null, days);
      assert.deepEqual(await listed(organization, days), [], days);
    }
  });

  /** What can change a final month, and the net that is then. */
  const CHANGES: readonly [what: string, (organization: string) => Promise<void>, net: string][] = [
    ['a chat that comes in late', (organization) => change(organization, [chat('late', { contact_id: 'late', closed_at: '2026-10-14T06:00:00Z' })]), '6 of 9'],
    [
      'a return that comes in late',
      (organization) => change(organization, [chat('back', { contact_id: MIDDLE[0]!.id, first_inbound_at: '2026-10-15T05:00:00Z', closed_at: null })]),
      '4 of 8',
    ],
    ['a correction at the source', (organization) => change(organization, [{ ...MIDDLE[0]!, assign_channel_agent_id: 'a1' }]), '4 of 8'],
    ['a chat that moves to another month', (organization) => change(organization, [{ ...MIDDLE[0]!, closed_at: '2026-09-16T05:00:00Z' }]), '4 of 7'],
    [
      'a deletion',
      async (organization) => {
        await removeChat(database.owner, organization, MIDDLE[0]!.id);
        await refresh(organization);
      },
      '4 of 7',
    ],
  ];
  for (const [what, happen, net] of CHANGES) {
    test(`${what} is a further revision, and what was frozen stays`, async () => {
      const organization = await shop(MIDDLE);
      const [first] = await listed(organization);
      await happen(organization);
      assert.equal(await netOf(organization), net);
      assert.equal(await frozen(organization), '2/5 of 8');
      assert.deepEqual(await history(organization), [`2: ${net}`, '1: 5 of 8']);
      const [second, untouched] = await listed(organization);
      assert.deepEqual(untouched, first);
      const { frozen_at, revised_at } = (await frozenOf(organization))!;
      assert.deepEqual([frozen_at, revised_at], [first!.frozen_at, second!.frozen_at]);
      assert.ok(Date.parse(frozen_at) < Date.parse(revised_at!));
    });
  }

  test('a ruling is a revision, and its reversal another one that says again what was frozen', async () => {
    const back = chat('back', { contact_id: MIDDLE[0]!.id, first_inbound_at: '2026-10-15T05:00:00Z', closed_at: null });
    const organization = await shop([...MIDDLE, back]);
    const url = `/v1/chats/${encodeURIComponent(MIDDLE[0]!.id)}/return-ruling`;
    for (const different_matter of [true, true, false]) {
      await send(app, { method: 'PUT', url, headers: await bearer({ org_id: organization }), payload: { different_matter } });
    }
    assert.deepEqual(
      (await listed(organization)).map(({ revision, net, corrected }) => [revision, net.count, corrected]),
      [
        [3, 4, 0],
        [2, 5, 1],
        [1, 4, 0],
      ],
    );
    assert.deepEqual(await history(organization, 'from=2026-10-12&to=2026-10-18'), ['3: 4 of 8', '2: 5 of 8', '1: 4 of 8']);
  });

  test('nothing new: no revision, and the client keeps its report', async () => {
    const organization = await shop(MIDDLE, LATER);
    const before = await kept(organization);
    const headers = await bearer({ org_id: organization });
    const { etag } = (await get(app, `/v1/impact-report?${OCTOBER}`, headers)).headers;
    await refresh(organization);
    await change(organization, MIDDLE);
    await refresh(organization, { asOf: '2026-11-05T01:00:00Z' });
    assert.deepEqual(await kept(organization), before);
    // an open chat is no part of what is final; that it is closed later corrects nothing
    await change(organization, [chat('open', { contact_id: 'open', first_inbound_at: '2026-10-14T05:00:00Z', closed_at: null })]);
    await change(organization, [chat('open', { contact_id: 'open', first_inbound_at: '2026-10-14T05:00:00Z', closed_at: '2026-11-04T05:00:00Z' })]);
    assert.deepEqual(await kept(organization), before);
    await change(organization, [{ ...MIDDLE[0]!, assign_channel_agent_id: 'a1' }]);
    assert.equal((await get(app, `/v1/impact-report?${OCTOBER}`, { ...headers, 'if-none-match': String(etag) })).status, 200);
  });

  test('several periods at once: each is frozen, those without chats too, and only those that change get a revision', async () => {
    const organization = await shop([...wednesday('2026-07-15', 2, 3), ...wednesday('2026-09-16', 3, 4), ...MIDDLE]);
    for (const [period, net] of [
      ['2026-06', null],
      ['2026-07', '1/2 of 3'],
      ['2026-08', '1/0 of 0'],
      ['2026-09', '1/3 of 4'],
      ['2026-10', '1/5 of 8'],
    ] as const) {
      assert.equal(await frozen(organization, `period=${period}`), net, period);
    }
    await change(organization, [...wednesday('2026-08-12', 1, 2), ...wednesday('2026-09-23', 1, 1)]);
    assert.deepEqual(
      [await history(organization, 'period=2026-07'), await history(organization, 'period=2026-08'), await history(organization, 'period=2026-09')],
      [['1: 2 of 3'], ['2: 1 of 2', '1: 0 of 0'], ['2: 4 of 5', '1: 3 of 4']],
    );
    assert.equal(await frozen(organization, 'from=2026-09-14&to=2026-09-20'), '1/3 of 4');
    assert.equal(await frozen(organization, 'from=2026-09-21&to=2026-09-27'), '2/0 of 0');
  });

  test('history that comes in later is frozen when it comes, not called a change of nothing', async () => {
    const organization = await shop(MIDDLE);
    await change(organization, wednesday('2026-05-13', 2, 3));
    assert.equal(await frozen(organization, 'period=2026-05'), '1/2 of 3');
    assert.equal(await frozen(organization, 'period=2026-06'), '1/0 of 0');
    assert.equal(await frozen(organization), '1/5 of 8');
  });

  test('a channel has its own, also when no chat of it is left', async () => {
    const instagram = wednesday('2026-10-21', 1, 2, { channel: 'instagram' });
    const organization = await shop([...MIDDLE, ...instagram]);
    assert.deepEqual(
      [await frozen(organization), await frozen(organization, `${OCTOBER}&channel=whatsapp`), await frozen(organization, `${OCTOBER}&channel=instagram`)],
      ['1/6 of 10', '1/5 of 8', '1/1 of 2'],
    );
    assert.equal(await frozen(organization, `${OCTOBER}&channel=fax`), null);
    await change(
      organization,
      instagram.map((one) => ({ ...one, channel: 'whatsapp' })),
    );
    assert.deepEqual(await history(organization), ['1: 6 of 10'], 'all channels together count the same');
    assert.deepEqual(await history(organization, `${OCTOBER}&channel=whatsapp`), ['2: 6 of 10', '1: 5 of 8']);
    assert.deepEqual(await history(organization, `${OCTOBER}&channel=instagram`), ['2: 0 of 0', '1: 1 of 2']);
  });

  test('an earlier as_of opens a period again; when it is final once more, only a difference is a revision', async () => {
    const organization = await shop(MIDDLE, LATER);
    const before = await kept(organization);
    const back = { asOf: '2026-11-01T00:00:00Z', allowEarlier: true };
    await refresh(organization, back);
    assert.equal(await frozen(organization), null);
    assert.equal(await frozen(organization, 'from=2026-10-12&to=2026-10-18'), '1/5 of 8', 'that one is final still');
    await refresh(organization, { asOf: LATER });
    assert.deepEqual(await kept(organization), before);

    await refresh(organization, back);
    await change(organization, wednesday('2026-10-28', 1, 1));
    assert.deepEqual(await kept(organization), before, 'nothing that is not final is kept');
    await refresh(organization, { asOf: LATER });
    assert.deepEqual(await history(organization), ['2: 6 of 9', '1: 5 of 8']);
  });

  test('counting from scratch loses nothing and invents nothing', async () => {
    const organization = await shop([...MIDDLE, ...wednesday('2026-08-12', 1, 2)]);
    await change(organization, wednesday('2026-10-21', 1, 1));
    const before = await kept(organization);
    await rebuildOrganization(database.owner, organization);
    assert.deepEqual(await kept(organization), before);
    // what a rebuild finds otherwise is a revision, also where nothing is counted any more
    await database.owner.query(`delete from rooms where organization_id = $1 and closed_at < '2026-10-01'`, [organization]);
    await rebuildOrganization(database.owner, organization);
    assert.deepEqual(await history(organization, 'period=2026-08'), ['2: 0 of 0', '1: 1 of 2']);
    assert.deepEqual(await history(organization), ['2: 6 of 9', '1: 5 of 8']);
  });

  test('what another definition counted is kept, and compared with nothing', async () => {
    const organization = await shop(MIDDLE);
    await database.owner.query('update period_revisions set definition = 0, stayed_solved = 7 where organization_id = $1', [organization]);
    await rebuildOrganization(database.owner, organization);
    assert.equal(await frozen(organization), '2/5 of 8');
    assert.equal((await frozenOf(organization))!.revised_at, null);
    assert.deepEqual(await history(organization), ['2: 5 of 8']);
  });

  test('the list is at most a hundred long, and refuses what the report refuses', async () => {
    const organization = await shop(MIDDLE);
    await database.owner.query(
      `insert into period_revisions
       select organization_id, dimension, key, unit, from_day, to_day, n, definition, human_only, uncheckable, came_back, stayed_solved, handed_over, ended_unclear, corrected, as_of, now()
       from period_revisions cross join generate_series(2, 120) n
       where organization_id = $1 and unit = 'month' and dimension = 'all'`,
      [organization],
    );
    const revisions = await listed(organization);
    assert.deepEqual([revisions.length, revisions[0]!.revision, revisions.at(-1)!.revision], [100, 120, 21]);
    assert.equal(await frozen(organization), '120/5 of 8', 'the report still knows the first');
    const headers = await bearer({ org_id: organization });
    assert.equal(await problemCode(app, '/v1/impact-report/revisions?period=2026-13', headers), '400 impossible_period');
    assert.equal(await problemCode(app, '/v1/impact-report/revisions', await bearer({ org_id: organization, role: 'agent' })), '403 forbidden');
    const { body } = await get<PeriodRevisions>(app, '/v1/impact-report/revisions', headers);
    assert.deepEqual(body.meta, { from: '2026-10-01', to: addDays('2026-11-01', -1), channel: null, as_of: FINAL });
  });
});

// No database was distributed before 0022.
if (!onCitus)
  describe('the migration that brings period revisions', () => {
    test('lets the next start freeze everything that is final already', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'impact-migrations-'));
      const migrations = new URL('../migrations/', import.meta.url);
      for (const name of readdirSync(migrations).filter((one) => one < '0014')) copyFileSync(new URL(name, migrations), join(folder, name));
      const database = await openPostgres({ databaseUrl: await newServerDatabase() });
      try {
        const { owner } = database;
        await migrate(owner, folder);
        const [counted, fresh] = [randomUUID(), randomUUID()];
        await owner.query(
          `insert into organizations (id, name, time_zone, source) values ($1, 'a', 'Asia/Jakarta', 'live'), ($2, 'b', 'Asia/Jakarta', 'live')`,
          [counted, fresh],
        );
        await owner.query(
          `insert into episode_outcomes (organization_id, id, local_day, channel, outcome, young)
         select $1, local_day::text, local_day, 'whatsapp', 'stayed_solved', false from unnest(array['2026-10-02', '2026-08-02', '2026-09-02']::date[]) local_day`,
          [counted],
        );
        await migrate(owner);
        assert.deepEqual(await owner.query('select organization_id, id from changed_episodes'), [{ organization_id: counted, id: '2026-08-02' }]);
      } finally {
        await database.close();
        rmSync(folder, { recursive: true });
      }
    });
  });
