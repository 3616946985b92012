import { type Difference, rateOf, type ReopenRateValue, unavailable } from '@qontak/impact-contract';
import { commonStories } from '../kit/common-stories.ts';
import { sampleReport } from '../kit/sample-report.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-reopen-rate';

export const returns = (count: number, of: number, more: Partial<Pick<ReopenRateValue, 'corrected' | 'vs_previous'>> = {}): ReopenRateValue => ({
  status: 'ok',
  rate: rateOf(count, of),
  corrected: 0,
  vs_previous: null,
  ...more,
});

export const FEWER: Difference = { verdict: 'better', points: -4, low: -7, high: -1, earlier: { share: 0.13, of: 640 } };
const SAME: Difference = { verdict: 'same', points: 1, low: -2, high: 4, earlier: { share: 0.08, of: 610 } };
const MORE: Difference = { verdict: 'worse', points: 5, low: 2, high: 8, earlier: { share: 0.04, of: 700 } };

/** An ordinary month. */
export const MONTH = returns(61, 681, { vs_previous: FEWER });

const given = (name: string, reopen_rate: ReopenRateValue, meta: Parameters<typeof sampleReport>[1] = {}): Story => ({
  tag,
  name,
  settings: () => ({ data: sampleReport({ reopen_rate }, meta) }),
  ends: 'ready',
});

const running = {
  period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
} as const;

export const stories: Story[] = [
  given('full', MONTH),
  given('more than before', returns(61, 681, { vs_previous: MORE })),
  given('not final yet', returns(61, 681, { vs_previous: SAME, corrected: 3 }), running),
  given('one channel, some days', returns(31, 290, { corrected: 1 }), {
    period: { from: '2026-10-05', to: '2026-10-18', channel: 'whatsapp', status: 'final', final_on: '2026-10-20', frozen: null },
  }),
  given('only returns on the same channel', MONTH, { match_rule: { window_hours: 24, across_channels: false, topic: 'if_known' } }),
  given('a busy shop', returns(9_120, 320_127)),
  given('fewer than one in a hundred', returns(4, 1200)),
  given('nobody came back', returns(0, 240)),
  given('everybody came back', returns(140, 140)),
  given('rough', returns(5, 31, { vs_previous: { ...SAME, points: 4, low: -14, high: 22, earlier: { share: 0.12, of: 34 } } })),
  given('x of n', returns(3, 20)),
  given('counts only', returns(1, 6)),
  given('a single chat', returns(0, 1)),
  given('no chats this month', returns(0, 0), running),
  given('no chats in a month gone by', returns(0, 0)),
  { tag, name: 'no data yet', settings: () => ({ data: sampleReport({ reopen_rate: unavailable('no_data_yet') }) }), ends: 'ready' },
  { tag, name: 'not available', settings: () => ({ data: sampleReport() }), ends: 'ready' },
  ...commonStories(tag, () => sampleReport({ reopen_rate: MONTH })),
];
