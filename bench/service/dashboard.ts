// Point c, and the proof of all others: the dashboard's query over raw chats gives the figures of the report, slowly.
import { type ImpactReport, MATCH_RULE } from '@qontak/impact-contract';
import { sqlFile } from '../../service/src/db/sql-file.ts';
import type { Figure } from '../figure.ts';
import { numberText } from '../table.ts';
import { type DashboardRow, differences, WrongFigures } from './direct-count.ts';
import { fetchReport, type Served, USUAL_PATH } from './served.ts';
import { TIME_ZONE } from './shop.ts';

const DASHBOARD = sqlFile(import.meta.url, './dashboard.sql');
/** More than the server gives by itself, so that the query sorts and joins in memory. */
const WORK_MEM = '256MB';
const SLOWER_AT_LEAST = 50;

/**
 * Counts the chats of a report one by one, and compares.
 * @returns how many seconds the query took
 * @throws {WrongFigures}
 */
export async function checkReport(served: Served, path: string): Promise<number> {
  const report = await fetchReport(served, path);
  const { seconds, rows } = await askDashboard(served, report);
  const wrong = differences(report, rows);
  if (wrong.length > 0) throw new WrongFigures(`The report of ${served.label} chats is wrong (${path}):\n${wrong.join('\n')}`);
  return seconds;
}

async function askDashboard({ database, shop }: Served, { data, meta }: ImpactReport): Promise<{ seconds: number; rows: DashboardRow[] }> {
  if (data.trend.status !== 'ok') throw new WrongFigures('The report has no trend.');
  const { from, to, channel } = meta.period;
  const shown = [from, data.trend.weeks.points[0]?.from ?? from, data.trend.months.points[0]?.from ?? from].sort()[0];
  const values = [shop.organizationId, channel, from, to, meta.as_of, TIME_ZONE, MATCH_RULE.window_hours, shown];
  return database.owner.transaction(async (tx) => {
    await tx.script(`set local work_mem = '${WORK_MEM}'`);
    const start = performance.now();
    const rows = await tx.query<DashboardRow>(DASHBOARD, values);
    return { seconds: (performance.now() - start) / 1000, rows };
  });
}

/** Each query's time is its best, which favours the dashboard. `reportMs`: what the service takes for a report of the largest size that nobody asked for before. */
export async function dashboardFigures(all: readonly Served[], times: number, reportMs: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const served of all) {
    const seconds: number[] = [];
    for (let i = 0; i < times; i++) seconds.push(await checkReport(served, USUAL_PATH));
    figures.push({ point: 'c', name: `the same report from raw chats, ${served.label}`, value: Math.min(...seconds), unit: 's' });
  }
  const ms = figures.at(-1)!.value! * 1000;
  const name = `raw chats against the report, cold, ${all.at(-1)!.label}`;
  const note = `Raw chats take ${numberText(ms)} ms, the report ${numberText(reportMs)} ms.`;
  return [...figures, { point: 'c', name, value: ms / reportMs, unit: 'x', target: { atLeast: SLOWER_AT_LEAST }, note }];
}
