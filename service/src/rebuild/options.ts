import { optionsOf, organizationOption } from '../command-line.ts';
import { WrongUsage } from '../import/errors.ts';

export const HELP = `Counts the reports of every organization anew, from its rooms and AI activity.

  npm run rebuild
  npm run rebuild -- --organization UUID

  --organization UUID         this one only
  --after UUID                go on behind this one: they are counted in the order of their ids
  --help                      this text

Imports and the service may run meanwhile; reports change when their organization is done, all at once. One that fails keeps the figures it had, and
the others are counted all the same.

Exit codes: 0 all counted, 1 not all (the last lines say which, and how to go on). More: docs/operations.md
`;

export interface RebuildOptions {
  /** Null: every organization. */
  organizationId: string | null;
  /** Null: from the first one on. */
  after: string | null;
}

const STRING = { type: 'string' } as const;
const OPTIONS = { organization: STRING, after: STRING, help: { type: 'boolean' } } as const;

/** Reads the command line. @returns null when help is asked for */
export function readRebuildOptions(args: readonly string[]): RebuildOptions | null {
  const values = optionsOf(args, OPTIONS, usage);
  if (values.help) return null;
  const organizationId = organizationOption('organization', values.organization, usage);
  const after = organizationOption('after', values.after, usage);
  if (organizationId !== null && after !== null) throw usage('--after does not go with --organization');
  return { organizationId, after };
}

const usage = (problem: string): WrongUsage => new WrongUsage(`Could not start the rebuild: ${problem}. Run it with --help to see what it takes.`);
