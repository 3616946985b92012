// Points d and g: counting everything from scratch, beside the least that could cost.
import { sqlFile } from '../../service/src/db/sql-file.ts';
import type { Figure } from '../figure.ts';
import { Part } from '../part.ts';
import { backendsPeak, NO_PROC } from './memory.ts';
import { type BenchDatabase, settle } from './postgres.ts';
import { sizeText } from './served.ts';
import { AS_OF, type Shop } from './shop.ts';
import type { Counted, Working } from './work.ts';

const WINDOW_SORT = sqlFile(import.meta.url, './window-sort.sql');

export interface Rebuilt extends Counted {
  label: string;
  rooms: number;
  /** One scan in the order of the customers. */
  sortSeconds: number;
  /** Of the database's backends, in MB. */
  backendsPeak: number | null;
  /** Of the database, with everything counted, in MB. */
  disk: number;
}

/** Counts the organization in a process of its own, whose memory is told. */
export async function rebuild({ url, owner }: BenchDatabase, { organizationId, rooms }: Shop): Promise<Rebuilt> {
  // Whatever the loading left to do is done before, for both.
  await owner.query('vacuum (analyze) rooms');
  await owner.query('vacuum (analyze) ai_activity_logs');
  await settle({ owner });
  const sortSeconds = await windowSort({ owner }, organizationId);
  const work = new Part<Working>(new URL('./work.ts', import.meta.url));
  const { result, peak } = await backendsPeak(owner, () => work.ask('rebuild', { url, organizationId, asOf: AS_OF }));
  await work.stop();
  // Else it is done by itself, in the middle of what is measured next.
  await owner.query('vacuum (analyze)');
  await settle({ owner });
  const [size] = await owner.query<{ mb: number }>('select pg_database_size(current_database()) / 1048576.0 as mb');
  return { ...result, label: sizeText(rooms), rooms, sortSeconds, backendsPeak: peak, disk: size!.mb };
}

/** By a scan of the table, and not in the order of an index, which would be read at random. */
function windowSort({ owner }: Pick<BenchDatabase, 'owner'>, organizationId: string): Promise<number> {
  return owner.transaction(async (tx) => {
    await tx.script('set local enable_indexscan = off; set local enable_indexonlyscan = off; set local enable_bitmapscan = off');
    const start = performance.now();
    await tx.query(WINDOW_SORT, [organizationId]);
    return (performance.now() - start) / 1000;
  });
}

export const rebuildFigures = (all: readonly Rebuilt[]): Figure[] =>
  all.flatMap(({ label, rooms, seconds, sortSeconds, slowest }): Figure[] => [
    { point: 'd', name: `full rebuild, ${label}`, value: rooms / seconds, unit: 'rooms/s', note: `Most of it: ${slowest}.` },
    { point: 'd', name: `full rebuild, ${label}`, value: seconds, unit: 's' },
    { point: 'd', name: `one scan with the window sort, ${label}`, value: sortSeconds, unit: 's' },
    { point: 'd', name: `full rebuild against the scan, ${label}`, value: seconds / sortSeconds, unit: 'x' },
  ]);

export const rebuildMemory = (all: readonly Rebuilt[]): Figure[] =>
  all.flatMap(({ label, peak, backendsPeak: backends, disk }): Figure[] => [
    { point: 'g', name: `full rebuild, ${label}, peak of Node`, value: peak, unit: 'MB' },
    { point: 'g', name: `full rebuild, ${label}, peak of PostgreSQL beside shared buffers`, value: backends, unit: 'MB', note: NO_PROC },
    { point: 'g', name: `the database of ${label} on disk`, value: disk, unit: 'MB' },
  ]);
