import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { numberText } from '../table.ts';
import { BenchRefused, type Sizes } from './options.ts';

/** Measured: a counted chat takes 1 kB, its indexes included. As much again for the log, sorts, and rows that are deleted and not yet vacuumed. */
const BYTES_PER_ROOM = 2_000;
const GB = 1e9;

/**
 * Found out now rather than after an hour.
 * @throws {BenchRefused} when the server that the benchmark starts would fill the disk
 */
export function assertSpace({ rooms, organizations, roomsEach }: Sizes): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  const all = rooms.reduce((sum, n) => sum + n, organizations * roomsEach);
  const [needed, free] = [(all * BYTES_PER_ROOM) / GB, (bavail * bsize) / GB];
  if (needed <= free) return;
  throw new BenchRefused(
    `Could not start: the data need about ${numberText(needed)} GB, and ${tmpdir()} has ${numberText(free)}. Set TMPDIR to a larger disk.`,
  );
}
