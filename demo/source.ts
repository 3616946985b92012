import { DevelopmentOrganizations, DevelopmentToken, ImpactReport, type ReportMeta } from '@qontak/impact-contract';
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
  fetcher: typeof fetch;
  /** Ends with a slash; the addresses of the service are relative to it. */
  base: string;
}

const REQUEST_MS = 10_000;

async function get({ fetcher, base }: Source, path: string, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> {
  const limit = AbortSignal.timeout(REQUEST_MS);
  return fetcher(new URL(path, base), {
    headers: { accept: 'application/json', ...headers },
    credentials: 'omit',
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
}

/**
 * What there is to choose from.
 * @throws {SourceError}
 */
export async function organizations(source: Source, signal: AbortSignal): Promise<DevelopmentOrganizations> {
  let response: Response;
  try {
    response = await get(source, 'dev/organizations', {}, signal);
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

/** A short-lived token for the identity, as the widget's `tokenProvider` wants it. */
export async function issueToken(source: Source, { organization, role }: Identity, signal?: AbortSignal): Promise<{ token: string; expiresAt: string }> {
  const query = new URLSearchParams({ organization, role });
  const response = await get(source, `dev/token?${query}`, {}, signal);
  if (!response.ok) throw new Error(`Could not sign in to the demo: the service answered ${response.status}. Is it in development mode?`);
  const { token, expires_at } = DevelopmentToken.parse(await response.json());
  return { token, expiresAt: expires_at };
}

/** What the newest report says about itself: its channels and how far its data reach. Null when there is no report to ask. */
export async function describe(source: Source, identity: Identity, signal: AbortSignal): Promise<ReportMeta | null> {
  try {
    const { token } = await issueToken(source, identity, signal);
    const response = await get(source, 'v1/impact-report', { authorization: `Bearer ${token}` }, signal);
    const report = ImpactReport.safeParse(await response.json());
    return report.success ? report.data.meta : null;
  } catch {
    // The report itself says what went wrong; without it there are only fewer choices.
    return null;
  }
}
