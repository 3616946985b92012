import * as z from 'zod/mini';
import { Count } from './units.ts';
import { Unavailable } from './unavailable.ts';

/** The stations of a chat. `arrived` comes first; the last ones are the outcomes of spec/metrics.md, came_back split by who helped then. */
export const JOURNEY_NODES = [
  'arrived',
  'ai_first',
  'team_first',
  'stayed_solved',
  'came_back',
  'came_back_ai',
  'came_back_team',
  'came_back_open',
  'handed_over',
  'ended_unclear',
  'checking',
  'uncheckable',
  'human_only',
] as const;
export type JourneyNode = (typeof JOURNEY_NODES)[number];

export const JourneyLink = z.object({ from: z.enum(JOURNEY_NODES), to: z.enum(JOURNEY_NODES), chats: Count });
export type JourneyLink = z.infer<typeof JourneyLink>;

const JourneyValue = z
  .object({
    status: z.literal('ok'),
    /** Every closed chat of the period. */
    total: Count,
    nodes: z.array(z.object({ id: z.enum(JOURNEY_NODES), chats: Count })),
    links: z.array(JourneyLink),
  })
  .check(
    z.refine(({ nodes }) => new Set(nodes.map(({ id }) => id)).size === nodes.length, 'a station stands there twice'),
    z.refine(
      ({ nodes, links }) => links.every(({ from, to }) => nodes.some(({ id }) => id === from) && nodes.some(({ id }) => id === to)),
      'a way leads nowhere',
    ),
    z.refine(balances, 'the journey does not add up'),
  );
export type JourneyValue = z.infer<typeof JourneyValue>;

/** What flows into a station also stands in it, and flows out again unless the journey ends there. */
function balances({ total, nodes, links }: { total: number; nodes: { id: JourneyNode; chats: number }[]; links: JourneyLink[] }): boolean {
  const sum = (side: 'from' | 'to', id: JourneyNode): number => links.filter((link) => link[side] === id).reduce((chats, link) => chats + link.chats, 0);
  return nodes.every(({ id, chats }) => {
    const leaves = links.some((link) => link.from === id);
    return chats === (id === 'arrived' ? total : sum('to', id)) && (!leaves || chats === sum('from', id));
  });
}

/** Where every chat went: AI and the team. */
export const Journey = z.union([JourneyValue, Unavailable]);
export type Journey = z.infer<typeof Journey>;
