import type { QueryKey } from '@tanstack/query-core';
import { complain } from './complain.ts';
import type { Connection } from './connection.ts';
import { ReportError } from './errors.ts';

/** Whose reports came over a connection last. */
const organizations = new WeakMap<Connection, string>();

/** One function for two organizations: what is left of the first goes, from the page too, and is asked for anew where it is shown. */
export function noteOrganization(connection: Connection, id: string, asking: QueryKey): void {
  const known = organizations.get(connection);
  organizations.set(connection, id);
  if (known === undefined || known === id) return;
  // To reset what nobody looks at would empty it too, but also stop the clock by which it goes.
  connection.client.removeQueries({ type: 'inactive' });
  void connection.client.resetQueries({ predicate: ({ queryKey }) => queryKey !== asking });
  complain('IMPACT-015');
}

/** Nothing of them is left: who comes next may be of another organization. */
export const forgetOrganization = (connection: Connection): void => void organizations.delete(connection);

/** Hosts write ids as they like. */
export const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** @throws {ReportError} `tenant_mismatch`: the answer is of another organization than the host says. */
export function assertOrganization({ org }: Connection, id: string): void {
  if (org !== undefined && !isSame(id, org)) throw new ReportError('tenant_mismatch');
}
