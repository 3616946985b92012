import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Database } from '../src/db/database.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, type Chat, chat, countsOf, CLOSE, HOUR, later, newOrganization, outcomesOf, putChats, WINDOW } from './chats.ts';
import { eachDatabase } from './databases.ts';

/** Long after every window of these tests. */
const LATE = after(30 * 24 * HOUR);

/** Each line is one edge of spec/metrics.md: the chats, what becomes of the first, and as of when. */
const EDGES: readonly [edge: string, chats: readonly Chat[], outcome: string | undefined, asOf?: string][] = [
  // section 2, in its order
  ['AI not involved: no log, closed by a person', [chat('e', { activity: null, closed_reason: 'RESOLVE', assign_channel_agent_id: 'a1' })], 'human_only'],
  ['AI not involved: the log counts no answer, a greeting only', [chat('e', { activity: { ai_answers: 0 }, closed_reason: 'RESOLVE' })], 'human_only'],
  ['AI involved: a log that does not count answers', [chat('e', { activity: { ai_answers: null }, closed_reason: 'RESOLVE' })], 'ended_unclear'],
  ['AI involved: closed by AI without any log', [chat('e', { activity: null })], 'stayed_solved'],
  ['AI involved: closed by AI though the log counts no answer', [chat('e', { activity: { ai_answers: 0 } })], 'stayed_solved'],
  ['human only comes before checking', [chat('e', { activity: null, closed_reason: 'RESOLVE' })], 'human_only', CLOSE],
  ['human only comes before uncheckable', [chat('e', { activity: null, closed_reason: 'RESOLVE', contact_id: null })], 'human_only'],
  ['checking comes before uncheckable', [chat('e', { contact_id: null })], 'checking', CLOSE],
  ['checking comes before came_back', [chat('e'), later('f', HOUR)], 'checking', after(WINDOW)],
  ['checking holds for a chat that was handed over', [chat('e', { assign_channel_agent_id: 'a1' })], 'checking', after(HOUR)],
  ['no contact id', [chat('e', { contact_id: null })], 'uncheckable'],
  ['no contact id, handed over', [chat('e', { contact_id: null, assign_channel_agent_id: 'a1' })], 'uncheckable'],
  ['closed by AI with a human attached', [chat('e', { assign_channel_agent_id: 'a1' })], 'handed_over'],
  ['a human closed it', [chat('e', { assign_channel_agent_id: 'a1', closed_reason: 'RESOLVE' })], 'handed_over'],
  ['bare RESOLVE without a human', [chat('e', { closed_reason: 'RESOLVE' })], 'ended_unclear'],
  ['idle timeout', [chat('e', { closed_reason: 'IDLE_TIMEOUT' })], 'ended_unclear'],
  ['closed for no reason', [chat('e', { closed_reason: null })], 'ended_unclear'],
  ['a quiet ending is no win even when the customer returns', [chat('e', { closed_reason: 'RESOLVE' }), later('f', HOUR)], 'ended_unclear'],
  ['not closed', [chat('e', { closed_at: null, closed_reason: null })], 'still_open'],
  ['not closed, though a reason stands there', [chat('e', { closed_at: null })], 'still_open'],
  // left out
  ['broadcast without an answer', [chat('e', { first_inbound_at: null })], undefined],
  ['test chat', [chat('e', { is_test: true })], undefined],
  ['spam', [chat('e', { closed_reason: 'SPAM' })], undefined],
  ['blocked, in small letters', [chat('e', { closed_reason: 'blocked' })], undefined],
  // section 3, line by line
  ['the customer asks again', [chat('e'), later('f', HOUR)], 'came_back'],
  ['nobody asks again', [chat('e')], 'stayed_solved'],
  ['somebody else asks', [chat('e'), later('f', HOUR, { contact_id: 'budi' })], 'stayed_solved'],
  ['on another channel', [chat('e'), later('f', HOUR, { channel: 'instagram' })], 'came_back'],
  ['F is solved by AI as well', [chat('e'), chat('f', { first_inbound_at: after(HOUR), closed_at: after(2 * HOUR) })], 'came_back'],
  ['F is handled by a human', [chat('e'), later('f', HOUR, { closed_at: after(2 * HOUR), closed_reason: 'RESOLVE', activity: null })], 'came_back'],
  ['F opened before E closed', [chat('e'), later('f', -60)], 'stayed_solved'],
  ['F opened in the moment in which E closed', [chat('e'), later('f', 0)], 'stayed_solved'],
  ['F opened a second after', [chat('e'), later('f', 1)], 'came_back'],
  ['after exactly 48:00:00', [chat('e'), later('f', WINDOW)], 'came_back'],
  ['after 48:00:01', [chat('e'), later('f', WINDOW + 1)], 'stayed_solved'],
  ['checking until strictly past: at 48:00:00', [chat('e')], 'checking', after(WINDOW)],
  ['checking until strictly past: at 48:00:01', [chat('e')], 'stayed_solved', after(WINDOW + 1)],
  ['thanks only', [chat('e'), later('f', HOUR, { activity: { ai_answers: 1, thanks_only: true } })], 'stayed_solved'],
  ['not thanks only', [chat('e'), later('f', HOUR, { activity: { ai_answers: 1, thanks_only: false } })], 'came_back'],
  ['thanks only is not known', [chat('e'), later('f', HOUR, { activity: null })], 'came_back'],
  ['thanks first, then a question', [chat('e'), later('f', HOUR, { activity: { ai_answers: 1, thanks_only: true } }), later('g', 2 * HOUR)], 'came_back'],
  ['F answers a broadcast', [chat('e'), later('f', HOUR, { initiated_by: 'business' })], 'stayed_solved'],
  ['who began F is not known', [chat('e'), later('f', HOUR, { initiated_by: null })], 'came_back'],
  ['same topic', [chat('e', { topic: 'ongkir' }), later('f', HOUR, { topic: 'ongkir' })], 'came_back'],
  ['another topic', [chat('e', { topic: 'ongkir' }), later('f', HOUR, { topic: 'retur' })], 'stayed_solved'],
  ['topic of E not known', [chat('e'), later('f', HOUR, { topic: 'retur' })], 'came_back'],
  ['topic of F not known', [chat('e', { topic: 'ongkir' }), later('f', HOUR)], 'came_back'],
  ['F is a test', [chat('e'), later('f', HOUR, { is_test: true })], 'stayed_solved'],
  ['F is spam', [chat('e'), later('f', HOUR, { closed_at: after(2 * HOUR), closed_reason: 'Spam' })], 'stayed_solved'],
  ['F is a broadcast that nobody answered', [chat('e'), later('f', HOUR, { first_inbound_at: null })], 'stayed_solved'],
  ['a chat is not its own return, whatever its times', [chat('e', { first_inbound_at: after(HOUR) })], 'stayed_solved'],
];

eachDatabase('outcomes', (open) => {
  let database: Database;
  before(async () => {
    database = await open();
  });

  for (const [edge, chats, outcome, asOf = LATE] of EDGES) {
    test(`${edge}: ${outcome ?? 'left out'}`, async () => {
      const organization = await newOrganization(database);
      await putChats(database.owner, organization, chats);
      await refreshOrganization(database.owner, organization, { asOf });
      assert.equal((await outcomesOf(database.owner, organization))['e'], outcome);
    });
  }

  test('a chain is judged chat by chat', async () => {
    const organization = await newOrganization(database);
    const chain = [0, 1, 2].map((day) => chat(`e${day}`, { closed_at: after(day * 24 * HOUR) }));
    await putChats(database.owner, organization, chain);
    await refreshOrganization(database.owner, organization, { asOf: LATE });
    assert.deepEqual(await outcomesOf(database.owner, organization), { e0: 'came_back', e1: 'came_back', e2: 'stayed_solved' });
  });

  test('the first return is recorded', async () => {
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e'), later('g', 2 * HOUR), later('f', HOUR)]);
    await refreshOrganization(database.owner, organization, { asOf: LATE });
    const [row] = await database.owner.query<{ returned_in: string }>(`select returned_in from episode_outcomes where organization_id = $1 and id = 'e'`, [
      organization,
    ]);
    assert.equal(row?.returned_in, 'f');
  });

  test('the same contact id in another organization is somebody else', async () => {
    const [organization, other] = [await newOrganization(database), await newOrganization(database)];
    await putChats(database.owner, organization, [chat('e')]);
    await putChats(database.owner, other, [later('f', HOUR)]);
    await refreshOrganization(database.owner, organization, { asOf: LATE });
    assert.deepEqual(await outcomesOf(database.owner, organization), { e: 'stayed_solved' });
  });

  for (const [timeZone, day] of [
    ['Asia/Jakarta', '2026-10-05'],
    ['Asia/Jayapura', '2026-10-06'],
    ['America/New_York', '2026-10-05'],
  ]) {
    test(`a chat counts on its local closing day in ${timeZone}`, async () => {
      const organization = await newOrganization(database, { timeZone: timeZone! });
      await putChats(database.owner, organization, [chat('e', { closed_at: '2026-10-05T16:30:00Z' })]);
      await refreshOrganization(database.owner, organization, { asOf: LATE });
      assert.deepEqual(await countsOf(database.owner, organization), [{ local_day: day, stayed_solved: 1 }]);
    });
  }

  test('an open chat counts on the local day of its first message', async () => {
    const organization = await newOrganization(database, { timeZone: 'Asia/Jayapura' });
    await putChats(database.owner, organization, [later('f', 0, { first_inbound_at: '2026-10-05T16:30:00Z' })]);
    await refreshOrganization(database.owner, organization, { asOf: LATE });
    assert.deepEqual(await countsOf(database.owner, organization), [{ local_day: '2026-10-06', still_open: 1 }]);
  });
});
