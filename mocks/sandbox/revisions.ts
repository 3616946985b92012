import { HttpResponse } from 'msw/http';
import { periodRevisions } from '../reference/index.ts';
import type { Asked } from './asked.ts';
import { reportQueryOf } from './report.ts';

/** GET /v1/impact-report/revisions */
export function answerRevisions({ request, organization, now }: Asked): Response {
  const query = reportQueryOf(new URL(request.url).searchParams);
  if (query instanceof Response) return query;
  const revisions = periodRevisions(organization.shop, query, { now });
  return HttpResponse.json(revisions, { headers: { 'cache-control': 'private, no-store', vary: 'Authorization' } });
}
