import { setTimeout as pause } from 'node:timers/promises';
import { ConfigProblem } from './config.ts';
import { DatabaseAway, DatabaseFull, DatabaseUnusable } from './db/errors.ts';
import { FolderInUse } from './db/folder-lock.ts';
import { errorFields } from './log.ts';
import { OrganizationRefused } from './organizations.ts';
import { CannotListen, type Service, type ServiceOptions, startService } from './service.ts';

/** How long requests that are in may take when the process is asked to stop: longer than a statement may. Orchestrators usually wait 30 s. */
const STOP_MS = 15_000;

/** Errors whose message is a whole sentence for whoever starts the service. */
const SENTENCES = [ConfigProblem, CannotListen, DatabaseAway, DatabaseFull, DatabaseUnusable, FolderInUse, OrganizationRefused];

/**
 * The service as a process: runs until Ctrl-C or SIGTERM, finishes what is asked by then, and ends with code 0; the next signal ends it at once.
 * What keeps it from starting is said in one sentence on standard error, with code 1.
 * @param read reads the options; a {@link ConfigProblem} is told like every other
 * @param ready is called when requests are answered
 */
export async function runService(read: () => ServiceOptions, ready?: (service: Service) => void): Promise<void> {
  const stopping = signalled();
  process.on('uncaughtException', giveUp);
  try {
    const service = await Promise.race([startService(read()), stopping]);
    // Asked to stop while it still prepares: whatever is not committed was not done, and the next start does it again.
    if (service === undefined) process.exit(0);
    ready?.(service);
    await stopping;
    const finished = await Promise.race([service.close().then(() => true), pause(STOP_MS, false)]);
    if (!finished) process.stderr.write(`Could not finish every request within ${STOP_MS / 1000} s: the rest is cut off.\n`);
    process.exit(finished ? 0 : 1);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function signalled(): Promise<undefined> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.removeListener(signal, stop);
      resolve(undefined);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
}

/**
 * After an error that nobody met, a rejected promise too, nothing can be relied on: whoever runs the process starts it again. It says where and not
 * what, because the message can hold a row.
 */
function giveUp(error: unknown): void {
  const { type, code, stack } = errorFields(error);
  process.stderr.write(`Could not go on, by a fault of this program: ${type} ${code}\n${stack}\n`);
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if (SENTENCES.some((known) => error instanceof known)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
