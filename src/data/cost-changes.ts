import { CostAssumptionHistory } from '@qontak/impact-contract';
import { type Reader, assertBeside } from './beside-report.ts';
import type { Connection } from './connection.ts';
import { requestJson } from './request-json.ts';

/**
 * One page of the changes of the cost figures, the newest first; without a cursor the first page.
 * @throws {ReportError}
 */
export async function fetchCostChanges(connection: Connection, { cursor, ...reader }: Reader & { cursor: string | null }): Promise<CostAssumptionHistory> {
  const { base, tokens, fetcher } = connection;
  const url = new URL('v1/cost-assumption/history', base);
  if (cursor !== null) url.searchParams.set('cursor', cursor);
  const page = await requestJson({ url, parser: CostAssumptionHistory, tokens, fetcher, signal: reader.signal });
  assertBeside(connection, page.meta.organization, reader);
  return page;
}
