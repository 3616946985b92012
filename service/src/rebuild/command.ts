// `npm run rebuild`: see HELP in options.ts and docs/operations.md.
import process from 'node:process';
import { stopSignal, traceOf } from '../command-line.ts';
import { ConfigProblem, readDatabaseConfig } from '../config.ts';
import { DatabaseAway, DatabaseFull, DatabaseUnusable } from '../db/errors.ts';
import { FolderInUse } from '../db/folder-lock.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { WrongUsage } from '../import/errors.ts';
import { Progress } from '../import/progress.ts';
import { HELP, readRebuildOptions, type RebuildOptions } from './options.ts';
import { runRebuild } from './run-rebuild.ts';
import { rebuildSummary } from './summary.ts';

const EXPECTED = [ConfigProblem, DatabaseAway, DatabaseFull, DatabaseUnusable, FolderInUse, WrongUsage];

/** @returns the exit code */
async function run(options: RebuildOptions): Promise<number> {
  const start = performance.now();
  const signal = stopSignal();
  const database = await openDatabase(readDatabaseConfig(process.env));
  try {
    await migrate(database.owner);
    const rebuilt = await runRebuild(options, { owner: database.owner, progress: new Progress(process.stderr), signal });
    process.stdout.write(`${rebuildSummary(rebuilt, (performance.now() - start) / 1000).join('\n')}\n`);
    return rebuilt.failed.length > 0 || rebuilt.left > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

/** What an operator can act on is one sentence; anything else is our fault, and shows where. */
function explain(error: unknown): string {
  if (error instanceof Error && EXPECTED.some((type) => error instanceof type)) return error.message;
  return `Could not finish the rebuild, by a fault of this program. Organizations that were counted stay so; the same command begins anew.\n${traceOf(error)}`;
}

try {
  const options = readRebuildOptions(process.argv.slice(2));
  if (options) process.exitCode = await run(options);
  else process.stdout.write(HELP);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
