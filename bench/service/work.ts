// What changes data, one operation after the other: in a process of its own, whose memory is told when it is done.
import {
  type Database,
  importRooms,
  openDatabase,
  type OwnerDatabase,
  rebuildOrganization,
  refreshOrganization,
  type RefreshOptions,
  type RoomRow,
} from '@qontak/impact-service';
import { sqlFile } from '../../service/src/db/sql-file.ts';
import { Progress, runImport } from '../../service/src/import/index.ts';
import { answer } from '../part.ts';
import { peakOfThisProcess } from './memory.ts';
import { StatementTimes } from './statement-times.ts';

const CHANGED_ROOMS = sqlFile(import.meta.url, './changed-rooms.sql');

interface Place {
  url: string;
  organizationId: string;
}

export interface Counted {
  seconds: number;
  /** Chats that were judged. */
  changed: number;
  /** Of this process, in MB. */
  peak: number;
  slowest: string;
}

export interface Imported {
  /** From the first look at the file to the last row, and without the look that checks it. */
  seconds: number;
  writingSeconds: number;
  peak: number;
}

const databases = new Map<string, Promise<Database>>();

async function ownerOf({ url }: Place): Promise<OwnerDatabase> {
  const opened = databases.get(url) ?? openDatabase({ databaseUrl: url });
  databases.set(url, opened);
  return (await opened).owner;
}

async function counted(owner: OwnerDatabase, count: (watched: OwnerDatabase) => Promise<{ changed: number }>): Promise<Counted> {
  const times = new StatementTimes();
  const start = performance.now();
  const { changed } = await count(times.watchOwner(owner));
  return { seconds: (performance.now() - start) / 1000, changed, peak: peakOfThisProcess(), slowest: times.slowest() };
}

const ANSWERS = {
  async rebuild({ asOf, ...place }: Place & RefreshOptions): Promise<Counted> {
    const owner = await ownerOf(place);
    return counted(owner, (watched) => rebuildOrganization(watched, place.organizationId, { asOf }));
  },

  /** Sends the chats again with a change, and times how long the reports take to follow. */
  async refresh({ ids, ...place }: Place & { ids: readonly string[] }): Promise<Counted> {
    const owner = await ownerOf(place);
    const rows = await owner.query<RoomRow>(CHANGED_ROOMS, [place.organizationId, ids]);
    const { rows_changed } = await importRooms(owner, place.organizationId, rows);
    if (rows_changed !== ids.length) throw new Error(`Could not change ${ids.length} chats: ${rows_changed} were changed.`);
    return counted(owner, (watched) => refreshOrganization(watched, place.organizationId));
  },

  /** What `npm run import` does with a file. */
  async import({ file, ...place }: Place & { file: string }): Promise<Imported> {
    const owner = await ownerOf(place);
    const [clock] = await owner.query<{ now: number }>('select extract(epoch from clock_timestamp())::float8 as now');
    await runImport(
      {
        kind: 'chats',
        organizationId: place.organizationId,
        files: [{ kind: 'rooms', path: file }],
        create: null,
        rejects: null,
        strict: true,
        asOf: undefined,
      },
      {
        openDatabase: () => openDatabase({ databaseUrl: place.url }),
        stdin: process.stdin,
        progress: new Progress({ write: () => true, isTTY: false }),
        folder: '.',
      },
    );
    const [times] = await owner.query<{ seconds: number; writing_seconds: number }>(
      'select extract(epoch from finished_at)::float8 - $1 as seconds, extract(epoch from finished_at - started_at)::float8 as writing_seconds from imports',
      [clock!.now],
    );
    return { seconds: times!.seconds, writingSeconds: times!.writing_seconds, peak: peakOfThisProcess() };
  },

  /** The memory of a process that has opened the database and done nothing yet. */
  async idle(place: Place): Promise<number> {
    await ownerOf(place);
    return peakOfThisProcess();
  },
};
export type Working = typeof ANSWERS;

answer(ANSWERS);
