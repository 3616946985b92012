// The report that every page shows, and another one for what new data cost. Simulated chats, counted by the reference engine.
import type { ImpactReport } from '@qontak/impact-contract';
import { reportOf, SANDBOX_PROFILES } from '#mocks';
import { SandboxOrganization } from '../../mocks/sandbox/organization.ts';

const NOW = new Date('2026-11-16T03:00:00.000Z');
const WEEKS = 12;

/** Twelve complete weeks and the forecast after them, as the budgets were set for; the running month, so that every way of the journey has chats. */
export function reports(): { first: ImpactReport; second: ImpactReport } {
  const { shop } = new SandboxOrganization(SANDBOX_PROFILES[0]!, () => NOW);
  const of = (period: string): ImpactReport => lastWeeks(reportOf(shop, { period }, { now: NOW }));
  return { first: of('P30D'), second: of('2026-09') };
}

function lastWeeks(report: ImpactReport): ImpactReport {
  const { trend } = report.data;
  if (trend.status !== 'ok' || trend.weeks.forecast.status !== 'ok')
    throw new Error('Could not make the report: it has no forecast. Take another sample shop.');
  const { forecast, points } = trend.weeks;
  const weeks = { ...trend.weeks, points: points.filter(({ to }) => to < forecast.from).slice(-WEEKS) };
  return { ...report, data: { ...report.data, trend: { ...trend, weeks } } };
}
