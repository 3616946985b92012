import { closed, JOURNEY_NODES, type JourneyNode, type JourneyValue } from '@qontak/impact-contract';
import { countIn, type Measured, outcomesFrom } from './measured.ts';

/** The station before each: there is only one, so that a link is known by where it ends. */
const BEFORE: Readonly<Record<Exclude<JourneyNode, 'arrived'>, JourneyNode>> = {
  ai_first: 'arrived',
  team_first: 'arrived',
  stayed_solved: 'ai_first',
  came_back: 'ai_first',
  came_back_ai: 'came_back',
  came_back_team: 'came_back',
  came_back_open: 'came_back',
  handed_over: 'ai_first',
  ended_unclear: 'ai_first',
  checking: 'ai_first',
  uncheckable: 'ai_first',
  human_only: 'team_first',
};

/** Where every closed chat of the period went. It adds up because the stations are the outcomes. */
export function journey(rows: readonly Measured[]): JourneyValue {
  const count = countIn(rows);
  const outcomes = outcomesFrom(count);
  const total = closed(outcomes);
  const through = { arrived: total, ai_first: total - outcomes.human_only, team_first: outcomes.human_only };
  const stood = JOURNEY_NODES.map((id) => ({ id, chats: id in through ? through[id as keyof typeof through] : count(id) })).filter(({ chats }) => chats > 0);
  return {
    status: 'ok',
    total,
    nodes: stood,
    links: stood.flatMap(({ id, chats }) => (id === 'arrived' ? [] : [{ from: BEFORE[id], to: id, chats }])),
  };
}
