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
  const organization = organizations.find(({ profile }) => profile.organization.id === org_id);
  if (!organization) return refuse('not_found', 'There is no such organization.');
  return { request, organization, role, now };
}
