import { ImpossiblePeriod, type LocalDate, type PeriodQuery, resolvePeriod } from '@qontak/impact-contract';

/** `from/to`, as one value for the address. */
export const customPeriod = (from: LocalDate, to: LocalDate): string => `${from}/${to}`;

/** What a period in the address means to the widget; empty: the last full month. */
export function periodQuery(period: string): PeriodQuery {
  if (period === '') return {};
  const [from, to, ...more] = period.split('/');
  return to === undefined || more.length > 0 ? { period } : { from, to };
}

/** Whether a report can have it, whatever the day is. */
export function isPossible(period: string): boolean {
  try {
    resolvePeriod(periodQuery(period), '2026-01-01');
    return true;
  } catch (error) {
    if (error instanceof ImpossiblePeriod) return false;
    throw error;
  }
}
