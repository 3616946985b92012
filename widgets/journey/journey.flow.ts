import { type ChatFigure, JOURNEY_NODES, type JourneyNode, type JourneyValue } from '@qontak/impact-contract';

// The one shape of the journey: every station has one before it, so a station and the way into it are the same chats.

/** Whose colour a station has. */
type Role = 'ai' | 'team' | 'came_back' | 'other';

interface Place {
  before: JourneyNode | null;
  role: Role;
  /** The figure whose list of chats is exactly this station's. */
  figure: ChatFigure;
}

const FLOW: Readonly<Record<JourneyNode, Place>> = {
  arrived: { before: null, role: 'other', figure: 'closed' },
  ai_first: { before: 'arrived', role: 'ai', figure: 'ai_first' },
  team_first: { before: 'arrived', role: 'team', figure: 'human_only' },
  stayed_solved: { before: 'ai_first', role: 'ai', figure: 'stayed_solved' },
  came_back: { before: 'ai_first', role: 'came_back', figure: 'came_back' },
  came_back_ai: { before: 'came_back', role: 'came_back', figure: 'came_back_ai' },
  came_back_team: { before: 'came_back', role: 'came_back', figure: 'came_back_team' },
  came_back_open: { before: 'came_back', role: 'came_back', figure: 'came_back_open' },
  handed_over: { before: 'ai_first', role: 'team', figure: 'handed_over' },
  ended_unclear: { before: 'ai_first', role: 'other', figure: 'ended_unclear' },
  checking: { before: 'ai_first', role: 'other', figure: 'checking' },
  uncheckable: { before: 'ai_first', role: 'other', figure: 'uncheckable' },
  human_only: { before: 'team_first', role: 'team', figure: 'human_only' },
};

/** A station through which chats went. */
export interface Station {
  id: JourneyNode;
  before: JourneyNode | null;
  /** How many stations lie before it. */
  depth: number;
  chats: number;
  /** The chats of the station before. */
  of: number;
  role: Role;
  figure: ChatFigure;
}

/**
 * The stations in the order of the flow, those without chats left out. Null when the figures do not form this flow (a link that we do
 * not know, a station without a way in, one that loses chats): drawn all the same, such a journey would tell something untrue.
 */
export function stationsOf({ total, nodes, links }: JourneyValue): Station[] | null {
  const standing = nodes.filter(({ chats }) => chats > 0);
  const ways = links.filter(({ chats }) => chats > 0);
  const chatsAt = new Map(standing.map(({ id, chats }) => [id, chats]));
  const fits =
    chatsAt.size === standing.length &&
    (chatsAt.get('arrived') ?? 0) === total &&
    ways.length === Math.max(0, standing.length - 1) &&
    new Set(ways.map(({ to }) => to)).size === ways.length &&
    ways.every(({ from, to, chats }) => FLOW[to].before === from && chatsAt.get(to) === chats && chatsAt.has(from)) &&
    standing.every(({ id, chats }) => [0, chats].includes(sum(ways.filter(({ from }) => from === id).map((way) => way.chats))));
  return fits ? walk('arrived', 0, total, chatsAt) : null;
}

function walk(id: JourneyNode, depth: number, of: number, chatsAt: ReadonlyMap<JourneyNode, number>): Station[] {
  const chats = chatsAt.get(id);
  if (chats === undefined) return [];
  const after = JOURNEY_NODES.filter((next) => FLOW[next].before === id);
  return [{ id, depth, chats, of, ...FLOW[id] }, ...after.flatMap((next) => walk(next, depth + 1, chats, chatsAt))];
}

const sum = (numbers: number[]): number => numbers.reduce((all, n) => all + n, 0);
