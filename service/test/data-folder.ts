import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';

let made: Promise<string> | undefined;

/** Puts an empty, migrated PGlite into a folder. It is copied: to make one takes seconds. */
export async function makeDataFolder(folder: string): Promise<void> {
  cpSync(await (made ??= makeOne()), folder, { recursive: true });
}

async function makeOne(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'impact-data-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const database = await openDatabase({ dataDir: folder });
  await migrate(database.owner);
  await database.close();
  return folder;
}
