// Whether the report is looked at (spec/metrics.md, section 6): what it showed, and nobody's name. Organization and role are the token's.
import type { ReportHead, ReportViewInput } from '@qontak/impact-contract';
import type { Connection } from './connection.ts';
import { metricOf } from './metric-of.ts';
import { requestAnswer } from './request-json.ts';

/** What a reader of the whole report had before them. */
export function reportViewOf(report: Pick<ReportHead, 'data'>): ReportViewInput {
  const { hero } = report.data;
  return {
    // With few chats the headline is counts and no share, so there is none that could stand without its gap.
    net_and_gap: hero.status === 'ok' && (hero.net.size === 'rough' || hero.net.size === 'full') ? hero.gap.share !== null : null,
    work_absorbed: hoursIn(report) > 0,
  };
}

/** Of work, as the report tells it. */
function hoursIn(report: Pick<ReportHead, 'data'>): number {
  try {
    const cost = metricOf(report, 'cost');
    return cost.status === 'ok' ? cost.hours : 0;
  } catch {
    // It does not fit, so nobody was shown it.
    return 0;
  }
}

/** Tells the service of a view. That it could not be told is nothing to the reader, so it is not tried again: the next page tells it anyway. */
export async function recordReportView({ base, tokens, fetcher }: Connection, view: ReportViewInput): Promise<void> {
  try {
    const url = new URL('v1/report-views', base);
    await requestAnswer({ url, write: { method: 'POST', body: view, etag: null }, tokens, fetcher, signal: NEVER });
  } catch {
    // as said above
  }
}

/** A reader who leaves has still seen the report. One signal for all, so that no request holds on to an element. */
const NEVER = new AbortController().signal;
