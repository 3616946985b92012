import { setTimeout as pause } from 'node:timers/promises';
import { ConfigProblem } from './config.ts';
import { DatabaseAway, DatabaseUnusable } from './db/errors.ts';
import { FolderInUse } from './db/folder-lock.ts';
import { OrganizationRefused } from './organizations.ts';
import { CannotListen, type Service, type ServiceOptions, startService } from './service.ts';

/** How long requests that are in may take when the process is asked to stop. */
const STOP_MS = 10_000;

/** Errors whose message is a whole sentence for whoever starts the service. */
const SENTENCES = [ConfigProblem, CannotListen, DatabaseAway, DatabaseUnusable, FolderInUse, OrganizationRefused];

/**
 * The service as a process: runs until Ctrl-C or SIGTERM, and then ends with code 0. What keeps it from starting is said in one sentence on
 * standard error, with code 1.
 * @param read reads the options; a {@link ConfigProblem} is told like every other
 * @param ready is called when requests are answered
 */
export async function runService(read: () => ServiceOptions, ready?: (service: Service) => void): Promise<void> {
  const stopping = signalled();
  try {
    const service = await Promise.race([startService(read()), stopping]);
    // Asked to stop while it still prepares: whatever is not committed was not done, and the next start does it again.
    if (service === undefined) process.exit(0);
    ready?.(service);
    await stopping;
    await Promise.race([service.close(), pause(STOP_MS)]);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

function signalled(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(undefined));
  });
}

function sentenceOf(error: unknown): string {
  if (SENTENCES.some((known) => error instanceof known)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
