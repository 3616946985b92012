import { optionsOf } from '../command-line.ts';
import { WrongUsage } from '../import/errors.ts';

export const HELP = `Follows the rooms of another PostgreSQL.

  SYNC_SOURCE_URL=postgres://user:password@host/database npm run sync -- --config sync.json

  --config FILE               which tables and columns; docs/sync.example.json is one
  --once                      one pass, then end
  --reconcile                 once: read everything again, and take out the rooms that the source has no more
  --delete-many               with --reconcile: also when it has lost suspiciously many
  --help                      this text

It runs until Ctrl-C or SIGTERM, and ends after the page under way. Exit codes: 0 done or stopped, 1 it cannot go on (the last lines say why).
More: docs/sync.md
`;

export interface SyncOptions {
  config: string;
  once: boolean;
  reconcile: boolean;
  deleteMany: boolean;
}

const FLAG = { type: 'boolean' } as const;
const OPTIONS = { config: { type: 'string' }, once: FLAG, reconcile: FLAG, 'delete-many': FLAG, help: FLAG } as const;

/** Reads the command line. @returns null when help is asked for */
export function readSyncOptions(args: readonly string[]): SyncOptions | null {
  const values = optionsOf(args, OPTIONS, usage);
  if (values.help) return null;
  if (values.config === undefined || values.config.trim() === '') throw usage('--config is missing');
  const reconcile = values.reconcile ?? false;
  const deleteMany = values['delete-many'] ?? false;
  if (deleteMany && !reconcile) throw usage('--delete-many goes with --reconcile');
  return { config: values.config, once: (values.once ?? false) || reconcile, reconcile, deleteMany };
}

const usage = (problem: string): WrongUsage => new WrongUsage(`Could not start the sync: ${problem}. Run it with --help to see what it takes.`);
