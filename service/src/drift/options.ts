import { type Usage, optionsOf, organizationOption } from '../command-line.ts';
import { WrongUsage } from '../import/errors.ts';

/** So many days take about as long as one: nearly all of the time goes into one look at every room. */
const DAYS = 30;

export const HELP = `Recounts some days of every organization from its rooms and AI activity, and compares them with the stored figures.

  npm run drift
  npm run drift -- --organization UUID --all

  --organization UUID         this one only
  --days N                    how many days of each organization, chosen at random (default: ${DAYS})
  --seed N                    choose as the run that printed this number
  --all                       every day
  --help                      this text

It writes nothing, and takes no lock. Days with changes that wait for their refresh are named and not compared.

Exit codes: 0 equal, 1 drift (the lines say where, and how to put it right), 2 not checked (the last line says why). More: docs/operations.md
`;

export interface DriftOptions {
  /** Null: every organization. */
  organizationId: string | null;
  /** Days of each organization. */
  days: number | 'all';
  /** Null: another sample each time. */
  seed: number | null;
}

const STRING = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const OPTIONS = { organization: STRING, days: STRING, seed: STRING, all: FLAG, help: FLAG } as const;

/** Reads the command line. @returns null when help is asked for */
export function readDriftOptions(args: readonly string[]): DriftOptions | null {
  const values = optionsOf(args, OPTIONS, usage);
  if (values.help) return null;
  const organizationId = organizationOption('organization', values.organization, usage);
  const given = numberOption('days', 1, 100_000, values.days);
  const seed = numberOption('seed', 0, 2 ** 31, values.seed);
  if (values.all) {
    const other = given === null ? (seed === null ? null : 'seed') : 'days';
    if (other !== null) throw usage(`--all does not go with --${other}`);
  }
  return { organizationId, days: values.all ? 'all' : (given ?? DAYS), seed };
}

function numberOption(name: string, least: number, most: number, text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw usage(`--${name} must be a number from ${least} to ${most}`);
}

const usage: Usage = (problem) => new WrongUsage(`Could not start the drift check: ${problem}. Run it with --help to see what it takes.`);
