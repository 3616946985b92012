import { createHash, type Hash } from 'node:crypto';
import { type Misspelled, noteMisspelled } from './closed-reason.ts';
import { MalformedSource } from './errors.ts';
import { assertComplete, formatOf, type Format } from './format.ts';
import { plainText } from './plain-text.ts';
import type { SourceRecord } from './record.ts';
import { records } from './records.ts';
import type { Kind } from './rows.ts';
import { contentOf, type Source } from './source.ts';

/** A file whose structure holds from its first byte to its last. */
export interface CheckedSource<K extends Kind = Kind> {
  source: Source<K>;
  format: Format;
  /** sha-256 of the unpacked content: packed or not, the same file is the same. */
  hash: string;
  /** Records in it, good and bad. */
  records: number;
  columns: ReadonlySet<string>;
  /** Of the whole file, so that also a run that goes on, or finds nothing to do, can say it. */
  misspelled: Misspelled;
}

/**
 * Reads the whole file once before anything is imported. Batches are committed one by one, so only this reading makes the promise
 * possible that a malformed file imports nothing; it costs about a fifth of the import's time.
 */
export async function checkSource<K extends Kind>(source: Source<K>, onRecords?: (records: number) => void): Promise<CheckedSource<K>> {
  const format = await formatOf(source);
  const hash = createHash('sha256');
  const columns = new Set<string>(format.name === 'csv' ? format.header.places.map(([column]) => column) : []);
  let count = 0;
  let readable = 0;
  let firstFault: string | null = null;
  const misspelled: Misspelled = {};
  let last: SourceRecord | undefined;
  const end = new End();
  for await (const record of records(end.of(plainText(hashed(contentOf(source), hash), source.name)), source.name, source.kind, format)) {
    if (++count % 10_000 === 0) onRecords?.(count);
    last = record;
    if (record.cells) {
      readable++;
      noteMisspelled(misspelled, record.cells);
      if (format.name === 'ndjson') for (const column in record.cells) columns.add(column);
    } else firstFault ??= `line ${record.line} ${record.unreadable}`;
  }
  assertReadable(source, readable, firstFault);
  if (last?.unreadable !== undefined && !end.hasLineEnd) throw cutOff(source, last.line);
  assertComplete(source, columns);
  return { source, format, hash: hash.digest('hex'), records: count, columns, misspelled };
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Whether text that passes through ends with the end of a line. */
class End {
  #last = 0;

  async *of(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of text) {
      this.#last = chunk.at(-1) ?? this.#last;
      yield chunk;
    }
  }

  get hasLineEnd(): boolean {
    return this.#last === 0x0a;
  }
}

/** An export that was cut off lacks more than its last record: nobody can tell how much. A last line that is whole needs no line end. */
function cutOff(source: Source, line: number): MalformedSource {
  return new MalformedSource(source.name, `it breaks off in the middle of line ${line}`, 'Export it again; the rows after that line are missing.');
}

function assertReadable(source: Source, readable: number, firstFault: string | null): void {
  if (readable > 0) return;
  if (firstFault === null) throw new MalformedSource(source.name, 'it has a header but no rows', 'Check the export.');
  throw new MalformedSource(source.name, `no record of it can be read (${firstFault})`, 'Export it as CSV, or as one JSON document a line.');
}
