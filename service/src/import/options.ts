import { parseArgs } from 'node:util';
import { LocalDate, OrganizationId } from '@qontak/impact-contract';
import { WrongUsage } from './errors.ts';
import { readInstant } from './instant.ts';
import type { ChatKind } from './rows.ts';

export const HELP = `Imports chats and AI activity of one organization, or the renewals of all.

  npm run import -- --organization UUID --rooms FILE --activity FILE
  npm run import -- --renewals FILE

  --organization UUID         whose data these are
  --rooms FILE                chats: CSV, NDJSON or MongoDB extended JSON, also gzip; - reads standard input
  --closes FILE               closes of rooms that the source uses again: from now on a room of this organization holds one chat after the other
  --activity FILE             what the AI logged about them, in the same formats
  --renewals FILE             which organizations renewed the AI add-on, in the same formats; goes with --rejects and --strict only
  --create                    make the organization first, also without any file, with
    --name NAME                 its name
    --time-zone ZONE            its zone, such as Asia/Jakarta
    --ai-activated-on DAY       the first day with AI, YYYY-MM-DD (if known)
  --rejects FILE              where rows that cannot be imported are written (default: beside the first file)
  --strict                    exit with 2 when rows were rejected or a closed_reason is misspelled; the others are imported all the same
  --as-of INSTANT             count as of this moment instead of the newest event; it may be earlier
  --help                      this text

Exit codes: 0 imported, 1 nothing or not everything imported (the last line says why), 2 what --strict looks for.
A killed import goes on where it stopped when the same command is run again. More: docs/import.md
`;

export interface ImportOptions {
  kind: 'chats';
  organizationId: string;
  files: { kind: ChatKind; path: string }[];
  create: { name: string; timeZone: string; aiActivatedOn: string | null } | null;
  rejects: string | null;
  strict: boolean;
  asOf: string | undefined;
}

/** The other use of the command: a file about all organizations. */
export interface RenewalOptions {
  kind: 'renewals';
  path: string;
  rejects: string | null;
  strict: boolean;
}

/** Reads the command line. @returns null when help is asked for */
export function readOptions(args: readonly string[]): ImportOptions | RenewalOptions | null {
  const values = parse(args);
  if (values.help) return null;
  return values.renewals === undefined ? importOptions(values) : renewalOptions(values, values.renewals);
}

function renewalOptions({ rejects, strict, ...others }: Values, path: string): RenewalOptions {
  const other = Object.keys(others).find((name) => name !== 'renewals');
  if (other !== undefined) throw usage(`--renewals does not go with --${other}: each row names its organization`);
  return { kind: 'renewals', path: required(path, 'the file of --renewals'), rejects: rejects ?? null, strict: strict ?? false };
}

function importOptions(values: Values): ImportOptions {
  const organizationId = required(values.organization, '--organization');
  if (!OrganizationId.safeParse(organizationId).success) throw usage('--organization must be a UUID');
  const [files, create] = [filesOf(values), createOf(values)];
  if (files.length === 0 && !create) throw usage('none of --rooms, --closes and --activity names a file');
  return {
    kind: 'chats',
    organizationId: organizationId.toLowerCase(),
    files,
    create,
    rejects: values.rejects ?? null,
    strict: values.strict ?? false,
    asOf: values['as-of'] === undefined ? undefined : instant(values['as-of']),
  };
}

const STRINGS = ['organization', 'rooms', 'closes', 'activity', 'renewals', 'name', 'time-zone', 'ai-activated-on', 'rejects', 'as-of'] as const;
const FLAGS = ['create', 'strict', 'help'] as const;
type Values = Partial<Record<(typeof STRINGS)[number], string> & Record<(typeof FLAGS)[number], boolean>>;

function parse(args: readonly string[]): Values {
  const options = Object.fromEntries([
    ...STRINGS.map((name) => [name, { type: 'string', multiple: true }] as const),
    ...FLAGS.map((name) => [name, { type: 'boolean' }] as const),
  ]);
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? once(name, value) : value])) as Values;
  } catch (error) {
    if (error instanceof WrongUsage) throw error;
    throw usage(error instanceof Error ? error.message.replace(/\.?$/, '') : 'the options cannot be read');
  }
}

/** The last of two files would win without a word. */
function once(name: string, values: readonly unknown[]): unknown {
  if (values.length > 1) throw usage(`--${name} is given twice`);
  return values[0];
}

const usage = (problem: string): WrongUsage => new WrongUsage(`Could not start the import: ${problem}. Run it with --help to see what it takes.`);

function required(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === '') throw usage(`${name} is missing`);
  return value.trim();
}

/** In the order in which they are imported: with the closes in, each row of a room falls into its place. */
const KINDS: readonly ChatKind[] = ['closes', 'rooms', 'activity'];

function filesOf(values: Values): ImportOptions['files'] {
  const files = KINDS.flatMap((kind) => {
    const path = values[kind];
    return path === undefined ? [] : [{ kind, path: required(path, `the file of --${kind}`) }];
  });
  if (files.filter(({ path }) => path === '-').length > 1) throw usage('only one of --rooms, --closes and --activity can be standard input');
  return files;
}

function createOf(values: Values): ImportOptions['create'] {
  if (!values.create) {
    const alone = (['name', 'time-zone', 'ai-activated-on'] as const).find((name) => values[name] !== undefined);
    if (alone) throw usage(`--${alone} goes with --create`);
    return null;
  }
  const aiActivatedOn = values['ai-activated-on'] ?? null;
  if (aiActivatedOn !== null && !LocalDate.safeParse(aiActivatedOn).success) throw usage('--ai-activated-on must be a day such as 2026-03-02');
  return { name: required(values.name, '--name'), timeZone: required(values['time-zone'], '--time-zone'), aiActivatedOn };
}

function instant(text: string): string {
  const read = readInstant(text.trim());
  if (typeof read === 'string') throw usage(`--as-of ${read}`);
  return read.instant;
}
