import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Journey, type JourneyLink, type JourneyNode, type JourneyValue } from '@qontak/impact-contract';
import { after, BY_TEAM, log, next, NOW, room, rooms, shop } from './by-hand.ts';
import { reportOf } from './index.ts';
import type { ActivityRow, RoomRow } from '../rows.ts';

function journeyOf(its: RoomRow[], activity: ActivityRow[] = [], as_of?: string): JourneyValue {
  const value = Journey.parse(reportOf(shop(its, activity, as_of === undefined ? {} : { as_of }), { period: '2026-10' }, NOW).data.journey);
  assert.ok(value.status === 'ok');
  return value;
}
const nodesOf = ({ nodes }: JourneyValue): Partial<Record<JourneyNode, number>> => Object.fromEntries(nodes.map(({ id, chats }) => [id, chats]));

describe('journey', () => {
  test('each chat goes one way, and all ways together are the closed chats', () => {
    const its = [
      ...rooms(3),
      ...rooms(2, (i) => ({ id: `team ${i}`, ...BY_TEAM })),
      room({ id: 'handed over', contact_id: 'h', ...BY_TEAM }),
      room({ id: 'ended', contact_id: 'e', closed_reason: 'RESOLVE' }),
      room({ id: 'unknown', contact_id: null }),
      room({ id: 'young', contact_id: 'y', closed_at: '2026-10-19T00:00:00Z' }),
      room({ id: 'open', contact_id: 'o', closed_at: null, closed_reason: null }),
    ];
    const value = journeyOf(
      its,
      ['handed over', 'ended'].map((room_id) => log({ room_id, ai_answers: 1 })),
    );
    assert.deepEqual(nodesOf(value), {
      arrived: 9,
      ai_first: 7,
      team_first: 2,
      stayed_solved: 3,
      handed_over: 1,
      ended_unclear: 1,
      checking: 1,
      uncheckable: 1,
      human_only: 2,
    });
    assert.equal(value.total, 9);
    assert.deepEqual(
      value.links.map(({ from, to, chats }) => `${from} > ${to}: ${chats}`),
      [
        'arrived > ai_first: 7',
        'arrived > team_first: 2',
        'ai_first > stayed_solved: 3',
        'ai_first > handed_over: 1',
        'ai_first > ended_unclear: 1',
        'ai_first > checking: 1',
        'ai_first > uncheckable: 1',
        'team_first > human_only: 2',
      ],
    );
  });

  const HELPED: [right: JourneyNode, what: string, again: RoomRow, activity?: ActivityRow[]][] = [
    ['came_back_ai', 'AI solved it the second time', next(after(5), { closed_at: after(6), closed_reason: 'RESOLVE_AI' })],
    ['came_back_team', 'the team did', next(after(5), { closed_at: after(6), ...BY_TEAM })],
    ['came_back_team', 'AI handed over to the team', next(after(5), { closed_at: after(6), ...BY_TEAM }), [log({ room_id: 'next', ai_answers: 1 })]],
    ['came_back_team', 'solved by AI in name, but an agent was there', next(after(5), { closed_at: after(6), ...BY_TEAM, closed_reason: 'RESOLVE_AI' })],
    [
      'came_back_open',
      'nobody: it just ended after an answer of AI, which the team did not see',
      next(after(5), { closed_at: after(6), closed_reason: 'RESOLVE' }),
      [log({ room_id: 'next', ai_answers: 1 })],
    ],
    ['came_back_open', 'nobody yet', next(after(5))],
    ['came_back_ai', 'AI, and so lately that this chat itself is still waiting', next(after(47), { closed_at: after(70), closed_reason: 'RESOLVE_AI' })],
  ];
  for (const [right, what, again, activity] of HELPED) {
    test(`who helped those who came back: ${what}`, () => {
      const value = journeyOf([room({}), again], activity, after(72));
      assert.equal(nodesOf(value)[right], 1);
      assert.equal(nodesOf(value).came_back, 1);
      const [link] = value.links.filter(({ from }) => from === 'came_back');
      assert.deepEqual(link, { from: 'came_back', to: right, chats: 1 } satisfies JourneyLink);
    });
  }

  test('nobody came: no stations', () => assert.deepEqual(journeyOf([]), { status: 'ok', total: 0, nodes: [], links: [] }));
});
