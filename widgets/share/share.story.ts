import { costIn, type ImpactReport, type ReportMeta } from '@qontak/impact-contract';
import { withoutReport } from '../kit/common-stories.ts';
import { sampleHero, type SampleHero, sampleReport } from '../kit/sample-report.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-share';

/** An ordinary month, with the figures of an admin. */
export function month(hero: SampleHero['outcomes'] = MONTH, meta: Partial<ReportMeta> = {}, minutes: number | null = 6): ImpactReport {
  const assumption = {
    minutes_per_chat: minutes,
    hourly_cost: minutes === null ? null : 35_000,
    ai_fee_per_month: minutes === null ? null : 1_500_000,
    effective_from: null,
    changed: null,
  };
  const { period } = sampleReport({}, meta).meta;
  return sampleReport({ hero: sampleHero({ outcomes: hero }), cost: costIn(hero.stayed_solved ?? 0, assumption, period) }, meta);
}
export const MONTH = { human_only: 510, uncheckable: 3, came_back: 61, stayed_solved: 620, handed_over: 240, ended_unclear: 79 };

const running = { period: { from: '2026-11-01', to: '2026-11-30', channel: 'whatsapp', status: 'provisional', final_on: '2026-12-03', frozen: null } } as const;

const open = (root: ShadowRoot): boolean => {
  const button = root.querySelector<HTMLElement>('#share');
  button?.click();
  return button !== null;
};
const given = (name: string, data: () => ImpactReport): Story => ({ tag, name, settings: () => ({ data: data() }), ends: 'ready', acts: [open] });

export const stories: Story[] = [
  { tag, name: 'closed', settings: () => ({ data: month() }), ends: 'ready' },
  given('a month', () => month()),
  given('not final yet, sample data', () => month({ ...MONTH, checking: 34 }, { ...running, source: 'sample' }, null)),
  given('counts only', () => month({ came_back: 1, stayed_solved: 4, handed_over: 2 })),
  given('x of n', () => month({ came_back: 3, stayed_solved: 17, handed_over: 4 })),
  given('rough', () => month({ came_back: 4, stayed_solved: 38, handed_over: 12 })),
  given('no chats', () => month({})),
  given('not available', () => sampleReport()),
  ...withoutReport(tag),
];
