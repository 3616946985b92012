// Who asks, and about which organization: both stand in the token.
import type { Role } from '@qontak/impact-contract';
import { identityOf } from '../token.ts';
import { refuse } from './answers.ts';
import type { SandboxOrganization } from './organization.ts';

/** A request that may be answered. */
export interface Asked {
  request: Request;
  organization: SandboxOrganization;
  role: Extract<Role, 'admin' | 'supervisor'>;
  now: Date;
}

/** The request with what its token says, or why it is refused. */
export function askedBy(request: Request, organizations: readonly SandboxOrganization[], now: Date): Asked | Response {
  const identity = identityOf(request.headers.get('authorization'), now);
  if (!identity) return refuse('unauthorized', 'The token is missing, broken or expired. Ask for a new one.');
  const { role, org_id } = identity;
  if (role !== 'admin' && role !== 'supervisor') return refuse('forbidden', 'Only admins and supervisors may read the report.');
  const foreign = namesAnother(new URL(request.url).searchParams, org_id);
  if (foreign !== null) return foreign;
  const organization = organizations.find(({ profile }) => profile.organization.id === org_id);
  if (!organization) return refuse('not_found', 'There is no such organization.');
  return { request, organization, role, now };
}

/** A client that names another organization than its token has mixed something up, and must not take the answer for that one's. */
function namesAnother(query: URLSearchParams, id: string): Response | null {
  for (const name of ['organization', 'org_id', 'organization_id']) {
    const named = query.getAll(name);
    if (named.length > 1) return refuse('bad_request', `Send ${name} once.`);
    if (named.length === 1 && named[0]!.toLowerCase() !== id) return refuse('forbidden', `The token is for another organization than ${name} says.`);
  }
  return null;
}
