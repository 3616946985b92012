// The contract's routes, answered by simulated shops and the reference engine.
import { type DevelopmentOrganizations, ImpossiblePeriod, problem, ROLES } from '@qontak/impact-contract';
import { openApiDocument } from '@qontak/impact-contract/openapi';
import { http, type HttpHandler, HttpResponse } from 'msw/http';
import { refuse } from './sandbox/answers.ts';
import { type Asked, askedBy } from './sandbox/asked.ts';
import { answerChats, answerRuling } from './sandbox/chats.ts';
import { SandboxOrganization } from './sandbox/organization.ts';
import { answerReport } from './sandbox/report.ts';
import { answerRevisions } from './sandbox/revisions.ts';
import { COST_ASSUMPTION, readCostChanges, readSetting, WORKING_HOURS, writeSetting } from './sandbox/settings.ts';
import { SANDBOX_PROFILES, type ShopProfile } from './shop/index.ts';
import { mintToken } from './token.ts';

/** How the report can be made to fail; the development routes go on working, so that a demo keeps its choices. */
export type Failure = 'unauthorized' | 'forbidden' | 'unavailable' | 'internal' | 'offline' | 'malformed';

/** A stand-in for the service. Its switches may be turned at any time. */
export interface Mocks {
  readonly handlers: HttpHandler[];
  /** Null: everything works. */
  failure: Failure | null;
  /** How long the report and all that belongs to it takes, in milliseconds. */
  delay: number;
}

export interface MocksOptions {
  profiles?: readonly ShopProfile[];
  now?: () => Date;
}

/** A service of simulated shops; each is simulated when it is first asked for. What admins change is kept as long as the mocks are. */
export function createMocks({ profiles = SANDBOX_PROFILES, now = () => new Date() }: MocksOptions = {}): Mocks {
  const organizations = profiles.map((profile) => new SandboxOrganization(profile, now));
  /** A route of the contract: it can fail and take its time, and answers only whom it knows. */
  const route = (answer: (asked: Asked, id: string) => Response | Promise<Response>) => async (call: Call) => {
    await new Promise((done) => setTimeout(done, mocks.delay));
    if (mocks.failure) return failed(mocks.failure);
    const asked = askedBy(call.request, organizations, now());
    return asked instanceof Response ? asked : unlessImpossible(() => answer(asked, String(call.params['id'])));
  };
  const mocks: Mocks = {
    failure: null,
    delay: 0,
    handlers: [
      http.get('*/v1/impact-report', route(answerReport)),
      http.get('*/v1/impact-report/chats', route(answerChats)),
      http.get('*/v1/impact-report/revisions', route(answerRevisions)),
      http.put('*/v1/chats/:id/return-ruling', route(answerRuling)),
      http.get(
        '*/v1/cost-assumption',
        route((asked) => readSetting(asked, COST_ASSUMPTION)),
      ),
      http.put(
        '*/v1/cost-assumption',
        route((asked) => writeSetting(asked, COST_ASSUMPTION)),
      ),
      http.get('*/v1/cost-assumption/history', route(readCostChanges)),
      http.get(
        '*/v1/working-hours',
        route((asked) => readSetting(asked, WORKING_HOURS)),
      ),
      http.put(
        '*/v1/working-hours',
        route((asked) => writeSetting(asked, WORKING_HOURS)),
      ),
      // Nobody reads views of simulated shops, so they are taken and not kept.
      http.post(
        '*/v1/report-views',
        route(() => new HttpResponse(null, { status: 204 })),
      ),
      http.get('*/dev/organizations', () => HttpResponse.json(profiles.map(({ organization }) => organization) satisfies DevelopmentOrganizations)),
      http.get('*/dev/token', ({ request }) => answerToken(new URL(request.url).searchParams, profiles, now())),
      http.get('*/openapi.json', () => HttpResponse.json(openApiDocument())),
      http.get('*/readyz', () => HttpResponse.json({ status: 'ok' })),
    ],
  };
  return mocks;
}

interface Call {
  request: Request;
  params: Readonly<Record<string, string | readonly string[] | undefined>>;
}

async function unlessImpossible(answer: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ImpossiblePeriod) return refuse('impossible_period', error.message);
    throw error;
  }
}

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

function answerToken(parameters: URLSearchParams, profiles: readonly ShopProfile[], now: Date): Response {
  const role = ROLES.find((known) => known === (parameters.get('role') ?? 'admin'));
  if (!role) return refuse('bad_request', `role must be one of ${ROLES.join(', ')}.`);
  const profile = profiles.find(({ organization }) => organization.id === parameters.get('organization'));
  if (!profile) return refuse('not_found', 'There is no such organization. GET /dev/organizations lists them.');
  return HttpResponse.json(mintToken({ org_id: profile.organization.id, role }, now));
}
