// The starting point: the first full weeks with AI (design, forecast.md section 5).
import { type ChangeFromStart, differenceOf } from '../difference.ts';
import { addDays } from '../local-date.ts';
import { rateOf, SIZE_FROM } from '../rate.ts';
import type { Baseline } from '../trend.ts';
import type { LocalDate } from '../units.ts';
import { type Change, changeOf } from './change.ts';
import type { CompletePeriod } from './forecast-of.ts';

/** One Monday-to-Sunday week: net is `k` of `n` judged chats. */
export interface BaselineWeek extends CompletePeriod {
  from: LocalDate;
}

const FIRST_WEEKS = 4;
const MOST_WEEKS = 8;
const ENOUGH_CHATS = 200;
const ROUGH_BELOW = 100;
/** Looking every month for a year, 95 % would give a false "better" or "worse" in one of three years; 99 % in one of ten. */
const CERTAIN = 0.99;
/** What may be called probable, and is looked at again next month. */
const PROBABLE = 0.95;
/** Up to 10 points to either side nothing of note has moved; a wider range tells nothing. */
const NARROW = 0.2;

/** The Monday after the week in which AI was switched on: a first week that is not whole says little. */
export function firstBaselineMonday(aiActivatedOn: LocalDate): LocalDate {
  const weekday = (new Date(`${aiActivatedOn}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(aiActivatedOn, weekday === 0 ? 0 : 7 - weekday);
}

const sum = (weeks: readonly CompletePeriod[], field: 'k' | 'n'): number => weeks.reduce((total, week) => total + week[field], 0);

/** The weeks that make the starting point: four, and more up to eight until there are 200 chats. Null: not yet. */
export function baselineWeeks(finalWeeks: readonly BaselineWeek[], monday: LocalDate): BaselineWeek[] | null {
  const after = finalWeeks.filter(({ from }) => from >= monday).slice(0, MOST_WEEKS);
  for (let count = FIRST_WEEKS; count <= after.length; count += 1) {
    const weeks = after.slice(0, count);
    if (sum(weeks, 'n') >= ENOUGH_CHATS || count === MOST_WEEKS) return weeks;
  }
  return null;
}

/**
 * The starting point, and how the report's period compares with it.
 * @param finalWeeks final weeks, oldest first, without holes
 * @param now the final weeks of the report's period, or its whole as one, for the comparison
 */
export function baselineOf(aiActivatedOn: LocalDate | null, finalWeeks: readonly BaselineWeek[], now: readonly CompletePeriod[]): Baseline {
  if (aiActivatedOn === null) return { status: 'unavailable', reason: 'no_activation_date' };
  const weeks = baselineWeeks(finalWeeks, firstBaselineMonday(aiActivatedOn));
  if (weeks === null) return { status: 'unavailable', reason: 'too_few_weeks' };
  const net = rateOf(sum(weeks, 'k'), sum(weeks, 'n'));
  if (net.of < SIZE_FROM.rough) return { status: 'unavailable', reason: 'too_few_chats' };
  const change = compare(weeks, now);
  return { status: 'ok', from: weeks[0]!.from, to: addDays(weeks.at(-1)!.from, 6), net, rough: net.of < ROUGH_BELOW, change };
}

function compare(weeks: readonly CompletePeriod[], now: readonly CompletePeriod[]): ChangeFromStart | null {
  const [earlier, later] = [rateOf(sum(weeks, 'k'), sum(weeks, 'n')), rateOf(sum(now, 'k'), sum(now, 'n'))];
  const plain = differenceOf(later, earlier);
  if (plain === null) return null;
  const certain = changeOf(weeks, now, CERTAIN);
  return {
    ...plain,
    verdict: verdictOf(certain, changeOf(weeks, now, PROBABLE)),
    low: Math.max(-100, Math.floor(certain.low * 100)) + 0,
    high: Math.min(100, Math.ceil(certain.high * 100)) + 0,
  };
}

type Range = Pick<Change, 'low' | 'high'>;

/** The verdict of a change, from its range of 99 % and that of 95 %. */
export function verdictOf(certain: Range, probable: Range): ChangeFromStart['verdict'] {
  if (certain.low > 0) return 'better';
  if (certain.high < 0) return 'worse';
  if (probable.low > 0) return 'probably_better';
  if (probable.high < 0) return 'probably_worse';
  return probable.high - probable.low <= NARROW ? 'same' : 'unclear';
}
