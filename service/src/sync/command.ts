// `npm run sync`: see HELP in options.ts and docs/sync.md.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { callersFolder, stopSignal, traceOf } from '../command-line.ts';
import { ConfigProblem, postgresUrl, readDatabaseConfig } from '../config.ts';
import { DatabaseAway, DatabaseFull, DatabaseUnusable } from '../db/errors.ts';
import { FolderInUse } from '../db/folder-lock.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { WrongUsage } from '../import/errors.ts';
import { codeOf, SourceAway, SyncRefused, SyncStopped } from './errors.ts';
import { HELP, readSyncOptions, type SyncOptions } from './options.ts';
import { runSync } from './run-sync.ts';
import { readSyncConfig, type SyncConfig } from './sync-config.ts';

const EXPECTED = [ConfigProblem, DatabaseAway, DatabaseFull, DatabaseUnusable, FolderInUse, SourceAway, SyncRefused, SyncStopped, WrongUsage];

async function run(options: SyncOptions): Promise<void> {
  const config = configOf(options.config);
  const url = postgresUrl(process.env, 'SYNC_SOURCE_URL');
  if (url === undefined) throw new ConfigProblem('Set SYNC_SOURCE_URL to the address of the source, such as postgres://user:password@host/database.');
  const signal = stopSignal();
  const database = await openDatabase(readDatabaseConfig(process.env));
  try {
    await migrate(database.owner);
    const tell = (line: string): void => void process.stdout.write(`${new Date().toISOString()} ${line}\n`);
    await runSync(options, { owner: database.owner, url, config, tell, signal });
  } finally {
    await database.close();
  }
}

function configOf(file: string): SyncConfig {
  let text: string;
  try {
    text = readFileSync(resolve(callersFolder('sync'), file), 'utf8');
  } catch (error) {
    throw new WrongUsage(`Could not read ${file}: the system says ${codeOf(error)}. Check the path and its permissions.`);
  }
  return readSyncConfig(text, file);
}

/** What an operator can act on is one sentence, or one for each mistake; anything else is our fault, and shows where. */
function explain(error: unknown): string {
  if (error instanceof Error && EXPECTED.some((type) => error instanceof type)) return error.message;
  return `Could not go on, by a fault of this program. What was committed stays; the same command goes on from there.\n${traceOf(error)}`;
}

try {
  const options = readSyncOptions(process.argv.slice(2));
  if (options) await run(options);
  else process.stdout.write(HELP);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
