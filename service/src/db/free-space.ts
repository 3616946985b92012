import { statfsSync } from 'node:fs';
import { DatabaseFull } from './errors.ts';

/**
 * More than one statement of ours writes, its log included: a refresh judges 20,000 chats at a time, and each takes about a kilobyte.
 * PGlite does not survive a full disk: where PostgreSQL would end at a log that cannot be written, it turns in circles and hears no signal.
 */
const RESERVE_MB = 256;
const MB = 1024 * 1024;

/** @throws {DatabaseFull} when the folder's disk has less room than a statement may need */
export function assertSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / MB);
  if (free < RESERVE_MB)
    throw new DatabaseFull(`Could not store: the disk of ${folder} has ${free} MB free, and ${RESERVE_MB} MB are needed. Free some space, then try again.`);
}
