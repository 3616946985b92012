import * as z from 'zod/mini';
import { addDays, daysBetween, monthBefore, monthOf } from './local-date.ts';
import { Rate } from './rate.ts';
import { Instant, LocalDate, RevisionNumber } from './units.ts';

/** The longest period that one report covers. */
export const LONGEST_PERIOD_DAYS = 366;

/** How a final week or month was frozen, and which revision of it the report shows. */
export const Frozen = z.object({
  revision: RevisionNumber,
  /** When the figures were first kept. */
  frozen_at: Instant,
  /** When the newest revision was kept; null: nothing has changed since they were frozen. */
  revised_at: z.nullable(Instant),
  /** Net as it was frozen. As it is now, it stands in the hero. */
  net: Rate,
});
export type Frozen = z.infer<typeof Frozen>;

/** The days that a report covers, and whether its figures can still move. */
export const Period = z
  .object({
    /** First and last local day, both included. */
    from: LocalDate,
    to: LocalDate,
    /** Only chats of this channel; null: all. */
    channel: z.nullable(z.string()),
    /** `final` once the return window of the last day has passed in the data. */
    status: z.enum(['provisional', 'final']),
    /** The local day on which the figures become final. */
    final_on: LocalDate,
    /** Null: not final, no Monday week and no calendar month, or from before the first chat. Only what is final is frozen. */
    frozen: z.nullable(Frozen),
  })
  .check(
    z.refine((period) => period.from <= period.to, 'the period ends before it begins'),
    z.refine((period) => daysBetween(period.from, period.to) <= LONGEST_PERIOD_DAYS, 'the period is too long'),
    z.refine((period) => period.to < period.final_on, 'the period is final before it ends'),
    z.refine((period) => period.frozen === null || period.status === 'final', 'a period that is not final is not frozen'),
  );
export type Period = z.infer<typeof Period>;

/** First and last local day, both included. */
export interface Days {
  from: LocalDate;
  to: LocalDate;
}

/** What a client may ask for: a month `2026-10`, the last n full days `P30D`, two dates, or nothing (the last full month). */
export interface PeriodQuery {
  period?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The period asked for does not exist or is too long. The message says what to send instead. */
export class ImpossiblePeriod extends Error {
  override name = 'ImpossiblePeriod';
}

/**
 * Turns a query into days. `today` is the local day of the data's as_of, never the wall clock:
 * a report on old data says what the last full month was then.
 * @throws {ImpossiblePeriod}
 */
export function resolvePeriod({ period, from, to }: PeriodQuery, today: LocalDate): Days {
  if (period !== undefined && (from !== undefined || to !== undefined)) {
    throw new ImpossiblePeriod('Send either period or from and to, not both.');
  }
  if (from !== undefined || to !== undefined) return between(from, to);
  return period === undefined ? monthOf(monthBefore(today)) : named(period, today);
}

function between(from: string | undefined, to: string | undefined): Days {
  for (const [name, date] of Object.entries({ from, to })) {
    if (!LocalDate.safeParse(date).success) throw new ImpossiblePeriod(`${name} must be a day such as 2026-10-31; from and to go together.`);
  }
  if (from! > to!) throw new ImpossiblePeriod('from must not be later than to.');
  if (daysBetween(from!, to!) > LONGEST_PERIOD_DAYS) throw new ImpossiblePeriod(`A report covers at most ${LONGEST_PERIOD_DAYS} days.`);
  return { from: from!, to: to! };
}

function named(period: string, today: LocalDate): Days {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return monthOf(period);
  const days = Number(/^P([1-9]\d{0,2})D$/.exec(period)?.[1]);
  if (days >= 1 && days <= LONGEST_PERIOD_DAYS) return { from: addDays(today, -days), to: addDays(today, -1) };
  throw new ImpossiblePeriod(`period must be a month such as 2026-10, or P1D to P${LONGEST_PERIOD_DAYS}D for the last full days.`);
}

/** The period to compare with: the month before a full calendar month, else as many days just before. */
export function previousPeriod({ from, to }: Days): Days {
  const month = monthOf(from.slice(0, 7));
  if (month.from === from && month.to === to) return monthOf(monthBefore(from));
  return { from: addDays(from, -daysBetween(from, to)), to: addDays(from, -1) };
}
