// `npm run drift`: see HELP in options.ts and docs/operations.md.
import process from 'node:process';
import { stopSignal, traceOf } from '../command-line.ts';
import { ConfigProblem, readDatabaseConfig } from '../config.ts';
import { DatabaseAway, DatabaseUnusable } from '../db/errors.ts';
import { FolderInUse } from '../db/folder-lock.ts';
import { assertMigrated } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { WrongUsage } from '../import/errors.ts';
import { type DriftOptions, HELP, readDriftOptions } from './options.ts';
import { runDrift } from './run-drift.ts';
import { driftSummary, organizationLines } from './summary.ts';

const EXPECTED = [ConfigProblem, DatabaseAway, DatabaseUnusable, FolderInUse, WrongUsage];

const [EQUAL, DRIFT, NOT_CHECKED] = [0, 1, 2];

/** @returns the exit code */
async function run(options: DriftOptions): Promise<number> {
  const start = performance.now();
  const signal = stopSignal();
  const say = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
  const database = await openDatabase(readDatabaseConfig(process.env));
  try {
    await assertMigrated(database.owner);
    const result = await runDrift(options, { owner: database.owner, signal, tell: (organization) => say(organizationLines(organization)) });
    say(driftSummary(result, options.days !== 'all', (performance.now() - start) / 1000));
    if (result.organizations.some((one) => 'differences' in one && one.differences.length > 0)) return DRIFT;
    return result.left > 0 || result.organizations.some((one) => 'reason' in one) ? NOT_CHECKED : EQUAL;
  } finally {
    await database.close();
  }
}

/** What an operator can act on is one sentence; anything else is our fault, and shows where. */
function explain(error: unknown): string {
  if (error instanceof Error && EXPECTED.some((type) => error instanceof type)) return error.message;
  return `Could not finish the check, by a fault of this program. It has changed nothing.\n${traceOf(error)}`;
}

try {
  const options = readDriftOptions(process.argv.slice(2));
  if (options) process.exitCode = await run(options);
  else process.stdout.write(HELP);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = NOT_CHECKED;
}
