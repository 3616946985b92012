import { HttpResponse } from 'msw/http';
import { reportOf, type ReportQuery } from '../reference/index.ts';
import { refuse } from './answers.ts';
import type { Asked } from './asked.ts';

/** GET /v1/impact-report */
export function answerReport({ request, organization, now }: Asked): Response {
  const query = reportQueryOf(new URL(request.url).searchParams);
  if (query instanceof Response) return query;
  const { shop, revision } = organization;
  const headers = {
    etag: `"${encodeURIComponent(JSON.stringify([shop.organization.id, shop.as_of, revision, query]))}"`,
    'cache-control': 'private, no-cache',
    vary: 'Authorization',
  };
  const report = reportOf(shop, query, { now });
  return request.headers.get('if-none-match') === headers.etag ? new HttpResponse(null, { status: 304, headers }) : HttpResponse.json(report, { headers });
}

/** Days and channel, as the report and its chats are asked for. */
export function reportQueryOf(parameters: URLSearchParams): ReportQuery | Response {
  const one = (name: string): string | undefined => parameters.get(name) ?? undefined;
  const query = { period: one('period'), from: one('from'), to: one('to'), channel: one('channel') };
  return (query.channel?.length ?? 1) > 120 ? refuse('bad_request', 'channel must have at most 120 characters.') : query;
}
