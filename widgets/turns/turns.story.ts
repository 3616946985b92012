import { TURNS_EXACT_UP_TO, type TurnsValue, turnsWithin, unavailable } from '@qontak/impact-contract';
import { commonStories } from '../kit/common-stories.ts';
import { sampleReport } from '../kit/sample-report.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-turns';

/** Turns from how many chats needed 1, 2, 3, ... of them; `of`: all solved chats, by default those measured. */
export function sampleTurns(counts: readonly number[], of?: number): TurnsValue {
  const histogram = Array.from({ length: TURNS_EXACT_UP_TO + 1 }, (_, i) => counts[i] ?? 0);
  const measured = histogram.reduce((sum, n) => sum + n, 0);
  return { status: 'ok', median: turnsWithin(histogram, 0.5), nine_of_ten: turnsWithin(histogram, 0.9), measured, of: of ?? measured, histogram };
}

/** An ordinary month. */
export const MONTH = [62, 118, 131, 88, 52, 33, 21, 12, 9, 5, 4, 2, 1, 0, 1, 0, 0, 0, 0, 0, 1];

const given = (name: string, turns: TurnsValue, meta: Parameters<typeof sampleReport>[1] = {}): Story => ({
  tag,
  name,
  settings: () => ({ data: sampleReport({ turns }, meta) }),
  ends: 'ready',
});

const running = {
  period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
} as const;

export const stories: Story[] = [
  given('full', sampleTurns(MONTH, 620)),
  given('not final yet', sampleTurns(MONTH, 620), running),
  given('one channel, some days', sampleTurns(MONTH), {
    period: { from: '2026-10-05', to: '2026-10-18', channel: 'whatsapp', status: 'final', final_on: '2026-10-20', frozen: null },
  }),
  given(
    'a busy shop',
    sampleTurns(
      MONTH.map((n) => n * 517),
      311_007,
    ),
  ),
  given('once and solved', sampleTurns([240])),
  given('long talks', sampleTurns([4, 6, 8, 9, 12, 11, 14, 10, 9, 8, 7, 6, 6, 5, 5, 4, 4, 3, 2, 2, 31])),
  given('very long talks', sampleTurns([1, 2, 0, 0, 5, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 48])),
  given('rough', sampleTurns([9, 14, 8, 4, 2, 0, 1], 52)),
  given('x of n', sampleTurns([4, 7, 3, 1, 0, 1], 17)),
  given('counts only', sampleTurns([2, 2, 0, 1], 6)),
  given('a single chat', sampleTurns([0, 0, 1])),
  given('solved but not measured', sampleTurns([], 14)),
  given('no chats this month', sampleTurns([]), running),
  given('no chats in a month gone by', sampleTurns([])),
  { tag, name: 'no data yet', settings: () => ({ data: sampleReport({ turns: unavailable('no_data_yet') }) }), ends: 'ready' },
  { tag, name: 'not measured', settings: () => ({ data: sampleReport() }), ends: 'ready' },
  ...commonStories(tag, () => sampleReport({ turns: sampleTurns(MONTH, 620) })),
];
