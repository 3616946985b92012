// The contract's routes, answered by simulated shops and the reference engine.
import { type DevelopmentOrganizations, ImpossiblePeriod, problem, type ProblemCode, PROBLEM_STATUS, ROLES } from '@qontak/impact-contract';
import { openApiDocument } from '@qontak/impact-contract/openapi';
import { http, type HttpHandler, HttpResponse } from 'msw/http';
import { reportOf } from './reference/index.ts';
import type { ReportQuery } from './reference/index.ts';
import { sampleShop, SANDBOX_PROFILES, type ShopProfile } from './shop/index.ts';
import { identityOf, mintToken } from './token.ts';

/** How the report can be made to fail; the development routes go on working, so that a demo keeps its choices. */
export type Failure = 'unauthorized' | 'forbidden' | 'unavailable' | 'internal' | 'offline' | 'malformed';

/** A stand-in for the service. Its switches may be turned at any time. */
export interface Mocks {
  readonly handlers: HttpHandler[];
  /** Null: everything works. */
  failure: Failure | null;
  /** How long the report takes, in milliseconds. */
  delay: number;
}

export interface MocksOptions {
  profiles?: readonly ShopProfile[];
  now?: () => Date;
}

/** A service of simulated shops; each is simulated when it is first asked for. */
export function createMocks({ profiles = SANDBOX_PROFILES, now = () => new Date() }: MocksOptions = {}): Mocks {
  const mocks: Mocks = {
    failure: null,
    delay: 0,
    handlers: [
      http.get('*/v1/impact-report', async ({ request }) => {
        await new Promise((done) => setTimeout(done, mocks.delay));
        return mocks.failure ? failed(mocks.failure) : answerReport(request, profiles, now());
      }),
      http.get('*/dev/organizations', () => HttpResponse.json(profiles.map(({ organization }) => organization) satisfies DevelopmentOrganizations)),
      http.get('*/dev/token', ({ request }) => answerToken(new URL(request.url).searchParams, profiles, now())),
      http.get('*/openapi.json', () => HttpResponse.json(openApiDocument())),
      http.get('*/readyz', () => HttpResponse.json({ status: 'ok' })),
    ],
  };
  return mocks;
}

const refuse = (code: ProblemCode, message: string): Response => HttpResponse.json(problem(code, message), { status: PROBLEM_STATUS[code] });

function failed(failure: Failure): Response {
  switch (failure) {
    case 'unauthorized':
      return refuse('unauthorized', 'The token has expired. Sign in again.');
    case 'forbidden':
      return refuse('forbidden', 'Only admins and supervisors may read the report.');
    case 'unavailable':
      return HttpResponse.json(problem('unavailable', 'The database is away. Try again later.'), { status: 503, headers: { 'retry-after': '5' } });
    case 'internal':
      return refuse('internal', 'Something failed on our side.');
    case 'offline':
      return HttpResponse.error();
    case 'malformed':
      return HttpResponse.json({ status: 'success', data: { hero: { status: 'ok', net: 'much' } }, meta: {} });
  }
}

function answerReport(request: Request, profiles: readonly ShopProfile[], now: Date): Response {
  const identity = identityOf(request.headers.get('authorization'), now);
  if (!identity) return refuse('unauthorized', 'The token is missing, broken or expired. Ask for a new one.');
  if (identity.role !== 'admin' && identity.role !== 'supervisor') return refuse('forbidden', 'Only admins and supervisors may read the report.');
  const profile = profiles.find(({ organization }) => organization.id === identity.org_id);
  if (!profile) return refuse('not_found', 'There is no such organization.');
  const query = queryOf(new URL(request.url).searchParams);
  if ((query.channel?.length ?? 1) > 120) return refuse('bad_request', 'channel must have at most 120 characters.');
  const shop = sampleShop(profile);
  const headers = {
    etag: `"${encodeURIComponent(JSON.stringify([identity.org_id, shop.as_of, query]))}"`,
    'cache-control': 'private, no-cache',
    vary: 'Authorization',
  };
  try {
    const report = reportOf(shop, query, { now });
    return request.headers.get('if-none-match') === headers.etag ? new HttpResponse(null, { status: 304, headers }) : HttpResponse.json(report, { headers });
  } catch (error) {
    if (error instanceof ImpossiblePeriod) return refuse('impossible_period', error.message);
    throw error;
  }
}

function queryOf(parameters: URLSearchParams): ReportQuery {
  const one = (name: string): string | undefined => parameters.get(name) ?? undefined;
  return { period: one('period'), from: one('from'), to: one('to'), channel: one('channel') };
}

function answerToken(parameters: URLSearchParams, profiles: readonly ShopProfile[], now: Date): Response {
  const role = ROLES.find((known) => known === (parameters.get('role') ?? 'admin'));
  if (!role) return refuse('bad_request', `role must be one of ${ROLES.join(', ')}.`);
  const profile = profiles.find(({ organization }) => organization.id === parameters.get('organization'));
  if (!profile) return refuse('not_found', 'There is no such organization. GET /dev/organizations lists them.');
  return HttpResponse.json(mintToken({ org_id: profile.organization.id, role }, now));
}
