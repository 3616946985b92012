import type { QueryKey } from '@tanstack/query-core';
import type { Connection } from './connection.ts';
import { ReportError } from './errors.ts';
import { complain } from './complain.ts';

/** Whose answers came over a connection last. */
const organizations = new WeakMap<Connection, string>();

/**
 * One function for two organizations: what is left of the first goes, from the page too, and is asked for anew where it is shown.
 * @param asking - The report that this answer is, which stays; null: it is none.
 * @returns Whether answers of another organization came before.
 */
export function noteOrganization(connection: Connection, id: string, asking: QueryKey | null): boolean {
  const known = organizations.get(connection);
  organizations.set(connection, id);
  if (known === undefined || known === id) return false;
  connection.client.removeQueries({ type: 'inactive' });
  void connection.client.resetQueries({ predicate: ({ queryKey }) => queryKey !== asking });
  complain('IMPACT-015');
  return true;
}

/** @throws {ReportError} `tenant_mismatch`: the answer is of another organization than the host says. */
export function assertOrganization({ org }: Connection, id: string): void {
  if (org !== undefined && id.toLowerCase() !== org.toLowerCase()) throw new ReportError('tenant_mismatch');
}
