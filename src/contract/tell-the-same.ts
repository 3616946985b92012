import type { AfterHours } from './after-hours.ts';
import type { Cost } from './cost.ts';
import type { Hero, HeroValue } from './hero.ts';
import type { Journey } from './journey.ts';
import { closed, OUTCOMES } from './outcome.ts';
import type { ReopenRate } from './reopen-rate.ts';
import type { Turns } from './turns.ts';

interface Told {
  hero: Hero;
  journey: Journey;
  cost: Cost;
  after_hours: AfterHours;
  reopen_rate: ReopenRate;
  turns: Turns;
}

/**
 * Whether the metrics of a report tell of the same chats: each may be right by itself, and yet a reader would see 620 solved chats in one
 * card and 602 in the next. A metric without a value contradicts nothing.
 */
export function tellTheSame({ hero, ...others }: Told): boolean {
  if (hero.status !== 'ok') return true;
  const { journey, cost, after_hours, reopen_rate, turns } = others;
  const solved = hero.outcomes.stayed_solved;
  return (
    (cost.status !== 'ok' || cost.chats === solved) &&
    (turns.status !== 'ok' || turns.of === solved) &&
    (journey.status !== 'ok' || journeyFits(journey, hero)) &&
    (after_hours.status !== 'ok' || after_hours.hours.reduce((sum, { chats }) => sum + chats, 0) === closed(hero.outcomes)) &&
    (reopen_rate.status !== 'ok' ||
      (reopen_rate.rate.count === hero.return_rate.count && reopen_rate.rate.of === hero.return_rate.of && reopen_rate.corrected === hero.corrected))
  );
}

function journeyFits({ total, nodes }: Extract<Journey, { status: 'ok' }>, { outcomes }: HeroValue): boolean {
  return total === closed(outcomes) && OUTCOMES.every((outcome) => (nodes.find(({ id }) => id === outcome)?.chats ?? 0) === outcomes[outcome]);
}
