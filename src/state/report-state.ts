import type { ReportHead } from '@qontak/impact-contract';
import { isDenied, type ReportError, type ReportResult } from '#data';

/** Older figures that could not be renewed. */
export interface Stale {
  /** When they were fetched, in milliseconds since the epoch. */
  since: number;
  error: ReportError;
}

/** The report as an element knows it. */
export type ReportState =
  | { status: 'loading' }
  /** `shown: false`: the host shows the failure itself (it prevented `impact-error`). */
  | { status: 'failed'; error: ReportError; shown: boolean; retry: () => void }
  | { status: 'ready'; report: ReportHead; stale: Stale | null };

export const LOADING: ReportState = { status: 'loading' };

/** The state of a query. Older figures stay while renewing fails, but not when the reader may no longer see them. */
export function reportStateOf({ data, error, dataUpdatedAt }: ReportResult, retry: () => void, shown: boolean): ReportState {
  if (error !== null && (data === undefined || isDenied(error))) return { status: 'failed', error, shown, retry };
  if (data === undefined) return LOADING;
  return { status: 'ready', report: data, stale: error === null ? null : { since: dataUpdatedAt, error } };
}
