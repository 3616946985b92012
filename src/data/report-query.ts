import { ReportHead } from '@qontak/impact-contract';
import type { QueryFunctionContext } from '@tanstack/query-core';
import type { Connection } from './connection.ts';
import { ReportError } from './errors.ts';
import { assertOrganization, noteOrganization } from './organization.ts';
import { check, isGood, jsonOf, refusal, requestAnswer } from './request-json.ts';

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

/** Who asks: what the cache calls it, and until when it waits. */
type Asker = Pick<QueryFunctionContext, 'queryKey' | 'signal'>;

/** Fetches the report and refuses one of another organization. */
export async function fetchReport(connection: Connection, query: ReportQuery, { queryKey, signal }: Asker): Promise<ReportHead> {
  const { base, tokens, fetcher } = connection;
  const url = reportUrl(base, query);
  const answer = await requestAnswer({ url, tokens, fetcher, signal });
  if (answer.status === 403) tokens?.doubt();
  if (!isGood(answer)) throw refusal(answer, url);
  const report = parseReport(jsonOf(answer, url));
  // Whoever was given up meanwhile may still hold an answer to the token before.
  signal.throwIfAborted();
  const { id } = report.meta.organization;
  noteOrganization(connection, id, queryKey);
  assertOrganization(connection, id);
  return report;
}

/** A report that came: its headline and what that rests on are checked, the other metrics by metricOf(). @throws {ReportError} `schema` */
export function parseReport(value: unknown): ReportHead {
  const version = (value as { meta?: { schema?: unknown } } | null)?.meta?.schema;
  // Then every field may be another one: naming the first that does not fit would lead astray.
  if (typeof version === 'string' && !version.startsWith('1.')) throw new ReportError('version_conflict', { note: spoken(version) });
  return check(value, ReportHead);
}

/** A report that the host holds already, as it is now: the host may go on changing it, and metrics are checked when they are first read. @throws {ReportError} `schema` */
export function parseGiven(value: unknown): ReportHead {
  let copy: unknown;
  try {
    copy = copyOf(value);
  } catch {
    throw new ReportError('schema', { note: 'no JSON' });
  }
  return parseReport(copy);
}

/** Not structuredClone(), which refuses the proxies of frameworks, nor by way of JSON, whose null for NaN and Infinity would read as "not known". */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Record<string, unknown> = { ...value };
  Object.keys(copy).forEach((key) => (copy[key] = copyOf(copy[key])));
  return copy;
}

/** What calls itself a version may be anything. */
const spoken = (version: string): string => (/^\d{1,3}(\.\d{1,3}){0,2}$/.test(version) ? `version ${version}, and this library 1` : 'this library reads 1');
