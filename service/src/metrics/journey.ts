import { closed, JOURNEY_NODES, type JourneyNode, type JourneyValue, type OutcomeCounts } from '@qontak/impact-contract';

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

export interface JourneySums extends OutcomeCounts {
  came_back_ai: number;
  came_back_team: number;
  came_back_open: number;
}

/** Where every closed chat of the period went. It adds up because the stations are the outcomes. */
export function journey([sums]: readonly JourneySums[]): JourneyValue {
  const total = closed(sums!);
  const chatsAt: Record<JourneyNode, number> = { ...sums!, arrived: total, ai_first: total - sums!.human_only, team_first: sums!.human_only };
  const stood = JOURNEY_NODES.map((id) => ({ id, chats: chatsAt[id] })).filter(({ chats }) => chats > 0);
  return {
    status: 'ok',
    total,
    nodes: stood,
    links: stood.flatMap(({ id, chats }) => (id === 'arrived' ? [] : [{ from: BEFORE[id], to: id, chats }])),
  };
}
