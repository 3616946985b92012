// The rules of spec/metrics.md, edge by edge. The right answer was written down before the chats; each line names its rule.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { closed, type HeroValue, ImpactReport, type Outcome, OUTCOMES } from '@qontak/impact-contract';
import { after, BY_TEAM, CLOSE, log, next, NOW, ORGANIZATION, room, shop } from './by-hand.ts';
import { judge, reportOf } from './index.ts';
import type { ActivityRow, RoomRow, Shop } from '../rows.ts';

const outcomeOf = (its: Shop, id = 'first'): string | undefined => judge(its).find((chat) => chat.id === id)?.outcome;

type Case = [right: Outcome | 'still_open' | 'left out', what: string, rooms: RoomRow[], activity?: ActivityRow[]];

const CASES: Case[] = [
  // returns
  ['stayed_solved', 'AI closed it alone and nobody came back', [room({})]],
  ['came_back', 'the customer asks again', [room({}), next(after(5))]],
  ['came_back', 'on another channel: one person', [room({}), next(after(5), { channel: 'instagram' })]],
  ['came_back', 'exactly 48:00:00 after the close', [room({}), next(after(48))]],
  ['stayed_solved', 'one second later', [room({}), next(after(48, 1))]],
  ['came_back', 'one second earlier', [room({}), next(after(48, -1))]],
  ['came_back', 'one second after the close', [room({}), next(after(0, 1))]],
  ['stayed_solved', 'at the very moment of the close: before it counts as an answer', [room({}), next(after(0))]],
  ['stayed_solved', 'opened before the first was closed', [room({}), next(after(0, -1))]],
  ['came_back', 'the second chat is solved by AI', [room({}), next(after(5), { closed_at: after(6), closed_reason: 'RESOLVE_AI' })]],
  ['came_back', 'the second chat is handled by the team', [room({}), next(after(5), { closed_at: after(6), ...BY_TEAM })]],
  ['stayed_solved', 'only thanks', [room({}), next(after(5))], [log({ room_id: 'next', thanks_only: true })]],
  ['came_back', 'thanks not measured', [room({}), next(after(5))], [log({ room_id: 'next', thanks_only: null })]],
  ['came_back', 'the first chat was thanks only, the second is a question', [room({}), next(after(5))], [log({ thanks_only: true })]],
  ['stayed_solved', 'a reply to a broadcast', [room({}), next(after(5), { initiated_by: 'business' })]],
  ['came_back', 'not known who wrote first', [room({}), next(after(5), { initiated_by: null })]],
  ['stayed_solved', 'a broadcast that nobody answered', [room({}), next(after(5), { initiated_by: 'business', first_inbound_at: null })]],
  ['stayed_solved', 'another topic', [room({ topic: 'price' }), next(after(5), { topic: 'return' })]],
  ['came_back', 'the same topic', [room({ topic: 'price' }), next(after(5), { topic: 'price' })]],
  ['came_back', 'topic of the second unknown', [room({ topic: 'price' }), next(after(5))]],
  ['came_back', 'topic of the first unknown', [room({}), next(after(5), { topic: 'price' })]],
  ['came_back', 'another topic first, the same one later', [room({ topic: 'a' }), next(after(5), { topic: 'b' }), next(after(6), { id: 'third', topic: 'a' })]],
  ['stayed_solved', 'another customer', [room({}), next(after(5), { contact_id: 'sari' })]],
  ['stayed_solved', 'a customer nobody knows', [room({}), next(after(5), { contact_id: null })]],
  ['stayed_solved', 'somebody tried the bot out', [room({}), next(after(5), { is_test: true })]],
  ['stayed_solved', 'rubbish', [room({}), next(after(5), { closed_at: after(6), closed_reason: 'spam' })]],
  ['stayed_solved', 'another organization', [room({}), next(after(5), { organization_id: '11111111-2222-4333-8444-555555555555' })]],
  // who solved it
  ['handed_over', 'closed as solved by AI, but an agent was attached', [room({ assign_channel_agent_id: 'budi' })]],
  ['handed_over', 'AI answered, the team closed', [room(BY_TEAM)], [log({ ai_answers: 2 })]],
  ['human_only', 'AI only greeted', [room(BY_TEAM)], [log({ ai_answers: 0 })]],
  ['handed_over', 'answers are not counted: the log alone says that AI took part', [room(BY_TEAM)], [log({ ai_answers: null })]],
  ['human_only', 'AI logged nothing', [room(BY_TEAM)]],
  ['stayed_solved', 'solved by AI, although the log knows of no answer', [room({})], [log({ ai_answers: 0 })]],
  ['ended_unclear', 'it just ended', [room({ closed_reason: 'RESOLVE' })], [log({ ai_answers: 1 })]],
  ['ended_unclear', 'closed without a reason', [room({ closed_reason: null })], [log({ ai_answers: 1 })]],
  ['ended_unclear', 'the reason is another word', [room({ closed_reason: 'resolve_ai' })], [log({ ai_answers: 1 })]],
  ['handed_over', 'a return after the team had it is no matter', [room(BY_TEAM), next(after(5))], [log({ ai_answers: 1 })]],
  ['uncheckable', 'no contact', [room({ contact_id: null })]],
  ['uncheckable', 'no contact, handed over', [room({ contact_id: null, ...BY_TEAM })], [log({ ai_answers: 1 })]],
  ['human_only', 'no contact, and AI was not there', [room({ contact_id: null, ...BY_TEAM })]],
  ['still_open', 'not closed', [room({ closed_at: null, closed_reason: null, updated_at: CLOSE })]],
  ['still_open', 'solved in name, but not closed', [room({ closed_at: null, updated_at: CLOSE })]],
  // left out
  ['left out', 'no message of the customer', [room({ first_inbound_at: null })]],
  ['left out', 'a test', [room({ is_test: true })]],
  ['left out', 'rubbish', [room({ closed_reason: 'SPAM' })]],
  ['left out', 'blocked, in any spelling', [room({ closed_reason: 'Blocked' })]],
  ['left out', 'of another organization', [room({ organization_id: '11111111-2222-4333-8444-555555555555' })]],
  // duplicates
  ['handed_over', 'the newest row counts', [room({ ...BY_TEAM, updated_at: after(2) }), room({ updated_at: after(1) })], [log({ ai_answers: 1 })]],
  ['handed_over', 'of equally new rows the one read last', [room({}), room(BY_TEAM)], [log({ ai_answers: 1 })]],
  ['left out', 'a newer row leaves the chat out', [room({}), room({ is_test: true, updated_at: after(1) })]],
  ['human_only', 'the newest log counts', [room(BY_TEAM)], [log({ ai_answers: 0, updated_at: after(1) }), log({ ai_answers: 3 })]],
  [
    'handed_over',
    'times are compared, not their spelling',
    [room({ updated_at: '2026-10-05T12:30:00+07:00' }), room({ ...BY_TEAM, updated_at: after(1) })],
    [log({})],
  ],
];

describe('reference', () => {
  for (const [right, what, rooms, activity] of CASES) {
    test(`${right}: ${what}`, () => assert.equal(outcomeOf(shop(rooms, activity)) ?? 'left out', right));
  }

  test('a chain: each chat is judged by its own next 48 hours', () => {
    const chain = [0, 40, 80, 200].map((hours, i) => room({ id: `chat ${i}`, first_inbound_at: after(hours, -600), closed_at: after(hours) }));
    assert.deepEqual(
      judge(shop(chain)).map(({ outcome, returned_in }) => [outcome, returned_in]),
      [
        ['came_back', 'chat 1'],
        ['came_back', 'chat 2'],
        ['stayed_solved', null],
        ['stayed_solved', null],
      ],
    );
  });

  test('checking until strictly 48 hours have passed, even when the customer is already back', () => {
    const at = (as_of: string): string | undefined => outcomeOf(shop([room({}), next(after(5))], [], { as_of }));
    assert.equal(at(after(47)), 'checking');
    assert.equal(at(after(48)), 'checking');
    assert.equal(at(after(48, 1)), 'came_back');
  });

  test('a young chat of the team is of the team; share of everything waits for it', () => {
    const rooms = [room(BY_TEAM), room({ id: 'old', ...BY_TEAM, closed_at: after(-100) }), room({ id: 'solved', closed_at: after(-100) })];
    const hero = heroOf(shop(rooms, [], { as_of: after(10) }), { period: '2026-10' });
    assert.equal(hero.outcomes.human_only, 2);
    assert.deepEqual([hero.share_of_all.count, hero.share_of_all.of], [1, 2]);
  });
});

const heroOf = (its: Shop, query: Parameters<typeof reportOf>[1]): HeroValue => {
  const { hero } = reportOf(its, query, NOW).data;
  assert.equal(hero.status, 'ok');
  return hero;
};

describe('reference report', () => {
  test('a chat belongs to the local day of its close', () => {
    const day = (closed_at: string, time_zone: string): string =>
      judge(shop([room({ closed_at })], [], { organization: { ...ORGANIZATION, time_zone } }))[0]!.local_day;
    assert.equal(day('2026-09-30T16:59:59Z', 'Asia/Jakarta'), '2026-09-30');
    assert.equal(day('2026-09-30T17:00:00Z', 'Asia/Jakarta'), '2026-10-01');
    assert.equal(day('2026-09-30T16:00:00Z', 'Asia/Makassar'), '2026-10-01');
    assert.equal(day('2026-09-30T15:00:00Z', 'Asia/Jayapura'), '2026-10-01');
    assert.equal(day('2026-10-24T21:59:59Z', 'Europe/Berlin'), '2026-10-24');
    assert.equal(day('2026-10-25T22:59:59Z', 'Europe/Berlin'), '2026-10-25');
    assert.equal(day('2026-10-25T23:00:00Z', 'Europe/Berlin'), '2026-10-26');
  });

  test('final once the window of the last day has passed; the day of that is told', () => {
    const period = (as_of: string, time_zone = 'Asia/Jakarta', to = '2026-10-31') =>
      reportOf(shop([], [], { as_of, organization: { ...ORGANIZATION, time_zone } }), { from: '2026-10-01', to }, NOW).meta.period;
    assert.deepEqual(period('2026-11-02T16:59:59Z'), {
      from: '2026-10-01',
      to: '2026-10-31',
      channel: null,
      status: 'provisional',
      final_on: '2026-11-03',
      frozen: null,
    });
    assert.equal(period('2026-11-02T17:00:00Z').status, 'final');
    // a day of 25 hours: two days after its midnight it is 23:00 of the day before
    assert.equal(period('2026-11-02T17:00:00Z', 'Europe/Berlin', '2026-10-24').final_on, '2026-10-26');
    // midnight itself is skipped
    assert.equal(period('2026-11-02T17:00:00Z', 'America/Santiago', '2026-10-24').final_on, '2026-10-27');
  });

  test('a channel narrows the chats, not the returns', () => {
    const rooms = [room({}), next(after(5), { channel: 'instagram', closed_at: after(6), closed_reason: 'RESOLVE_AI' })];
    assert.deepEqual(heroOf(shop(rooms), { period: '2026-10', channel: 'whatsapp' }).outcomes, { ...NONE, came_back: 1 });
    assert.deepEqual(heroOf(shop(rooms), { period: '2026-10', channel: 'instagram' }).outcomes, { ...NONE, stayed_solved: 1 });
    assert.deepEqual(heroOf(shop(rooms), { period: '2026-10', channel: 'fax' }).outcomes, NONE);
  });

  test('channels: most used first, equally used ones by name', () => {
    const rooms = ['webchat', 'instagram', 'whatsapp', 'whatsapp'].map((channel, i) => room({ id: `${i}`, channel }));
    assert.deepEqual(reportOf(shop(rooms), {}, NOW).meta.channels, ['whatsapp', 'instagram', 'webchat']);
  });

  test('still open: first written to in the period and not closed', () => {
    const open = (id: string, first_inbound_at: string) => next(first_inbound_at, { id });
    const rooms = [open('before', '2026-09-30T16:59:59Z'), open('first', '2026-09-30T17:00:00Z'), open('later', '2026-10-19T00:00:00Z')];
    assert.equal(heroOf(shop(rooms), { period: '2026-10' }).still_open, 2);
  });

  test('a return after the end of the period still counts in the period of the close', () => {
    const closed_at = '2026-10-31T16:00:00.000Z';
    const rooms = [room({ closed_at }), next('2026-11-02T15:00:00.000Z')];
    assert.equal(heroOf(shop(rooms, [], { as_of: '2026-11-10T00:00:00Z' }), { period: '2026-10' }).outcomes.came_back, 1);
  });

  test('compared with the month before, once both have enough chats', () => {
    const month = (name: string, day: string, solved: number) =>
      Array.from({ length: 40 }, (_, i) =>
        room({ id: `${name} ${i}`, contact_id: `${name} ${i}`, closed_at: day, closed_reason: i < solved ? 'RESOLVE_AI' : 'RESOLVE' }),
      );
    const rooms = [...month('september', '2026-09-10T00:00:00Z', 10), ...month('october', '2026-10-10T00:00:00Z', 30)];
    const activity = rooms.map(({ id }) => log({ room_id: id, ai_answers: 1 }));
    const { vs_previous } = heroOf(shop(rooms, activity), { period: '2026-10' });
    assert.deepEqual([vs_previous?.verdict, vs_previous?.points, vs_previous?.earlier], ['better', 50, { share: 0.25, of: 40 }]);
    assert.equal(heroOf(shop(rooms, activity), { period: '2026-09' }).vs_previous, null);
  });

  test('nothing imported: no number, and a period all the same', () => {
    const report = ImpactReport.parse(reportOf(shop([], [], { as_of: null }), {}, NOW));
    assert.deepEqual(report.data.hero, { status: 'unavailable', reason: 'no_data_yet' });
    assert.deepEqual([report.meta.period.from, report.meta.period.status, report.meta.as_of], ['2026-10-01', 'provisional', null]);
  });

  test('every closed chat has exactly one outcome', () => {
    const rooms = CASES.flatMap(([, , its], i) => its.map((row) => ({ ...row, id: `${i} ${row.id}`, contact_id: row.contact_id && `${i} ${row.contact_id}` })));
    const judged = judge(shop(rooms));
    const hero = heroOf(shop(rooms), { from: '2026-09-01', to: '2026-11-30' });
    assert.equal(closed(hero.outcomes), judged.filter(({ outcome }) => outcome !== 'still_open').length);
    assert.equal(hero.still_open + closed(hero.outcomes), judged.length);
  });
});

const NONE = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
