// `npm run import`: see HELP in options.ts and docs/import.md.
import process from 'node:process';
import { callersFolder, stopSignal, traceOf } from '../command-line.ts';
import { ConfigProblem, readDatabaseConfig } from '../config.ts';
import { DatabaseAway, DatabaseFull, DatabaseUnusable } from '../db/errors.ts';
import { FolderInUse } from '../db/folder-lock.ts';
import { openDatabase } from '../db/open.ts';
import { OrganizationRefused, UnknownOrganization } from '../organizations.ts';
import { countMisspelled } from './closed-reason.ts';
import { ImportStopped, MalformedSource, WrongUsage } from './errors.ts';
import { HELP, readOptions, type ImportOptions, type RenewalOptions } from './options.ts';
import { Progress } from './progress.ts';
import { type FilesResult, type ImportSetting, runImport } from './run-import.ts';
import { runRenewals } from './run-renewals.ts';
import { fileSummary, refreshSummary, reusedSummary } from './summary.ts';

const EXPECTED = [
  ConfigProblem,
  MalformedSource,
  WrongUsage,
  ImportStopped,
  DatabaseAway,
  DatabaseFull,
  DatabaseUnusable,
  OrganizationRefused,
  UnknownOrganization,
];

async function run(options: ImportOptions | RenewalOptions): Promise<number> {
  const start = performance.now();
  const setting: ImportSetting = {
    openDatabase: () => openDatabase(readDatabaseConfig(process.env)),
    stdin: process.stdin,
    progress: new Progress(process.stderr),
    folder: callersFolder('import'),
    signal: stopSignal(),
  };
  if (options.kind === 'renewals') return tell(await runRenewals(options, setting), [], options.strict);
  const result = await runImport(options, setting);
  const counted = refreshSummary(result.refresh, { files: result.files.length, seconds: (performance.now() - start) / 1000 });
  return tell(result, result.reused ? [reusedSummary(result.reused), ...counted] : counted, options.strict);
}

/** @returns the exit code */
function tell({ files, rejectsPath }: FilesResult, counted: readonly string[], strict: boolean): number {
  const lines = [...files.flatMap((file) => fileSummary(file, rejectsPath)), ...counted];
  process.stdout.write(`${lines.join('\n')}\n`);
  return strict && files.some(({ rejected, file }) => rejected > 0 || countMisspelled(file.misspelled) > 0) ? 2 : 0;
}

/** What an operator can act on is one sentence; anything else is our fault, and shows where. */
function explain(error: unknown): string {
  if (error instanceof FolderInUse) return `${error.message} An import can also go into a server while the service runs: name it in DATABASE_URL.`;
  if (error instanceof Error && EXPECTED.some((type) => error instanceof type)) return error.message;
  return `Could not finish the import, by a fault of this program. What was committed stays; the same command goes on from there.\n${traceOf(error)}`;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) process.exitCode = await run(options);
  else process.stdout.write(HELP);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
