import type { LocalDate, TrendPoint } from '@qontak/impact-contract';
import { baselineWeeks, firstBaselineMonday } from '@qontak/impact-contract/statistics';
import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { spanBeyond, type Unit } from '../metrics/calendar.ts';
import { DEFINITION } from '../metrics/definition.ts';
import { forecastAfter } from '../metrics/forecast-after.ts';
import { isFinal, type TrendRow, trendPoints, weekOf } from '../metrics/trend-points.ts';

const TREND = sqlFile(import.meta.url, '../metrics/trend.sql');
const ISSUE_FORECAST = sqlFile(import.meta.url, './issue-forecast.sql');
const FREEZE_BASELINE = sqlFile(import.meta.url, './freeze-baseline.sql');

/** The moment of a refresh, and how far figures are final then. */
export interface Reached {
  as_of: string;
  /** The local day of as_of. */
  today: LocalDate;
  /** The last day whose figures were final at the refresh before; null: this is the first. */
  counted_through: LocalDate | null;
  final_through: LocalDate;
  ai_activated_on: LocalDate | null;
}

/**
 * Says what to expect of the week and the month that come, and freezes the starting point, when a week or a month has become final: only then is
 * there anything new to say. What was said, and what is frozen, stays.
 */
export async function issue(tx: Queryable, organizationId: string, reached: Reached): Promise<void> {
  const due = (['week', 'month'] as const).filter((unit) => hasNewFinal(unit, reached));
  if (due.length === 0) return;
  const rows = await tx.query<TrendRow>(TREND, [organizationId, 'all', '']);
  for (const unit of due) {
    const final = trendPoints(rows, unit, reached).filter(isFinal);
    await issueForecast(tx, organizationId, final, unit, reached.as_of);
    if (unit === 'week' && reached.ai_activated_on !== null) await freezeBaseline(tx, organizationId, final, reached.ai_activated_on);
  }
}

const hasNewFinal = (unit: Unit, { counted_through, final_through }: Reached): boolean =>
  counted_through === null || spanBeyond(unit, counted_through).from < spanBeyond(unit, final_through).from;

async function issueForecast(tx: Queryable, organizationId: string, final: readonly TrendPoint[], unit: Unit, asOf: string): Promise<void> {
  const forecast = forecastAfter(final, unit);
  if (forecast.status !== 'ok') return;
  const { from, to, point, low, high, expected_n, periods_used, method } = forecast;
  await tx.query(ISSUE_FORECAST, [organizationId, unit, from, to, point, low, high, expected_n, periods_used, method, asOf]);
}

async function freezeBaseline(tx: Queryable, organizationId: string, final: readonly TrendPoint[], aiActivatedOn: LocalDate): Promise<void> {
  const weeks = baselineWeeks(final.map(weekOf), firstBaselineMonday(aiActivatedOn));
  if (weeks !== null) await tx.query(FREEZE_BASELINE, [organizationId, DEFINITION, JSON.stringify(weeks)]);
}
