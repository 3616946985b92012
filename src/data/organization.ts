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
  connection.client.removeQueries({ type: 'inactive' });
  void connection.client.resetQueries({ predicate: ({ queryKey }) => queryKey !== asking });
  complain('IMPACT-015');
}

/** Whether the last report over the connection was of another organization. */
export function isAnother(connection: Connection, id: string): boolean {
  const known = organizations.get(connection);
  return known !== undefined && known !== id;
}

/** @throws {ReportError} `tenant_mismatch`: the answer is of another organization than the host says. */
export function assertOrganization({ org }: Connection, id: string): void {
  if (org !== undefined && id.toLowerCase() !== org.toLowerCase()) throw new ReportError('tenant_mismatch');
}
