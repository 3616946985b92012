/** What stands in a field of the source. CSV knows only text; a `Date` of extended JSON arrives as epoch milliseconds or text. */
export type Cell = string | number | boolean | null | UnreadableCell;

/** A value that no column can take, with the reason in an operator's words. */
export class UnreadableCell {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

export type Cells = Record<string, Cell | undefined>;

/** One record of the source: its cells under our column names, or why it cannot be read. */
export type SourceRecord = {
  /** The line of the file on which the record starts; the first is 1. */
  line: number;
  /** Roughly how many characters it holds, to bound what a batch keeps in memory. */
  size: number;
  /** The record as JSON text, for the rejects file only. */
  original: () => string;
} & ({ cells: Cells; unreadable?: never } | { cells?: never; unreadable: string });

/** Why a row is rejected. The reason says what to mend, and never quotes the value. */
export interface Fault {
  column: string | null;
  reason: string;
}
