import { type Days, daysBetween, LocalDate, LONGEST_PERIOD_DAYS, monthBefore, type ReportMeta, resolvePeriod } from '@qontak/impact-contract';
import { localDay } from '#lang';
import type { PeriodChoice, ReportChoice } from '#state';

export const PRESETS = ['this_month', 'last_month', 'last_7', 'last_30'] as const;
export type Preset = (typeof PRESETS)[number];

/** What stands in the picker: a kind of period, the dates as they are typed, a channel. */
export interface Draft {
  kind: Preset | 'custom';
  from: string;
  to: string;
  /** Null: all. */
  channel: string | null;
}

/** Why two dates are no period, and at which of them. */
export interface Problem {
  kind: 'from_missing' | 'to_missing' | 'reversed' | 'too_long' | 'ahead';
  field: 'from' | 'to';
}

/** The day on which the data end. "This month" is that day's month, as for the service: never the viewer's. */
export const todayOf = ({ as_of, generated_at, organization }: ReportMeta): LocalDate => localDay(as_of ?? generated_at, organization.time_zone);

function presetQuery(preset: Preset, today: LocalDate): { period: string } {
  switch (preset) {
    case 'this_month':
      return { period: today.slice(0, 7) };
    case 'last_month':
      return { period: monthBefore(today) };
    case 'last_7':
      return { period: 'P7D' };
    case 'last_30':
      return { period: 'P30D' };
  }
}

export const presetDays = (preset: Preset, today: LocalDate): Days => resolvePeriod(presetQuery(preset, today), today);

/** The report's days as a draft. Several presets can be the same days: the one that was chosen keeps its name. */
export function draftOf(meta: ReportMeta, chosen: Draft['kind'] | null): Draft {
  const { from, to, channel } = meta.period;
  const today = todayOf(meta);
  const fits = (preset: Preset): boolean => {
    const days = presetDays(preset, today);
    return days.from === from && days.to === to;
  };
  const kind = chosen === 'custom' || (chosen !== null && fits(chosen)) ? chosen : (PRESETS.find(fits) ?? 'custom');
  return { kind, from, to, channel };
}

/** Why the dates are no period; null when they are one that the service accepts, and that has begun. */
export function problemOf({ from, to }: Pick<Draft, 'from' | 'to'>, today: LocalDate): Problem | null {
  const problem = (kind: Problem['kind'], field: Problem['field']): Problem => ({ kind, field });
  if (!LocalDate.safeParse(from).success) return problem('from_missing', 'from');
  if (!LocalDate.safeParse(to).success) return problem('to_missing', 'to');
  if (from > to) return problem('reversed', 'from');
  if (from > today) return problem('ahead', 'from');
  return daysBetween(from, to) > LONGEST_PERIOD_DAYS ? problem('too_long', 'to') : null;
}

/** What is asked for. The dates must be a period. */
export function choiceOf({ kind, from, to, channel }: Draft, today: LocalDate): ReportChoice {
  const days: PeriodChoice = kind === 'custom' ? { from, to } : presetQuery(kind, today);
  return { ...days, channel };
}

/** The days that a choice means. */
export const daysOf = ({ kind, from, to }: Draft, today: LocalDate): Days => (kind === 'custom' ? { from, to } : presetDays(kind, today));
