import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import type { ChatKind } from '../import/rows.ts';
import { SyncStopped } from './errors.ts';

const FIND = sqlFile(import.meta.url, './find-positions.sql');
const BEGIN = sqlFile(import.meta.url, './begin-position.sql');
const MOVE = sqlFile(import.meta.url, './move-position.sql');
const FORGET = sqlFile(import.meta.url, './forget-positions.sql');

/** How far the rows of one kind of one organization are in. */
export interface Position {
  /** Every change up to here is in; null: no pass has come to the end yet. */
  settled_until: string | null;
  /** The pass under way; all null: none is. */
  pass_began_at: string | null;
  last_updated_at: string | null;
  last_key: string | null;
  /** Goes up with every step. */
  version: number;
}

/** By organization; those that were never read have none. */
export async function positionsOf(on: Queryable, organizations: readonly string[], kind: ChatKind): Promise<Map<string, Position>> {
  const rows = await on.query<Position & { organization_id: string }>(FIND, [organizations, kind]);
  return new Map(rows.map(({ organization_id, ...position }) => [organization_id, position]));
}

export async function positionOf(on: Queryable, organizationId: string, kind: ChatKind): Promise<Position> {
  const known = (await positionsOf(on, [organizationId], kind)).get(organizationId);
  if (known !== undefined) return known;
  await on.query(BEGIN, [organizationId, kind]);
  return positionOf(on, organizationId, kind);
}

/** Moves on, in the transaction of the rows that this step brings. @returns the position after it */
export async function movePosition(
  tx: Queryable,
  organizationId: string,
  kind: ChatKind,
  from: Position,
  to: Omit<Position, 'version'>,
  newestEvent: string | null,
): Promise<Position> {
  const { settled_until, pass_began_at, last_updated_at, last_key } = to;
  const moved = await tx.query<{ version: number }>(MOVE, [
    organizationId,
    kind,
    from.version,
    settled_until,
    pass_began_at,
    last_updated_at,
    last_key,
    newestEvent,
  ]);
  if (moved[0] !== undefined) return { ...to, version: moved[0].version };
  throw new SyncStopped(`Could not go on with ${kind}: another process follows the same source. Stop one of them.`);
}

/** Has the next pass read everything again. */
export async function forgetPositions(on: Queryable, organizationId: string): Promise<void> {
  await on.query(FORGET, [organizationId]);
}
