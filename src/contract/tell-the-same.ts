import type { AfterHours } from './after-hours.ts';
import type { Cost } from './cost.ts';
import type { Hero, HeroValue } from './hero.ts';
import type { Journey } from './journey.ts';
import { closed, OUTCOMES } from './outcome.ts';
import type { Days } from './period.ts';
import type { ReopenRate } from './reopen-rate.ts';
import type { Turns } from './turns.ts';

type Told<Metric> = Extract<Metric, { status: 'ok' }>;

/** A headline that has been checked, and beside it whatever else the report holds. */
interface Data {
  hero: Hero;
  [slot: string]: unknown;
}

/** How each metric repeats what the headline says. */
const SAME = {
  cost: ({ chats }: Told<Cost>, { outcomes }: HeroValue) => chats === outcomes.stayed_solved,
  turns: ({ of }: Told<Turns>, { outcomes }: HeroValue) => of === outcomes.stayed_solved,
  journey: ({ total, nodes }: Told<Journey>, { outcomes }: HeroValue) =>
    total === closed(outcomes) && OUTCOMES.every((outcome) => (nodes.find(({ id }) => id === outcome)?.chats ?? 0) === outcomes[outcome]),
  after_hours: ({ hours }: Told<AfterHours>, { outcomes }: HeroValue) => hours.reduce((sum, { chats }) => sum + chats, 0) === closed(outcomes),
  reopen_rate: ({ rate, corrected }: Told<ReopenRate>, { return_rate, corrected: known }: HeroValue) =>
    rate.count === return_rate.count && rate.of === return_rate.of && corrected === known,
};

/**
 * Whether the metrics of a report tell of the same chats: each may be right by itself, and yet a reader would see 620 solved chats in one
 * card and 602 in the next. A metric without a value contradicts nothing.
 */
export function tellTheSame({ hero, ...others }: Data): boolean {
  if (hero.status !== 'ok') return true;
  return Object.entries(SAME).every(([slot, isSame]) => contradictsNothing(others[slot], (metric) => isSame(metric as never, hero)));
}

/** Whether the cost is reckoned over the days of the report. */
export const isOfDays = (cost: unknown, { from, to }: Days): boolean =>
  contradictsNothing(cost, (metric) => {
    const { parts } = metric as Told<Cost>;
    return parts[0]?.from === from && parts.at(-1)?.to === to;
  });

/** A metric that is not even built as it should be is refused by who reads it, and shown by nobody. */
function contradictsNothing(metric: unknown, fits: (metric: object) => boolean): boolean {
  const told = metric as { status?: unknown } | null | undefined;
  if (told?.status !== 'ok') return true;
  try {
    return fits(told);
  } catch {
    return true;
  }
}
