// `npm run retention`: see HELP in options.ts and docs/scale.md.
import process from 'node:process';
import { stopSignal, traceOf } from '../command-line.ts';
import { ConfigProblem, readDatabaseConfig } from '../config.ts';
import { DatabaseAway, DatabaseFull, DatabaseUnusable } from '../db/errors.ts';
import { FolderInUse } from '../db/folder-lock.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { WrongUsage } from '../import/errors.ts';
import { HELP, readRetentionOptions, type RetentionOptions } from './options.ts';
import { runRetention } from './run-retention.ts';

const EXPECTED = [ConfigProblem, DatabaseAway, DatabaseFull, DatabaseUnusable, FolderInUse, WrongUsage];

/** @returns the exit code */
async function run(options: RetentionOptions): Promise<number> {
  const signal = stopSignal();
  const database = await openDatabase(readDatabaseConfig(process.env));
  try {
    await migrate(database.owner);
    const tell = (line: string): void => void process.stdout.write(`${line}\n`);
    const { failed, stopped } = await runRetention(options, { owner: database.owner, tell, signal });
    return failed.length > 0 || stopped ? 1 : 0;
  } finally {
    await database.close();
  }
}

/** What an operator can act on is one sentence; anything else is our fault, and shows where. */
function explain(error: unknown): string {
  if (error instanceof Error && EXPECTED.some((type) => error instanceof type)) return error.message;
  return `Could not go on, by a fault of this program. What was deleted stays so; the same command goes on from there.\n${traceOf(error)}`;
}

try {
  const options = readRetentionOptions(process.argv.slice(2));
  if (options) process.exitCode = await run(options);
  else process.stdout.write(HELP);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
