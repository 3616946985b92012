import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { OwnerDatabase } from '@qontak/impact-service';

const EVERY_MS = 250;

/** Why there may be no figure. */
export const NO_PROC = 'The server runs elsewhere, or this system does not tell the memory of its processes.';

/** The most memory that this process ever held, in MB. */
export const peakOfThisProcess = (): number => process.resourceUsage().maxRSS / 1024;

/**
 * Runs the work, and looks meanwhile at the memory that the database's backends hold beside the shared buffers: their sum, at its peak, in MB.
 * Null: the server runs on another machine, or this one does not show it.
 */
export async function backendsPeak<T>(owner: OwnerDatabase, work: () => Promise<T>): Promise<{ result: T; peak: number | null }> {
  let peak: number | null = null;
  let working = true;
  const look = async (): Promise<void> => {
    while (working) {
      const sizes = (await backendsOf(owner)).flatMap((pid) => privateMemory(pid) ?? []);
      if (sizes.length > 0)
        peak = Math.max(
          peak ?? 0,
          sizes.reduce((sum, size) => sum + size, 0),
        );
      await pause(EVERY_MS);
    }
  };
  const looking = look();
  // met by the await below; until then it must not count as nobody's
  looking.catch(() => {});
  try {
    const result = await work();
    working = false;
    await looking;
    return { result, peak };
  } finally {
    working = false;
  }
}

async function backendsOf(owner: OwnerDatabase): Promise<number[]> {
  const backends = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and backend_type in ('client backend', 'parallel worker') and pid <> pg_backend_pid()`,
  );
  return backends.map(({ pid }) => pid);
}

/** Linux tells it; null: no such process here, or it has ended meanwhile. */
function privateMemory(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kb = /^Name:\s+postgres$/m.test(status) ? /^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1] : undefined;
    return kb === undefined ? null : Number(kb) / 1024;
  } catch {
    return null;
  }
}
