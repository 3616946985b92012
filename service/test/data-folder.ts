import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/db/open.ts';

let made: Promise<string> | undefined;

/** Puts a PGlite without any table into a folder. It is copied: to make one takes seconds. */
export async function makeDataFolder(folder: string): Promise<void> {
  cpSync(await (made ??= makeOne()), folder, { recursive: true });
}

async function makeOne(): Promise<string> {
  const folder = newFolder();
  await (await openDatabase({ dataDir: folder })).close();
  return folder;
}

/** Gone when the process ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'impact-data-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
