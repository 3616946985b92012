import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { MalformedSource } from './errors.ts';

export type Delimiter = ',' | ';';

export interface CsvRecord {
  line: number;
  fields: string[];
}

// MongoDB's own limit for a document. A record beyond it is a quote that was never closed, or no CSV at all.
const LONGEST_RECORD = 16 * 1024 * 1024;

const CAUSES: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of an unquoted value',
  CSV_MAX_RECORD_SIZE: 'a record is longer than 16 MB, so a quote is probably never closed',
};

const newlinesIn = (field: string): number => {
  let count = 0;
  for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) count++;
  return count;
};

/** Splits CSV into records, the header included, each with the line on which it starts. Wrongly placed quotes are malformed: after them nobody can tell where records end. */
export async function* csvRecords(text: AsyncIterable<Buffer>, name: string, delimiter: Delimiter): AsyncGenerator<CsvRecord> {
  let line = 1;
  const withLine = (fields: string[]): CsvRecord => {
    const start = line;
    line += 1;
    for (const field of fields) line += newlinesIn(field);
    return { line: start, fields };
  };
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    // Lines are counted here: the parser takes \r\n inside quotes for two. (Its type says that a record stays a list of fields; it may be anything.)
    on_record: withLine as unknown as (fields: string[]) => string[],
  });
  // the reader below meets the error; without a callback it would be thrown a second time
  pipeline(Readable.from(text, { objectMode: false }), parser, () => {});
  try {
    for await (const record of parser as AsyncIterable<CsvRecord>) if (record.fields.length > 1 || record.fields[0] !== '') yield record;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const cause = CAUSES[error.code] ?? 'the CSV is broken';
    throw new MalformedSource(
      name,
      `${cause}, in the record that starts on line ${line}`,
      'Put values with quotes in quotes, and double the quotes inside them.',
    );
  }
}
