import { type ReportData, type ReportMeta, type Slot, unavailable } from '@qontak/impact-contract';
import { commonStories } from '../kit/common-stories.ts';
import { sampleHero, type SampleHero, sampleReport } from '../kit/sample-report.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-how-we-count';

const MONTH: SampleHero = { outcomes: { human_only: 510, uncheckable: 3, came_back: 61, stayed_solved: 620, handed_over: 240, ended_unclear: 79 } };

const running = { period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null } } as const;

/** Every figure has a value, but those that only later parts of the product measure. Their content does not matter here. */
const measured = (...missing: Slot[]): ReportData => {
  const report = sampleReport({ hero: sampleHero(MONTH) });
  const slots = Object.keys(report.data).filter((slot) => !missing.includes(slot as Slot) && slot !== 'hero');
  return { ...report.data, ...Object.fromEntries(slots.map((slot) => [slot, unavailable('no_data_yet')])) };
};

const given = (name: string, data: Partial<ReportData>, meta: Partial<ReportMeta> = {}): Story => ({
  tag,
  name,
  settings: () => ({ data: sampleReport(data, meta) }),
  ends: 'ready',
});

export const stories: Story[] = [
  given('a final month', { hero: sampleHero(MONTH) }),
  given(
    'everything at once',
    {
      hero: sampleHero({ outcomes: { ...MONTH.outcomes, checking: 34 }, still_open: 12, corrected: 1 }),
      after_hours: unavailable('no_working_hours'),
      turns: { status: 'ok', median: 1, nine_of_ten: 1, measured: 560, of: 620, histogram: [560, ...Array.from({ length: 20 }, () => 0)] },
      journey: unavailable('other'),
    },
    running,
  ),
  given('not final yet', { hero: sampleHero({ ...MONTH, still_open: 1 }) }, running),
  given('figures are being recounted', { hero: sampleHero(MONTH), after_hours: unavailable('being_counted') }, { recounting: true }),
  given('nothing unknown', { ...measured(), hero: sampleHero({ outcomes: { human_only: 20, stayed_solved: 140, handed_over: 30 } }) }),
  given('one figure missing', { ...measured('csat'), hero: sampleHero({ outcomes: { stayed_solved: 140 } }) }),
  given('no data yet', { hero: unavailable('no_data_yet') }, { as_of: null, ...running }),
  ...commonStories(tag, () => sampleReport({ hero: sampleHero(MONTH) })),
];
