/** The database does not answer now; the same request may work later. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway';
}

/** The database has no room left. What was under way is taken back; what was committed stays. */
export class DatabaseFull extends Error {
  override name = 'DatabaseFull';
}

/** The database cannot be used as it is set up; somebody has to change something. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable';
}

/** The database takes no changes: it is a replica, or was set so. They belong to the primary. */
export class DatabaseReadOnly extends DatabaseUnusable {
  override name = 'DatabaseReadOnly';
}

/**
 * SQLSTATE classes and codes of a server that is gone, going, starting, out of connections or memory, or too slow for a request; 40001 comes from a
 * replica that gives up a statement because it stands in the way of what the primary has done.
 */
const AWAY_STATES = /^(08...|57P0[123]|57014|53[23]00|25P03|40001)$/;
const DISK_FULL = '53100';
const AWAY_SYSTEM_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT']);
/** What `pg` and PGlite throw without a code. */
const AWAY_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end|PGlite is (closed|closing))/;

/** Tells a missing or full database from a wrong statement: those are answered with 503, the last is our own error. */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, message } = error as Error & { code?: string };
  if (code === DISK_FULL) return new DatabaseFull(`Could not store: ${message}. Free space on the disk of the database, then try again.`, { cause: error });
  const away = code === undefined ? AWAY_MESSAGES.test(message) : AWAY_STATES.test(code) || AWAY_SYSTEM_CODES.has(code);
  return away ? new DatabaseAway(`Could not reach the database: ${message}. Try again later.`, { cause: error }) : error;
}

const READ_ONLY = '25006';

/** As above, for whoever may write: names the mistake where the server only reads. A request that only reads is not meant to find out. */
export function writingError(error: unknown): unknown {
  if ((error as { code?: string }).code !== READ_ONLY) return databaseError(error);
  return new DatabaseReadOnly('Could not store: the database only reads, because it is a replica or was set so. Name the primary.', { cause: error });
}
