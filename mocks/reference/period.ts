// Which days a report covers, and whether its figures can still move: spec/metrics.md, sections 1 and 3.
import { addDays, type Days, type Period, resolvePeriod, type PeriodQuery } from '@qontak/impact-contract';
import { localDay, startOfDay } from '../local-time.ts';
import { RETURN_WINDOW } from './returns.ts';

/** What a client asks for. */
export interface ReportQuery extends PeriodQuery {
  channel?: string | undefined;
}

/** Without data, the days follow `now`: a new organization still sees which month it would be. */
export function daysOf(query: ReportQuery, asOf: number | null, now: number, timeZone: string): Days {
  return resolvePeriod(query, localDay(asOf ?? now, timeZone));
}

/** Final once the return window of the last chat that can belong to the period has passed in the data. What was frozen of it is another matter. */
export function periodOf(days: Days, channel: string | null, asOf: number | null, timeZone: string): Omit<Period, 'frozen'> {
  const settled = startOfDay(addDays(days.to, 1), timeZone) + RETURN_WINDOW;
  const status = asOf !== null && settled <= asOf ? 'final' : 'provisional';
  return { ...days, channel, status, final_on: localDay(settled, timeZone) };
}
