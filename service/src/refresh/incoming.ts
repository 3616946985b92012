// Rows that only make sense together: a chat, and what its AI logged. An import or a pass of a sync counts when all of them are in; nobody else may
// count before. See docs/decisions/0015.
import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';

const NOTE_INCOMING = sqlFile(import.meta.url, './note-incoming.sql');
const NOTE_ALL_IN = sqlFile(import.meta.url, './note-all-in.sql');
const INCOMING = sqlFile(import.meta.url, './incoming.sql');

/** `stopped`: some came, and for an hour none did. Whoever brought them was killed and is not coming back. */
export type Incoming = 'none' | 'coming' | 'stopped';

/** More may follow. In the transaction that writes rows, so that no chat is here without this note. */
export async function noteIncoming(tx: Queryable, organizationId: string): Promise<void> {
  await tx.query(NOTE_INCOMING, [organizationId]);
}

export async function noteAllIn(on: Queryable, organizationId: string): Promise<void> {
  await on.query(NOTE_ALL_IN, [organizationId]);
}

/** Holds for as long as the organization is locked. */
export async function incomingTo(tx: Queryable, organizationId: string): Promise<Incoming> {
  const [row] = await tx.query<{ rows: Incoming }>(INCOMING, [organizationId]);
  return row?.rows ?? 'none';
}
