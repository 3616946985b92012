import { DevelopmentOrganizations, DevelopmentToken } from '@qontak/impact-contract';
import type { Fetcher, TokenProvider } from '#data';
import type { RoleChoice } from './choices.ts';

/** Why the demo has nothing to show. */
export type SourceProblem = 'away' | 'not_development' | 'no_organizations';

export class SourceError extends Error {
  override name = 'SourceError';
  readonly problem: SourceProblem;
  constructor(problem: SourceProblem) {
    super(`Could not read the list of organizations: ${problem}. Start the service with npm start.`);
    this.problem = problem;
  }
}

export interface Identity {
  organization: string;
  role: RoleChoice;
}

/** Where a page's data come from: the service, or the sandbox's stand-in for it. Both answer the same addresses. */
export interface Source {
  fetcher: Fetcher;
  /** Ends with a slash; the addresses of the service are relative to it. */
  base: string;
}

const REQUEST_MS = 10_000;

async function get({ fetcher, base }: Source, path: string, signal: AbortSignal): Promise<Response> {
  return fetcher(new URL(path, base), {
    headers: { accept: 'application/json' },
    credentials: 'omit',
    signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]),
  });
}

/**
 * What there is to choose from.
 * @throws {SourceError}
 */
export async function organizations(source: Source, signal: AbortSignal): Promise<DevelopmentOrganizations> {
  let response: Response;
  try {
    response = await get(source, 'dev/organizations', signal);
  } catch {
    throw new SourceError('away');
  }
  // A service in production mode has no such route; one that is starting, or a proxy before it, answers 5xx.
  if (!response.ok) throw new SourceError(response.status >= 500 ? 'away' : 'not_development');
  const list = DevelopmentOrganizations.safeParse(await response.json().catch(() => null));
  if (!list.success) throw new SourceError('not_development');
  if (list.data.length === 0) throw new SourceError('no_organizations');
  return list.data;
}

/** Signs in as somebody. The function stands for that identity, so each is made once and kept. */
export function tokenProvider(source: Source, { organization, role }: Identity): TokenProvider {
  const query = new URLSearchParams({ organization, role });
  return async ({ signal }) => {
    const response = await get(source, `dev/token?${query}`, signal);
    if (!response.ok) throw new Error(`Could not sign in to the demo: the service answered ${response.status}. Is it in development mode?`);
    const { token, expires_at } = DevelopmentToken.parse(await response.json());
    return { token, expiresAt: expires_at };
  };
}
