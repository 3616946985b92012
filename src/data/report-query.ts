import { type ImpactReport, ImpactReport as ReportSchema } from '@qontak/impact-contract';
import type { Connection } from './connection.ts';
import { ReportError } from './errors.ts';
import { check, requestJson } from './request-json.ts';

/** Which report: a period as the contract knows it, and a channel. Nothing: the last full month, all channels. */
export interface ReportQuery {
  period?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  channel?: string | undefined;
}

// The organization is not among them: it comes from the token alone.
const PARAMETERS = ['period', 'from', 'to', 'channel'] as const;

export function reportUrl(base: URL, query: ReportQuery): URL {
  const url = new URL('v1/impact-report', base);
  for (const name of PARAMETERS) {
    const value = query[name];
    if (value) url.searchParams.set(name, value);
  }
  return url;
}

/** Fetches the report and refuses one of another organization. */
export async function fetchReport(connection: Connection, query: ReportQuery, signal: AbortSignal): Promise<ImpactReport> {
  const { base, org, tokens, fetcher } = connection;
  const report = await requestJson({ url: reportUrl(base, query), parser: ReportSchema, tokens, fetcher, signal });
  if (org !== undefined && report.meta.organization.id.toLowerCase() !== org.toLowerCase()) throw new ReportError('tenant_mismatch');
  return report;
}

/** A report that the host holds already. @throws {ReportError} `schema` */
export const parseReport = (value: unknown): ImpactReport => check(value, ReportSchema);
