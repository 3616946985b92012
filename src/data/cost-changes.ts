import { CostAssumptionHistory } from '@qontak/impact-contract';
import type { Connection } from './connection.ts';
import { requestJson } from './request-json.ts';

/**
 * One page of the changes of the cost figures, the newest first; without a cursor the first page.
 * @throws {ReportError}
 */
export function fetchCostChanges(
  { base, tokens, fetcher }: Connection,
  { cursor, signal }: { cursor: string | null; signal: AbortSignal },
): Promise<CostAssumptionHistory> {
  const url = new URL('v1/cost-assumption/history', base);
  if (cursor !== null) url.searchParams.set('cursor', cursor);
  return requestJson({ url, parser: CostAssumptionHistory, tokens, fetcher, signal });
}
