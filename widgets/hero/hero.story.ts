import { type Difference, rateOf } from '@qontak/impact-contract';
import { commonStories } from '../kit/common-stories.ts';
import { failing, type SampleHero, sampleHero, sampleReport } from '../kit/sample-report.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-hero';
const ORIGIN = 'https://metrics.example.id';

const better: Difference = { verdict: 'better', points: 4, low: 1, high: 7, earlier: { share: 0.58, of: 980 } };
const same: Difference = { verdict: 'same', points: 1, low: -3, high: 5, earlier: { share: 0.61, of: 940 } };
const worse: Difference = { verdict: 'worse', points: -6, low: -10, high: -2, earlier: { share: 0.68, of: 1020 } };

/** An ordinary month: 62 of 100, 6 more that looked solved. */
export const MONTH: SampleHero = {
  outcomes: { human_only: 510, uncheckable: 3, came_back: 61, stayed_solved: 620, handed_over: 240, ended_unclear: 79 },
  vs_previous: better,
  vs_first_month: { verdict: 'better', points: 11, low: 7, high: 15, earlier: { share: 0.51, of: 400 } },
};

const given = (name: string, hero: SampleHero, meta: Parameters<typeof sampleReport>[1] = {}): Story => ({
  tag,
  name,
  settings: () => ({ data: sampleReport({ hero: sampleHero(hero) }, meta) }),
  ends: 'ready',
});

const refused = (name: string, status: number): Story => ({ tag, name, settings: () => ({ src: ORIGIN, fetcher: failing(status) }), ends: 'failed' });

const running = {
  period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
} as const;

/** October, of which something else was said before a late file came in. */
const revised = {
  period: {
    from: '2026-10-01',
    to: '2026-10-31',
    channel: null,
    status: 'final',
    final_on: '2026-11-03',
    frozen: { revision: 2, frozen_at: '2026-11-03T01:00:00Z', revised_at: '2026-11-20T01:00:00Z', net: rateOf(632, 1000) },
  },
} as const;

export const stories: Story[] = [
  given('full', MONTH),
  given(
    'not final yet',
    { ...MONTH, outcomes: { ...MONTH.outcomes, checking: 34 }, still_open: 12, corrected: 2, vs_previous: same, vs_first_month: null },
    running,
  ),
  given('changed after it was final', { ...MONTH, corrected: 2 }, revised),
  given('worse than before', { ...MONTH, vs_previous: worse }),
  given(
    'one channel, some days',
    { outcomes: MONTH.outcomes },
    { period: { from: '2026-10-05', to: '2026-10-18', channel: 'whatsapp', status: 'final', final_on: '2026-10-20', frozen: null } },
  ),
  given('a busy shop', {
    outcomes: { human_only: 182_400, came_back: 9_120, stayed_solved: 311_007, handed_over: 98_211, ended_unclear: 12_330, uncheckable: 1 },
  }),
  given('rough', { outcomes: { human_only: 12, came_back: 5, stayed_solved: 26, handed_over: 11, ended_unclear: 4 } }),
  given('x of n', { outcomes: { came_back: 3, stayed_solved: 17, handed_over: 4 } }),
  given('counts only', { outcomes: { came_back: 1, stayed_solved: 5, handed_over: 1 } }),
  given('a single chat', { outcomes: { handed_over: 1 } }),
  given('nothing solved', { outcomes: { human_only: 40, handed_over: 130, ended_unclear: 20 } }),
  given('all solved', { outcomes: { stayed_solved: 240 } }),
  given('nearly all solved', { outcomes: { stayed_solved: 1196, came_back: 4 } }),
  given('no chats this month', { outcomes: { checking: 4 }, still_open: 2 }, running),
  given('no chats in a month gone by', { outcomes: {} }),
  { tag, name: 'not available', settings: () => ({ data: sampleReport() }), ends: 'ready' },
  refused('signed out', 401),
  { tag, name: 'not set up', settings: () => ({}), ends: 'failed' },
  { tag, name: 'no answer', settings: () => ({ src: ORIGIN, fetcher: () => Promise.reject(new TypeError('Failed to fetch')) }), ends: 'failed' },
  ...commonStories(tag, () => sampleReport({ hero: sampleHero(MONTH) })),
];
