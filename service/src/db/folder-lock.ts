import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Another process has the folder open. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

interface Holder {
  pid: number;
  host: string;
  /** When the process started, as the system tells it; a pid alone is handed out again. Empty where the system does not tell. */
  started: string;
  /** Tells this lock from every other. */
  id: string;
}

/**
 * Takes the lock file of a folder, or says who holds it. PGlite would not notice a second process, and both would ruin the data.
 * The lock of a process that is gone is taken over.
 * @returns gives the lock back
 * @throws {FolderInUse}
 */
export function lockFolder(file: string, folder: string): () => void {
  const mine: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid), id: randomUUID() };
  // A link appears with its content, so nobody ever reads half a lock; it fails when the file is there.
  const draft = `${file}.${mine.id}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    if (!place(draft, file)) takeOver(draft, file, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  const release = (): void => {
    process.removeListener('exit', release);
    if (holderOf(file)?.id === mine.id) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}

function place(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function takeOver(draft: string, file: string, folder: string): void {
  const holder = holderOf(file);
  if (holder !== null && isAlive(holder)) throw inUse(holder, file, folder);
  // Two processes may find the same dead lock: the one that moves it away goes on, and checks that it moved the dead one.
  const removed = `${draft}.old`;
  try {
    renameSync(file, removed);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const moved = holderOf(removed);
  const movedALiveOne = moved !== null && moved.id !== holder?.id;
  if (movedALiveOne) place(removed, file);
  rmSync(removed, { force: true });
  if (movedALiveOne || !place(draft, file)) throw inUse(holderOf(file) ?? moved, file, folder);
}

/** Null when there is no lock, or one that nobody finished writing. */
function holderOf(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  // The processes of another machine or container cannot be seen from here; its lock counts until somebody removes it.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return holder.started === '' || holder.started === startOf(holder.pid);
}

/** Field 22 of Linux's /proc/PID/stat; the second field, the name, may hold blanks, so counting begins behind it. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function inUse(holder: Holder | null, file: string, folder: string): FolderInUse {
  const who = holder === null ? 'another process' : `process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}`}`;
  const what = holder === null || holder.host === hostname() ? 'Stop it, or set DATA_DIR to another folder' : `If that is gone, delete ${file}`;
  return new FolderInUse(`Could not open the data in ${folder}: ${who} is using them. ${what}.`);
}
