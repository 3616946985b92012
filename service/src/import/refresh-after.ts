import type { OwnerDatabase } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { noteAllIn } from '../refresh/incoming.ts';
import { refreshOrganization } from '../refresh/refresh.ts';

const stateSql = sqlFile(import.meta.url, './refresh-state.sql');

/** Whether the reports were counted anew, and as of when they stand. */
export interface RefreshResult {
  refreshed: boolean;
  /** Null: no event is known yet, so nothing can be counted. */
  asOf: string | null;
}

/**
 * Counts the reports as of the newest event that finished imports brought, or as of the moment that the operator names. It also
 * catches up on a refresh that an earlier run did not reach; when nothing is due, nothing is touched.
 */
export async function refreshAfterImport(
  owner: OwnerDatabase,
  organizationId: string,
  explicit: string | undefined,
  onRefresh: () => void,
): Promise<RefreshResult> {
  const [state] = await owner.query<{ as_of: string | null; newest_event: string | null; pending: boolean }>(stateSql, [organizationId]);
  if (!state) return { refreshed: false, asOf: null };
  const target = explicit ?? later(state.as_of, state.newest_event);
  if (target === null || (!state.pending && state.as_of !== null && Date.parse(target) === Date.parse(state.as_of)))
    return { refreshed: false, asOf: state.as_of };
  onRefresh();
  await noteAllIn(owner, organizationId);
  const { asOf } = await refreshOrganization(owner, organizationId, { asOf: target, allowEarlier: explicit !== undefined });
  return { refreshed: true, asOf };
}

/** Milliseconds suffice: it is the moment as of which 48 hours are counted. */
function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(b) > Date.parse(a) ? b : a;
}
