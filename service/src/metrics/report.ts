import {
  CATALOGUE,
  type Days,
  type ImpactReport,
  ImpossiblePeriod,
  MATCH_RULE,
  type Period,
  type PeriodQuery,
  type ReportData,
  resolvePeriod,
  SCHEMA_VERSION,
  unavailable,
} from '@qontak/impact-contract';
import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { hero } from './hero.ts';

const ORGANIZATION = sqlFile(import.meta.url, './organization.sql');
const PERIOD = sqlFile(import.meta.url, './period.sql');
const CHANNELS = sqlFile(import.meta.url, './channels.sql');

/** What a client asks for. */
export interface ReportQuery extends PeriodQuery {
  channel: string | null;
}

interface OrganizationRow {
  id: string;
  name: string;
  time_zone: string;
  source: 'live' | 'sample';
  as_of: string | null;
  revision: number;
  today: string;
}

/** What a report would say about what: enough to tell whether it has changed, and much cheaper than the report. */
export interface ReportBasis {
  organization: OrganizationRow;
  days: Days;
  channel: string | null;
}

/**
 * Finds the organization and the days; null when there is no such organization.
 * @throws {ImpossiblePeriod}
 */
export async function reportBasis(tx: Queryable, organizationId: string, query: ReportQuery): Promise<ReportBasis | null> {
  const [organization] = await tx.query<OrganizationRow>(ORGANIZATION, [organizationId]);
  if (organization === undefined) return null;
  const days = resolvePeriod(query, organization.today);
  // The day after the period, and the period before it, must have a date as well.
  if (days.from < '2000-01-01' || days.to > '9998-12-31') throw new ImpossiblePeriod('The year must lie between 2000 and 9998.');
  return { organization, days, channel: query.channel };
}

/** The whole answer. Every field follows from the basis and the daily counts, so it is not checked against its schema a second time. */
export async function impactReport(tx: Queryable, { organization, days, channel }: ReportBasis): Promise<ImpactReport> {
  const { id, name, time_zone, source, as_of } = organization;
  const [period] = await tx.query<Pick<Period, 'status' | 'final_on'>>(PERIOD, [time_zone, days.to, MATCH_RULE.window_hours, as_of]);
  const channels = await tx.query<{ channel: string }>(CHANNELS, [id]);
  return {
    status: 'success',
    data: { ...NOT_MEASURED, hero: as_of === null ? unavailable('no_data_yet') : await hero(tx, id, days, channel) },
    meta: {
      schema: SCHEMA_VERSION,
      organization: { id, name, time_zone },
      source,
      channels: channels.map((row) => row.channel),
      period: { ...days, channel, ...period! },
      as_of,
      match_rule: MATCH_RULE,
      generated_at: new Date().toISOString(),
    },
  };
}

const NOT_MEASURED = Object.fromEntries(CATALOGUE.map(({ slot }) => [slot, unavailable('not_measured_yet')])) as ReportData;
