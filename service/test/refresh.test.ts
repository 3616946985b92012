import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import type { Database } from '../src/db/database.ts';
import { UnknownOrganization } from '../src/organizations.ts';
import { rebuildOrganization, refreshOrganization } from '../src/refresh/refresh.ts';
import { after, type Chat, chat, CLOSE, countsOf, derived, HOUR, later, newOrganization, outcomesOf, putChats, removeChat, WINDOW } from './chats.ts';
import { eachDatabase } from './databases.ts';

const LATE = after(30 * 24 * HOUR);

/** Changes to a counted chat `e` with its return `f`, and what `e` becomes. */
const CHANGES: readonly [change: string, chats: readonly Chat[], outcome: string][] = [
  ['F moves out of the window', [later('f', WINDOW + 1)], 'stayed_solved'],
  ['F moves before the close', [later('f', -1)], 'stayed_solved'],
  ['F turns out to be of another contact', [later('f', HOUR, { contact_id: 'budi' })], 'stayed_solved'],
  ['F turns out to be a thank-you', [later('f', HOUR, { activity: { ai_answers: 1, thanks_only: true } })], 'stayed_solved'],
  ['F turns out to be a test', [later('f', HOUR, { is_test: true })], 'stayed_solved'],
  ['F closes as spam', [later('f', HOUR, { closed_at: after(2 * HOUR), closed_reason: 'SPAM' })], 'stayed_solved'],
  ['F leaves, but G stands behind it', [later('f', HOUR, { is_test: true }), later('g', 2 * HOUR)], 'came_back'],
  ['E closes again, later', [chat('e', { closed_at: after(2 * HOUR) })], 'stayed_solved'],
  ['E gets a human', [chat('e', { assign_channel_agent_id: 'a1' })], 'handed_over'],
  ['E loses its contact', [chat('e', { contact_id: null })], 'uncheckable'],
  ['E opens again', [chat('e', { closed_at: null, closed_reason: null })], 'still_open'],
];

eachDatabase('refresh', (open) => {
  let database: Database;
  before(async () => {
    database = await open();
  });

  /** Incremental work must leave exactly what counting from scratch leaves. */
  async function assertLikeFromScratch(organization: string): Promise<void> {
    const incremental = await derived(database.owner, organization);
    await rebuildOrganization(database.owner, organization);
    assert.deepEqual(incremental, await derived(database.owner, organization));
  }

  for (const [change, chats, outcome] of CHANGES) {
    test(`${change}: ${outcome}`, async () => {
      const organization = await newOrganization(database);
      await putChats(database.owner, organization, [chat('e'), later('f', HOUR), chat('x', { contact_id: 'tono', topic: 'ongkir' })]);
      await refreshOrganization(database.owner, organization, { asOf: LATE });
      assert.equal((await outcomesOf(database.owner, organization))['e'], 'came_back');
      await putChats(database.owner, organization, chats);
      await refreshOrganization(database.owner, organization);
      assert.equal((await outcomesOf(database.owner, organization))['e'], outcome);
      await assertLikeFromScratch(organization);
    });
  }

  test('a return that arrives late brings a counted chat back', async () => {
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e')]);
    await refreshOrganization(database.owner, organization, { asOf: LATE });
    await putChats(database.owner, organization, [later('f', WINDOW)]);
    const { changed } = await refreshOrganization(database.owner, organization);
    assert.equal(changed, 2);
    assert.equal((await outcomesOf(database.owner, organization))['e'], 'came_back');
    await assertLikeFromScratch(organization);
  });

  test('a deleted chat leaves the counts, and its return with it', async () => {
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e'), later('f', HOUR, { channel: 'instagram', topic: 'retur' })]);
    await refreshOrganization(database.owner, organization, { asOf: LATE });
    await removeChat(database.owner, organization, 'f');
    await refreshOrganization(database.owner, organization);
    assert.deepEqual(await countsOf(database.owner, organization), [{ local_day: '2026-10-05', stayed_solved: 1 }]);
    assert.deepEqual(await countsOf(database.owner, organization, 'channel'), [{ key: 'whatsapp', local_day: '2026-10-05', stayed_solved: 1 }]);
    assert.deepEqual(await outcomesOf(database.owner, organization), { e: 'stayed_solved' });
  });

  test('windows pass as the data move on, and open again when asked', async () => {
    const organization = await newOrganization(database);
    const human = chat('h', { contact_id: 'tono', closed_reason: 'RESOLVE', activity: null });
    await putChats(database.owner, organization, [chat('e'), human, chat('x', { contact_id: 'ani', closed_at: after(HOUR) })]);
    const counts = (): Promise<unknown[]> => countsOf(database.owner, organization);

    assert.deepEqual(await refreshOrganization(database.owner, organization, { asOf: after(WINDOW) }), { changed: 3, asOf: after(WINDOW).replace('.000', '') });
    const young = [{ local_day: '2026-10-05', checking: 2, human_only: 1, human_only_young: 1 }];
    assert.deepEqual(await counts(), young);

    const moved = await refreshOrganization(database.owner, organization, { asOf: after(WINDOW + 1) });
    assert.equal(moved.changed, 2);
    assert.deepEqual(await counts(), [{ local_day: '2026-10-05', checking: 1, human_only: 1, stayed_solved: 1 }]);
    await assertLikeFromScratch(organization);

    assert.deepEqual(await refreshOrganization(database.owner, organization, { asOf: after(HOUR) }), { changed: 0, asOf: moved.asOf }, 'not by itself');
    assert.equal((await refreshOrganization(database.owner, organization, { asOf: after(WINDOW), allowEarlier: true })).changed, 2);
    assert.deepEqual(await counts(), young);
  });

  test('nothing new changes nothing, and not the revision', async () => {
    const organization = await newOrganization(database);
    const revision = async (): Promise<unknown> => (await database.owner.query('select revision from organizations where id = $1', [organization]))[0];
    await putChats(database.owner, organization, [chat('e')]);
    await refreshOrganization(database.owner, organization, { asOf: LATE });
    assert.deepEqual(await revision(), { revision: 1 });
    assert.equal((await refreshOrganization(database.owner, organization, { asOf: LATE })).changed, 0);
    assert.equal((await refreshOrganization(database.owner, organization)).changed, 0);
    assert.deepEqual(await revision(), { revision: 1 });
    await refreshOrganization(database.owner, organization, { asOf: after(1, LATE) });
    assert.deepEqual(await revision(), { revision: 2 }, 'the moment is part of the report');
  });

  test('without any moment the changes wait', async () => {
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e')]);
    assert.deepEqual(await refreshOrganization(database.owner, organization), { changed: 0, asOf: null });
    assert.equal((await refreshOrganization(database.owner, organization, { asOf: LATE })).changed, 1);
  });

  test('the moment keeps its microseconds', async () => {
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e')]);
    const asOf = CLOSE.replace('00Z', '00.000001Z');
    assert.equal((await refreshOrganization(database.owner, organization, { asOf })).asOf, asOf);
  });

  test('an unknown organization is refused', async () => {
    await assert.rejects(refreshOrganization(database.owner, randomUUID()), UnknownOrganization);
  });

  test('a refresh that fails leaves everything as it was', async () => {
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e')]);
    await refreshOrganization(database.owner, organization, { asOf: LATE });
    const before = await derived(database.owner, organization);
    await putChats(database.owner, organization, [chat('e', { assign_channel_agent_id: 'a1' })]);
    const failing = {
      ...database.owner,
      transaction: <T>(work: Parameters<typeof database.owner.transaction<T>>[0]) =>
        database.owner.transaction(async (tx) => {
          await work(tx);
          throw new Error('power cut');
        }),
    };
    await assert.rejects(refreshOrganization(failing, organization), /power cut/);
    assert.deepEqual(await derived(database.owner, organization), before);
    assert.equal((await refreshOrganization(database.owner, organization)).changed, 1);
  });

  test('an import waits while its organization is refreshed, so that no change is lost', async () => {
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e')]);
    await Promise.all([
      refreshOrganization(database.owner, organization, { asOf: LATE }),
      putChats(database.owner, organization, [chat('e', { assign_channel_agent_id: 'a1' })]),
      refreshOrganization(database.owner, organization, { asOf: LATE }),
    ]);
    await refreshOrganization(database.owner, organization);
    assert.deepEqual(await outcomesOf(database.owner, organization), { e: 'handed_over' });
    await assertLikeFromScratch(organization);
  });
});
