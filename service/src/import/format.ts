import { knownName, REQUIRED } from './columns.ts';
import { csvRecords, type Delimiter } from './csv.ts';
import { MalformedSource } from './errors.ts';
import { plainText } from './plain-text.ts';
import type { Kind } from './rows.ts';
import { contentOf, type Source } from './source.ts';

/** How a file is written, found from its content. */
export type Format = { name: 'csv'; delimiter: Delimiter; header: Header } | { name: 'ndjson' };

export interface Header {
  names: readonly string[];
  /** Our columns and the place of each in a record. */
  places: readonly (readonly [column: string, place: number])[];
}

/** Finds how the file is written, and reads the header of a CSV. */
export async function formatOf(source: Source): Promise<Format> {
  const start = await startOf(source);
  const first = start.trimStart()[0];
  if (first === undefined) throw new MalformedSource(source.name, 'it is empty', 'Check the export.');
  if (first === '{') return { name: 'ndjson' };
  if (first === '[') {
    throw new MalformedSource(source.name, 'it is one JSON array', 'Write one JSON document a line (mongoexport without --jsonArray; jq -c ".[]").');
  }
  if (start.includes('\r') && !start.includes('\n'))
    throw new MalformedSource(source.name, 'its lines end with a carriage return alone', 'Save it with the line ends of Linux or Windows.');
  const delimiter = delimiterOf(source.kind, start);
  for await (const { fields } of csvRecords(plainText(contentOf(source), source.name), source.name, delimiter)) {
    return { name: 'csv', delimiter, header: readHeader(source, fields) };
  }
  throw new MalformedSource(source.name, 'it is empty', 'Check the export.');
}

/** Enough text to tell formats apart: the first characters that are not blank. */
async function startOf(source: Source): Promise<string> {
  for await (const chunk of plainText(contentOf(source), source.name)) {
    const text = chunk.toString('utf8');
    if (text.trim() !== '') return text;
  }
  return '';
}

/** The one that splits the first line into more names that we know; a comma at a tie. */
function delimiterOf(kind: Kind, start: string): Delimiter {
  const line = start.trimStart().split('\n', 1)[0] ?? '';
  const known = (delimiter: Delimiter): number => line.split(delimiter).filter((name) => knownName(kind, unquoted(name))).length;
  return known(';') > known(',') ? ';' : ',';
}

const unquoted = (name: string): string => name.trim().replaceAll(/^"|"$/g, '');

function readHeader(source: Source, names: readonly string[]): Header {
  const best = new Map<string, { place: number; rank: number; twice: boolean }>();
  for (const [place, name] of names.entries()) {
    const known = knownName(source.kind, name);
    if (!known) continue;
    const other = best.get(known.column);
    // our own name beats an alias; two names of one rank leave open which is meant
    const twice = other !== undefined && Math.min(other.rank, 1) === Math.min(known.rank, 1);
    if (!other || known.rank < other.rank || twice) best.set(known.column, { place, rank: known.rank, twice });
  }
  const double = [...best].find(([, { twice }]) => twice);
  if (double) throw new MalformedSource(source.name, `two columns of the header mean ${double[0]}`, 'Keep one of them.');
  assertComplete(source, new Set(best.keys()));
  return { names, places: [...best].map(([column, { place }]) => [column, place] as const) };
}

/** Names what is missing. The names that were found are not repeated: in a file without a header they are a customer's data. */
export function assertComplete(source: Source, columns: ReadonlySet<string>): void {
  const missing = REQUIRED[source.kind].filter((column) => !columns.has(column));
  if (missing.length === 0) return;
  const found = columns.size === 0 ? 'no column that this import knows' : `only ${[...columns].join(', ')}`;
  throw new MalformedSource(
    source.name,
    `as ${source.kind} it lacks the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')} (found: ${found})`,
    'The first line of a CSV must name its columns, separated by commas or semicolons; docs/import.md lists them.',
  );
}
