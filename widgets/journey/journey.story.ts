import { JOURNEY_NODES, type JourneyNode, type JourneyValue, unavailable } from '@qontak/impact-contract';
import { commonStories } from '../kit/common-stories.ts';
import { sampleReport } from '../kit/sample-report.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-journey';

/** How many chats ended where; the ways to there follow. */
export type Ends = Partial<Record<Exclude<JourneyNode, 'arrived' | 'ai_first' | 'team_first' | 'came_back'>, number>>;

const BEFORE: Readonly<Partial<Record<JourneyNode, JourneyNode>>> = {
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

/** A journey from how its chats ended. */
export function sampleJourney(ends: Ends): JourneyValue {
  const counts = new Map<JourneyNode, number>(Object.entries(ends) as [JourneyNode, number][]);
  const at = (id: JourneyNode): number => counts.get(id) ?? JOURNEY_NODES.filter((next) => BEFORE[next] === id).reduce((sum, next) => sum + at(next), 0);
  const nodes = JOURNEY_NODES.map((id) => ({ id, chats: at(id) })).filter(({ chats }) => chats > 0);
  const links = nodes.flatMap(({ id, chats }) => (BEFORE[id] === undefined ? [] : [{ from: BEFORE[id], to: id, chats }]));
  return { status: 'ok', total: at('arrived'), nodes, links };
}

/** An ordinary month. */
export const MONTH: Ends = {
  stayed_solved: 620,
  came_back_ai: 22,
  came_back_team: 34,
  came_back_open: 5,
  handed_over: 240,
  ended_unclear: 79,
  checking: 34,
  uncheckable: 3,
  human_only: 410,
};

/** It adds up, and yet it is no journey that we know: chats end where none can come directly. */
const UNKNOWN_FLOW: JourneyValue = {
  status: 'ok',
  total: 10,
  nodes: [
    { id: 'arrived', chats: 10 },
    { id: 'handed_over', chats: 10 },
  ],
  links: [{ from: 'arrived', to: 'handed_over', chats: 10 }],
};

const given = (name: string, ends: Ends, meta: Parameters<typeof sampleReport>[1] = {}): Story => ({
  tag,
  name,
  settings: () => ({ data: sampleReport({ journey: sampleJourney(ends) }, meta) }),
  ends: 'ready',
});

const running = {
  period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
} as const;

export const stories: Story[] = [
  given('full', { ...MONTH, checking: 0 }),
  given('not final yet', MONTH, running),
  given('one channel, some days', MONTH, {
    period: { from: '2026-10-05', to: '2026-10-18', channel: 'whatsapp', status: 'final', final_on: '2026-10-20', frozen: null },
  }),
  given('a busy shop', {
    stayed_solved: 311_007,
    came_back_ai: 3_020,
    came_back_team: 6_040,
    came_back_open: 60,
    handed_over: 98_211,
    ended_unclear: 12_330,
    uncheckable: 1,
    human_only: 182_400,
  }),
  given('many came back', { stayed_solved: 120, came_back_ai: 210, came_back_team: 340, came_back_open: 60, handed_over: 45, human_only: 90 }),
  given('rough', { stayed_solved: 26, came_back_team: 4, came_back_open: 1, handed_over: 11, ended_unclear: 4, human_only: 12 }),
  given('x of n', { stayed_solved: 13, came_back_ai: 2, handed_over: 4, human_only: 5 }),
  given('counts only', { stayed_solved: 3, came_back_team: 1, handed_over: 1, human_only: 2 }),
  given('a single chat', { handed_over: 1 }),
  given('only the team', { human_only: 410 }),
  given('all solved by AI', { stayed_solved: 240 }),
  given('nothing solved', { handed_over: 130, ended_unclear: 20, human_only: 40 }),
  given('nothing counted yet', { checking: 14 }, running),
  given('no chats this month', {}, running),
  given('no chats in a month gone by', {}),
  { tag, name: 'a flow we do not know', settings: () => ({ data: sampleReport({ journey: UNKNOWN_FLOW }) }), ends: 'ready' },
  { tag, name: 'no data yet', settings: () => ({ data: sampleReport({ journey: unavailable('no_data_yet') }) }), ends: 'ready' },
  { tag, name: 'not measured', settings: () => ({ data: sampleReport() }), ends: 'ready' },
  ...commonStories(tag, () => sampleReport({ journey: sampleJourney({ ...MONTH, checking: 0 }) })),
];
