// What `npm run drift` finds, and what it does not call drift.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import type { Database, OwnerDatabase } from '../src/db/database.ts';
import { type DriftOptions, readDriftOptions } from '../src/drift/options.ts';
import { type Checked, runDrift, type Unchecked } from '../src/drift/run-drift.ts';
import { ImportStopped, WrongUsage } from '../src/import/errors.ts';
import { rebuildOrganization, refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, HOUR, later, newOrganization, putChats, removeChat, WINDOW } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { csv, Folder, importInto, pendingOf, room } from './import-setting.ts';

const DAY = 24 * HOUR;
const LATE = after(60 * DAY);

async function driftOf(owner: OwnerDatabase, organizationId: string, options: Partial<DriftOptions> = {}): Promise<Checked> {
  const { organizations } = await runDrift(
    { organizationId, days: 'all', seed: null, ...options },
    { owner, tell: () => {}, signal: new AbortController().signal },
  );
  assert.equal(organizations.length, 1);
  assert.ok('differences' in organizations[0]!, JSON.stringify(organizations[0]));
  return organizations[0];
}

/** What differs, in short. */
const found = ({ differences }: Checked): string[] =>
  differences.map(({ part, unit, dimension, key, day, measure, stored, recounted, chats }) =>
    [chats ?? unit ?? part, dimension, key, day, measure, `${stored} not ${recounted}`].filter((word) => word !== null && word !== '').join(' '),
  );

eachDatabase('drift', (open) => {
  let database: Database;
  let owner: OwnerDatabase;
  before(async () => {
    database = await open();
    ({ owner } = database);
  });

  /** Chats on three days, across channels and topics, one of which came back. */
  async function counted(): Promise<string> {
    const organization = await newOrganization(database);
    await putChats(owner, organization, [
      chat('e', { activity: { ai_answers: 2, turns: 3, customer_messages: 4, sentiment_start: 'negative', sentiment_end: 'positif' } }),
      later('f', HOUR, { channel: 'instagram', topic: 'retur' }),
      chat('g', { contact_id: 'tono', topic: 'ongkir', closed_at: after(DAY), activity: { ai_answers: 1, turns: 30 } }),
      chat('h', { contact_id: 'ani', closed_at: after(9 * DAY), assign_channel_agent_id: 'a1' }),
    ]);
    await refreshOrganization(owner, organization, { asOf: LATE });
    return organization;
  }

  test('names day, column and both figures of a count that was changed, until it is rebuilt', async () => {
    const organization = await counted();
    assert.deepEqual(found(await driftOf(owner, organization)), []);
    await owner.query(
      `update daily_counts set came_back = 7, turns[21] = 2, by_hour[19] = 5 where organization_id = $1 and dimension = 'all' and local_day = '2026-10-05'`,
      [organization],
    );
    await owner.query(`update daily_counts set handed_over = 0 where organization_id = $1 and dimension = 'channel' and local_day = '2026-10-14'`, [
      organization,
    ]);
    await owner.query(`delete from daily_counts where organization_id = $1 and dimension = 'topic' and key = 'ongkir'`, [organization]);
    await owner.query(`update trend_counts set judged = judged + 1 where organization_id = $1 and unit = 'month' and dimension = 'channel'`, [organization]);
    assert.deepEqual(found(await driftOf(owner, organization)), [
      'month channel whatsapp 2026-10-01 judged 4 not 3',
      'day all 2026-10-05 by_hour[18] 5 not 1',
      'day all 2026-10-05 came_back 7 not 1',
      'day all 2026-10-05 turns[21] 2 not 0',
      'day topic ongkir 2026-10-06 rows 0 not 1',
      'day topic ongkir 2026-10-06 stayed_solved 0 not 1',
      'day topic ongkir 2026-10-06 turns[21] 0 not 1',
      'day topic ongkir 2026-10-06 turns_known 0 not 1',
      'day channel whatsapp 2026-10-14 handed_over 0 not 1',
    ]);
    await rebuildOrganization(owner, organization);
    assert.deepEqual(found(await driftOf(owner, organization)), []);
  });

  test('names the chats whose outcome was changed, that are missing, and that are too many', async () => {
    const organization = await counted();
    await owner.query(`update episode_outcomes set outcome = 'stayed_solved', returned_in = null where organization_id = $1 and id = 'e'`, [organization]);
    await owner.query(`delete from episode_outcomes where organization_id = $1 and id = 'g'`, [organization]);
    await owner.query(`update episode_outcomes set id = 'ghost' where organization_id = $1 and id = 'h'`, [organization]);
    assert.deepEqual(found(await driftOf(owner, organization)), [
      '1 2026-10-05 outcome stayed_solved not came_back',
      '1 2026-10-05 returned_in null not f',
      '1 2026-10-06 rows 0 not 1',
      '2 2026-10-14 rows 1 not 0',
    ]);
    await rebuildOrganization(owner, organization);
    assert.deepEqual(found(await driftOf(owner, organization)), []);
  });

  test('finds a room that changed behind the back of the import, two days and a channel away', async () => {
    const organization = await counted();
    await owner.query(`update rooms set first_inbound_at = $2 where organization_id = $1 and id = 'f'`, [organization, after(WINDOW + 1)]);
    const days = (await driftOf(owner, organization)).differences.filter(({ part, dimension }) => part === 'day' && dimension === 'all');
    assert.deepEqual([...new Set(days.map(({ day }) => day))], ['2026-10-05', '2026-10-07'], 'the day of the chat that it had brought back too');
    assert.ok(days.some(({ measure, stored, recounted }) => measure === 'came_back' && stored === '1' && recounted === '0'));
  });

  test('finds a week that is not the sum of its days, though none of them is in the sample', async () => {
    const organization = await counted();
    await owner.query('update trend_counts set stayed_solved = stayed_solved + 1 where organization_id = $1 and unit = $2 and dimension = $3', [
      organization,
      'week',
      'all',
    ]);
    const seeds = Array.from({ length: 5 }, (_, seed) => seed);
    for (const seed of seeds) {
      const drift = await driftOf(owner, organization, { days: 1, seed });
      assert.equal(drift.checked.length, 1);
      assert.deepEqual(found(drift), ['week all 2026-10-05 stayed_solved 2 not 1', 'week all 2026-10-12 stayed_solved 1 not 0']);
    }
  });

  test('the same seed takes the same days, another one others', async () => {
    const organization = await counted();
    const sample = async (seed: number): Promise<string> => (await driftOf(owner, organization, { days: 1, seed })).checked.join();
    assert.equal(await sample(7), await sample(7));
    const samples = new Set<string>();
    for (let seed = 0; seed < 20; seed++) samples.add(await sample(seed));
    assert.deepEqual([...samples].sort(), ['2026-10-05', '2026-10-06', '2026-10-14']);
  });

  test('what waits for its refresh is pending and no drift: the days of the chat before and after, and of what it brings back', async () => {
    const organization = await counted();
    await putChats(owner, organization, [chat('new', { contact_id: 'tono', first_inbound_at: after(2 * DAY), closed_at: after(20 * DAY) })]);
    const pending = await driftOf(owner, organization);
    assert.deepEqual([pending.pending, found(pending), pending.days, pending.checked], [['2026-10-06', '2026-10-25'], [], 4, ['2026-10-05', '2026-10-14']]);
    await refreshOrganization(owner, organization);
    assert.deepEqual(found(await driftOf(owner, organization)), []);
    await removeChat(owner, organization, 'f');
    assert.deepEqual((await driftOf(owner, organization)).pending, ['2026-10-05']);
    await refreshOrganization(owner, organization);
    assert.deepEqual((await driftOf(owner, organization)).pending, []);
  });

  test('an import that was cut off leaves pending days behind, and no drift', async () => {
    const organization = await counted();
    const controller = new AbortController();
    const rows = Array.from({ length: 12_000 }, (_, i) => room(`n${i}`, { contact_id: `c${i % 3000}`, closed_at: '2026-10-06T01:00:00Z' }));
    await using folder = new Folder();
    folder.write('rooms', csv(rows));
    const options = { organizationId: organization, files: [{ kind: 'rooms' as const, path: 'rooms' }] };
    const onText = (text: string): void => (text.startsWith('Importing') ? controller.abort() : undefined);
    await assert.rejects(importInto(database, folder, options, { signal: controller.signal, onText }), ImportStopped);
    assert.ok((await pendingOf(database, organization)) > 0);
    const cut = await driftOf(owner, organization);
    // the chats that e and g may come back in are on their days, and so are the new ones
    assert.deepEqual([found(cut), cut.pending.includes('2026-10-06'), cut.checked.includes('2026-10-14')], [[], true, true]);
    await importInto(database, folder, options);
    const done = await driftOf(owner, organization);
    assert.deepEqual([found(done), done.pending], [[], []]);
  });

  test('an organization that was never counted has nothing to compare, in the middle of its first import too', async () => {
    const organization = await newOrganization(database);
    await putChats(owner, organization, [chat('e')]);
    const { asOf, checked, differences } = await driftOf(owner, organization);
    assert.deepEqual([asOf, checked, differences], [null, [], []]);
  });

  if (open.kind === 'PostgreSQL') {
    test('while chats come in and are counted it sees one moment, and never a half', async () => {
      const organization = await counted();
      let working = true;
      const work = async (): Promise<void> => {
        for (let i = 0; i < 25; i++) {
          await putChats(owner, organization, [chat('e', i % 2 === 0 ? { assign_channel_agent_id: 'a1' } : {}), later(`x${i}`, (i + 1) * HOUR)]);
          await refreshOrganization(owner, organization);
        }
        working = false;
      };
      const done = work();
      let looks = 0;
      for (; working; looks++) assert.deepEqual(found(await driftOf(owner, organization)), []);
      await done;
      assert.ok(looks > 3, `looked ${looks} times`);
    });
  }

  test('writes nothing, and refuses an organization that is not there', async () => {
    const organization = await counted();
    const watched: OwnerDatabase = {
      ...owner,
      transaction: (work) =>
        owner.transaction(async (tx) => {
          const done = await work(tx);
          await assert.rejects(tx.query('update organizations set name = name where id = $1', [organization]), /read-only transaction/);
          throw Object.assign(new Error('rolled back'), { done });
        }),
    };
    const { organizations } = await runDrift(
      { organizationId: organization, days: 1, seed: 1 },
      { owner: watched, tell: () => {}, signal: new AbortController().signal },
    );
    assert.match((organizations[0] as Unchecked).reason, /^Error\n/);
    await assert.rejects(driftOf(owner, randomUUID()), WrongUsage);
  });
});

test('the drift check reads its options, and says what is wrong with them', () => {
  const id = randomUUID();
  assert.deepEqual(readDriftOptions([]), { organizationId: null, days: 30, seed: null });
  assert.deepEqual(readDriftOptions(['--organization', id, '--days', '5', '--seed', '0']), { organizationId: id, days: 5, seed: 0 });
  assert.deepEqual(readDriftOptions(['--all']), { organizationId: null, days: 'all', seed: null });
  assert.equal(readDriftOptions(['--help']), null);
  const wrong: [args: string[], problem: RegExp][] = [
    [['--organization', 'x'], /: --organization must be a UUID\. Run it with --help/],
    [['--days', '0'], /: --days must be a number from 1 to/],
    [['--days', '1e3'], /: --days must be a number/],
    [['--days', '3', '--days', '4'], /: --days is given twice/],
    [['--seed=-1'], /: --seed must be a number from 0/],
    [['--all', '--days', '3'], /: --all does not go with --days/],
    [['--all', '--seed', '3'], /: --all does not go with --seed/],
    [['--rebuild'], /Unknown option '--rebuild'/],
  ];
  for (const [args, problem] of wrong) assert.throws(() => readDriftOptions(args), problem, args.join(' '));
});
