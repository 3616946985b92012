import type { Reject } from './rejects-file.ts';
import type { SourceRecord } from './record.ts';
import type { RowReader } from './row-kind.ts';
import { BATCH_ROWS } from './import-rows.ts';

// A few huge records must not make a batch huge: it is also closed after so many characters.
const BATCH_CHARACTERS = 8 * 1024 * 1024;

/** What the reading of rows noticed, for the summary. */
export interface Notes {
  /** Times without a zone, read as UTC. */
  naiveTimes: number;
  /** Texts that were cut to their longest length. */
  cutTexts: number;
  /** Rows with a time beyond the horizon. */
  futureRows: number;
  /** Rejected rows by what was wrong: a column, or `the row itself`. */
  rejectedFor: Record<string, number>;
}

/** Records that are committed together. */
export interface Batch<Row> extends Notes {
  /** Records read for it, good and bad. */
  records: number;
  rows: Row[];
  rejects: Reject[];
  newestEvent: string | null;
}

export const noNotes = (): Notes => ({ naiveTimes: 0, cutTexts: 0, futureRows: 0, rejectedFor: {} });

export function addNotes(total: Notes, one: Notes): void {
  total.naiveTimes += one.naiveTimes;
  total.cutTexts += one.cutTexts;
  total.futureRows += one.futureRows;
  for (const [what, n] of Object.entries(one.rejectedFor)) total.rejectedFor[what] = (total.rejectedFor[what] ?? 0) + n;
}

export interface BatchOptions<Row> {
  rowReader: RowReader<Row>;
  organizationId: string;
  /** Records that earlier runs have done. */
  skip: number;
  /** Times later than this do not count as news: one wrong clock at the source would move as_of ahead for all chats. */
  horizon: string;
}

/** Checks records and groups them into batches. */
export async function* batches<Row>(records: AsyncIterable<SourceRecord>, options: BatchOptions<Row>): AsyncGenerator<Batch<Row>> {
  const empty = (): Batch<Row> => ({ ...noNotes(), records: 0, rows: [], rejects: [], newestEvent: null });
  let batch = empty();
  let characters = 0;
  let skip = options.skip;
  for await (const record of records) {
    if (skip-- > 0) continue;
    take(batch, record, options);
    characters += record.size;
    if (++batch.records < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = empty();
    characters = 0;
  }
  if (batch.records > 0) yield batch;
}

function take<Row>(batch: Batch<Row>, record: SourceRecord, { rowReader, organizationId, horizon }: BatchOptions<Row>): void {
  const checked = record.cells ? rowReader.check(record.cells, organizationId) : { fault: { column: null, reason: record.unreadable } };
  if (checked.fault) {
    const what = checked.fault.column ?? 'the row itself';
    batch.rejectedFor[what] = (batch.rejectedFor[what] ?? 0) + 1;
    batch.rejects.push({ kind: rowReader.kind, line: record.line, ...checked.fault, row: record.original() });
    return;
  }
  batch.rows.push(checked.row);
  batch.naiveTimes += checked.naiveTimes;
  batch.cutTexts += checked.cutTexts;
  noteEvents(
    batch,
    rowReader.eventColumns.map((column) => checked.row[column] as string | null),
    horizon,
  );
}

function noteEvents<Row>(batch: Batch<Row>, events: readonly (string | null)[], horizon: string): void {
  let future = false;
  for (const event of events) {
    if (event === null) continue;
    if (event > horizon) future = true;
    else if (batch.newestEvent === null || event > batch.newestEvent) batch.newestEvent = event;
  }
  if (future) batch.futureRows++;
}
