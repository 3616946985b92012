import { rateOf, type SentimentValue, unavailable } from '@qontak/impact-contract';
import { commonStories } from '../kit/common-stories.ts';
import { sampleReport } from '../kit/sample-report.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-sentiment';

/** Moods from their three counts; `eligible`: all chats that could have been measured, by default those that were. */
export function sampleSentiment(better: number, same: number, worse: number, eligible?: number): SentimentValue {
  const measured = better + same + worse;
  return {
    status: 'ok',
    better: rateOf(better, measured),
    same: rateOf(same, measured),
    worse: rateOf(worse, measured),
    measured,
    eligible: eligible ?? measured,
  };
}

/** An ordinary month. */
export const MONTH = sampleSentiment(201, 392, 57, 812);

const given = (name: string, sentiment: SentimentValue, meta: Parameters<typeof sampleReport>[1] = {}): Story => ({
  tag,
  name,
  settings: () => ({ data: sampleReport({ sentiment }, meta) }),
  ends: 'ready',
});

const running = {
  period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
} as const;

export const stories: Story[] = [
  given('full', MONTH),
  given('not final yet', MONTH, running),
  given('one channel, some days', MONTH, {
    period: { from: '2026-10-05', to: '2026-10-18', channel: 'whatsapp', status: 'final', final_on: '2026-10-20', frozen: null },
  }),
  given('a busy shop', sampleSentiment(120_411, 230_904, 411, 402_118)),
  given('mostly worse', sampleSentiment(21, 80, 204, 400)),
  given('all the same', sampleSentiment(0, 140, 0)),
  given('rough', sampleSentiment(18, 29, 5, 61)),
  given('x of n', sampleSentiment(8, 14, 2, 30)),
  given('counts only', sampleSentiment(2, 4, 1, 9)),
  given('a single chat', sampleSentiment(1, 0, 0)),
  given('nothing read this month', sampleSentiment(0, 0, 0, 6), running),
  given('no chats in a month gone by', sampleSentiment(0, 0, 0)),
  { tag, name: 'no data yet', settings: () => ({ data: sampleReport({ sentiment: unavailable('no_data_yet') }) }), ends: 'ready' },
  { tag, name: 'not measured', settings: () => ({ data: sampleReport() }), ends: 'ready' },
  ...commonStories(tag, () => sampleReport({ sentiment: MONTH })),
];
