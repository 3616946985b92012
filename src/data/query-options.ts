import type { ReportHead } from '@qontak/impact-contract';
import type { QueryObserverOptions } from '@tanstack/query-core';
import type { Connection } from './connection.ts';
import { isTransient, type ReportError } from './errors.ts';
import { fetchReport, type ReportQuery } from './report-query.ts';

/** Figures change when data arrive, some times a day: a widget that appears within this time takes what is there. */
const FRESH_MS = 60_000;
/** How long figures of other days outlive the last widget that showed them, for a reader who goes back to them. Once nobody looks at all: keep.ts. */
const KEEP_MS = 300_000;

/** While figures are being recounted somebody waits for the new ones. */
const RECOUNTING_MS = 15_000;

/** What the keys of all reports of a client begin with. */
export const REPORT_KEY = ['impact-report'] as const;

/**
 * How the report is asked for. Written at module level on purpose: a closure made inside an element's method would keep that
 * element in the cache for as long as the data.
 */
export function reportOptions(connection: Connection, { period, from, to, channel }: ReportQuery): QueryObserverOptions<ReportHead, ReportError> {
  const query: ReportQuery = { period, from, to, channel };
  return {
    queryKey: [...REPORT_KEY, query],
    queryFn: (context) => fetchReport(connection, query, context),
    staleTime: FRESH_MS,
    gcTime: KEEP_MS,
    // The library's own mode waits for ever when the browser says offline; ours asks, fails and says so.
    networkMode: 'always',
    refetchInterval: ({ state }) => (state.data?.meta.recounting === true ? RECOUNTING_MS : false),
    refetchOnWindowFocus: true,
    refetchOnReconnect: true,
    retry: (failures, error) => failures < 1 && isTransient(error),
    retryDelay: 1000,
  };
}

/** What the reports of a client show has changed: they are asked for anew, one request for all widgets that show one. */
export const renewReports = ({ client }: Connection): void => void client.invalidateQueries({ queryKey: REPORT_KEY });
