import { knownName } from './columns.ts';
import { csvRecords, type CsvRecord } from './csv.ts';
import type { Format, Header } from './format.ts';
import { cellOf, jsonLines, readObject, type JsonLine } from './ndjson.ts';
import type { Cells, SourceRecord } from './record.ts';
import type { Kind } from './rows.ts';

/** Splits checked text into records, whichever way it is written. */
export async function* records(text: AsyncIterable<Buffer>, name: string, kind: Kind, format: Format): AsyncGenerator<SourceRecord> {
  switch (format.name) {
    case 'csv': {
      let isHeader = true;
      for await (const record of csvRecords(text, name, format.delimiter)) {
        if (!isHeader) yield csvRecord(record, format.header);
        isHeader = false;
      }
      return;
    }
    case 'ndjson':
      for await (const line of jsonLines(text, name)) yield jsonRecord(line, kind);
  }
}

function csvRecord({ line, fields }: CsvRecord, { names, places }: Header): SourceRecord {
  let size = 0;
  for (const field of fields) size += field.length;
  const original = (): string => JSON.stringify(Object.fromEntries(fields.map((field, i) => [names[i] || `column ${i + 1}`, field])));
  if (fields.length !== names.length) return { line, size, original, unreadable: `has ${fields.length} values where the header has ${names.length}` };
  const cells: Cells = {};
  for (const [column, place] of places) cells[column] = fields[place];
  return { line, size, original, cells };
}

function jsonRecord({ line, text }: JsonLine, kind: Kind): SourceRecord {
  const object = readObject(text);
  const size = text.length;
  if (typeof object === 'string') return { line, size, original: () => JSON.stringify(text), unreadable: object };
  const cells: Cells = {};
  const ranks: Record<string, number> = {};
  for (const name of Object.keys(object)) {
    const known = knownName(kind, name);
    if (!known || known.rank >= (ranks[known.column] ?? Infinity)) continue;
    ranks[known.column] = known.rank;
    cells[known.column] = cellOf(object[name]);
  }
  return { line, size, original: () => text.trim(), cells };
}
