/** The configuration, or the source that it describes, is not as it has to be; somebody has to change something. */
export class SyncRefused extends Error {
  override name = 'SyncRefused';
}

/** The source does not answer now; the same may work later. */
export class SourceAway extends Error {
  override name = 'SourceAway';
}

/** The sync cannot go on, though configuration and source may be fine; what was committed stays. */
export class SyncStopped extends Error {
  override name = 'SyncStopped';
}

/** The SQLSTATE, or the system's code, of an error of the driver; empty: it has none. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');
