import { organizationOption, optionsOf } from '../command-line.ts';
import { WrongUsage } from '../import/errors.ts';

export const HELP = `Deletes the chats of long ago and keeps what was counted of them: reports of those days stay as they are, their lists of chats say that
the chats are no longer kept.

  npm run retention -- --keep-months 24
  npm run retention -- --keep-months 24 --organization UUID

  --keep-months N             whole months to keep beside that of the newest data, from 1 to 1200
  --organization UUID         this one only
  --help                      this text

What goes does not come back, also not with the next import: back up first. Days before the bound are never counted again. Imports and the service may
run meanwhile.

Exit codes: 0 all done, 1 not all (the same command goes on). More: docs/scale.md
`;

export interface RetentionOptions {
  months: number;
  /** Null: every organization. */
  organizationId: string | null;
}

const STRING = { type: 'string' } as const;
const OPTIONS = { 'keep-months': STRING, organization: STRING, help: { type: 'boolean' } } as const;
const MOST_MONTHS = 1200;

/** Reads the command line. @returns null when help is asked for */
export function readRetentionOptions(args: readonly string[]): RetentionOptions | null {
  const values = optionsOf(args, OPTIONS, usage);
  if (values.help) return null;
  const text = values['keep-months'];
  if (text === undefined) throw usage('--keep-months is missing');
  const months = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (months < 1 || months > MOST_MONTHS) throw usage(`--keep-months must be a number from 1 to ${MOST_MONTHS}`);
  return { months, organizationId: organizationOption('organization', values.organization, usage) };
}

const usage = (problem: string): WrongUsage => new WrongUsage(`Could not delete anything: ${problem}. Run it with --help to see what it takes.`);
