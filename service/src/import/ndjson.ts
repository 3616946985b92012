import { EJSON } from 'bson';
import { MalformedSource } from './errors.ts';
import { UnreadableCell, type Cell } from './record.ts';

export interface JsonLine {
  line: number;
  text: string;
}

// MongoDB's own limit for a document.
const LONGEST_LINE = 16 * 1024 * 1024;

/** Splits text into its lines; blank ones are counted and left out. */
export async function* jsonLines(text: AsyncIterable<Buffer>, name: string): AsyncGenerator<JsonLine> {
  let line = 1;
  let rest = '';
  for await (const chunk of text) {
    const parts = chunk.toString('utf8').split('\n');
    parts[0] = rest + parts[0];
    rest = parts.pop() ?? '';
    for (const part of parts) {
      if (part.trim() !== '') yield { line, text: part };
      line++;
    }
    if (rest.length > LONGEST_LINE) {
      throw new MalformedSource(name, `line ${line} is longer than 16 MB`, 'Write one JSON document a line (mongoexport without --jsonArray; jq -c ".[]").');
    }
  }
  if (rest.trim() !== '') yield { line, text: rest };
}

/** The object on a line, or why there is none. */
export function readObject(text: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is not a JSON document';
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : 'is not a JSON object';
}

/** A JSON value as a cell; `{"$date": ...}` and its like (MongoDB extended JSON, both spellings) become what they mean. */
export function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : extendedCell(value);
    default:
      return null;
  }
}

function extendedCell(value: object): Cell {
  // A $date of text may lack a zone or name an impossible day; JavaScript's own Date would take it in local time, or shift it.
  const date = '$date' in value ? value.$date : undefined;
  if (typeof date === 'string' || typeof date === 'number') return date;
  try {
    return plainCell(EJSON.deserialize({ value: date ?? value }, { relaxed: false })['value']);
  } catch {
    return new UnreadableCell('is broken extended JSON');
  }
}

const NUMBERS = new Set(['Int32', 'Double', 'Long', 'Decimal128']);
const TEXTS = new Set(['ObjectId', 'BSONSymbol']);
const UUID_SUBTYPE = 4;

/** What all value classes of `bson` have: their type by name, because two copies of the package do not share classes. */
interface BsonValue {
  _bsontype: string;
  sub_type?: number;
  toString(): string;
}

const isBson = (value: unknown): value is BsonValue => typeof value === 'object' && value !== null && '_bsontype' in value;

function plainCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (!isBson(value)) return new UnreadableCell('is a list or an object');
  const { _bsontype: type, sub_type } = value;
  if (TEXTS.has(type) || (type === 'Binary' && sub_type === UUID_SUBTYPE)) return value.toString();
  if (!NUMBERS.has(type)) return new UnreadableCell('is neither a text nor a number nor a time');
  const text = value.toString();
  // kept as text when a number could not hold it exactly
  return String(Number(text)) === text ? Number(text) : text;
}
