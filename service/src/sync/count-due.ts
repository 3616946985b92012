import type { OwnerDatabase } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import type { ChatKind } from '../import/rows.ts';
import { noteAllIn } from '../refresh/incoming.ts';
import { refreshOrganization } from '../refresh/refresh.ts';
import type { Followed } from './follow-table.ts';

const DUE = sqlFile(import.meta.url, './due-organizations.sql');

/** A report that clients have is asked for anew with every new moment; so a quiet organization's moves on only now and then. */
const QUIET = '15 minutes';

/** Whose reports may have to be counted. */
export interface Due {
  followed: readonly Followed[];
  /** Those of them that are asked about. */
  among: readonly Followed[];
  kinds: readonly ChatKind[];
}

/** Counts the reports anew of those organizations for which something changed, or whose moment stayed behind. @returns how many, and as of when at most */
export async function countDue(owner: OwnerDatabase, { followed, among, kinds }: Due): Promise<{ counted: number; asOf: string | null }> {
  const due = await owner.query<{ id: string; as_of: string | null }>(DUE, [idsOf(followed), idsOf(among), kinds, QUIET]);
  let newest: string | null = null;
  for (const { id, as_of } of due) {
    await noteAllIn(owner, id);
    const { asOf } = await refreshOrganization(owner, id, { asOf: as_of ?? undefined });
    if (asOf !== null && (newest === null || Date.parse(asOf) > Date.parse(newest))) newest = asOf;
  }
  return { counted: due.length, asOf: newest };
}

const idsOf = (organizations: readonly Followed[]): string[] => organizations.map(({ id }) => id);
