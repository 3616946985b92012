// Where every closed chat went: spec/metrics.md, section 5. The stations are the outcomes of section 2, so that it adds up by construction.
import { type JourneyLink, type JourneyNode, JOURNEY_NODES, type JourneyValue } from '@qontak/impact-contract';
import type { ClosedChat } from './cohort.ts';

/** The stations of a chat, in order. */
function wayOf(chat: ClosedChat): JourneyNode[] {
  if (chat.outcome === 'human_only') return ['arrived', 'team_first', 'human_only'];
  const way: JourneyNode[] = ['arrived', 'ai_first', chat.outcome];
  return chat.return_helped_by === null ? way : [...way, `came_back_${chat.return_helped_by}`];
}

export function journey(closed: readonly ClosedChat[]): JourneyValue {
  const [stood, moved] = [new Map<JourneyNode, number>(), new Map<JourneyNode, JourneyLink>()];
  for (const way of closed.map(wayOf)) {
    for (const [i, id] of way.entries()) {
      stood.set(id, (stood.get(id) ?? 0) + 1);
      // every station has one station before it, so a link is known by where it ends
      if (i > 0) moved.set(id, { from: way[i - 1]!, to: id, chats: (moved.get(id)?.chats ?? 0) + 1 });
    }
  }
  return {
    status: 'ok',
    total: closed.length,
    nodes: JOURNEY_NODES.flatMap((id) => (stood.has(id) ? [{ id, chats: stood.get(id)! }] : [])),
    links: JOURNEY_NODES.flatMap((id) => (moved.has(id) ? [moved.get(id)!] : [])),
  };
}
