import { setTimeout as pause } from 'node:timers/promises';
import type { OwnerDatabase } from '../db/database.ts';
import { DatabaseAway, DatabaseFull } from '../db/errors.ts';
import { SourceAway } from './errors.ts';
import type { SyncOptions } from './options.ts';
import { passSummary } from './summary.ts';
import type { SyncConfig } from './sync-config.ts';
import { syncPass } from './sync-pass.ts';

/** The longest that a source which is away is left alone. */
const LONGEST_BACK_OFF_SECONDS = 60;

/** Where a sync reads and what it reports to. */
export interface SyncSetting {
  owner: OwnerDatabase;
  url: string;
  config: SyncConfig;
  /** Told in whole lines; no value of a row is among them. */
  tell: (line: string) => void;
  signal: AbortSignal;
}

/** Follows the source: one pass after the other until it is asked to stop, or a single one. */
export async function runSync({ once, reconcile, deleteMany }: Omit<SyncOptions, 'config'>, setting: SyncSetting): Promise<void> {
  const { owner, url, config, tell, signal } = setting;
  let isFirst = true;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const result = await syncPass(owner, { url, config, reconcile, deleteMany, signal, tell: isFirst ? tell : null });
      if (failures > 0) tell('The source answers again.');
      const summary = passSummary(result);
      if (summary !== null || once) tell(summary ?? 'Nothing new.');
      isFirst = false;
      failures = 0;
      if (once) return;
    } catch (error) {
      if (once || !isAway(error)) throw error;
      if (failures++ === 0) tell(`${(error as Error).message} Trying again.`);
    }
    await rest(failures === 0 ? config.pollSeconds : backOff(config.pollSeconds, failures), signal);
  }
}

/** What somebody may mend while this waits: the source, the target, or the disk of the target. */
const isAway = (error: unknown): boolean => error instanceof SourceAway || error instanceof DatabaseAway || error instanceof DatabaseFull;

/** Twice as long each time, and never in step with others. */
function backOff(pollSeconds: number, failures: number): number {
  const most = Math.max(pollSeconds, LONGEST_BACK_OFF_SECONDS);
  return Math.min(most, 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
}

/** Until the time is over or the signal comes. */
const rest = (seconds: number, signal: AbortSignal): Promise<void> => pause(seconds * 1000, undefined, { signal }).catch(() => {});
