import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import { ImportStopped, WrongUsage } from './errors.ts';
import type { Fault } from './record.ts';
import type { Kind } from './rows.ts';

const HEADER = 'file,line,column,reason,row\n';

/** Where the file is, and what the operator calls it. */
interface Place {
  name: string;
  path: string;
}

/** A row that was not imported. */
export interface Reject extends Fault {
  kind: Kind;
  line: number;
  /** The row as JSON text. It begins with `{` or `"`, so that no spreadsheet takes it for a formula. */
  row: string;
}

/**
 * The bad rows of one run. It holds customers' data, so only its owner may read it. Its length is committed with each batch: after
 * a kill it is cut back to what the last committed batch had written.
 */
export class RejectsFile {
  /** As the operator wrote it. */
  readonly name: string;
  readonly #path: string;
  /** Rows of an earlier, interrupted run were to be kept, but the file is gone or shorter. */
  readonly lost: boolean;
  #length: number;
  #handle: FileHandle | null = null;

  private constructor({ name, path }: Place, length: number, lost: boolean) {
    this.name = name;
    this.#path = path;
    this.#length = length;
    this.lost = lost;
  }

  /** The file of a run that has nothing to write. */
  static untouched(place: Place, length: number): RejectsFile {
    return new RejectsFile(place, length, false);
  }

  /** Makes the file ready: what was committed stays, the rest goes. */
  static async prepare(place: Place, committed: number): Promise<RejectsFile> {
    const { path } = place;
    const existing = await stat(path).catch(() => null);
    if (!existing?.isFile()) return new RejectsFile(place, 0, committed > 0);
    await assertOurs(place);
    const kept = Math.min(existing.size, committed);
    const file = new RejectsFile(place, kept, kept < committed);
    try {
      if (kept === 0) await rm(path);
      else await (await file.#open()).truncate(kept);
    } catch (error) {
      throw file.#stopped(error);
    }
    return file;
  }

  /** How long the file is when what was appended so far is committed. */
  get length(): number {
    return this.#length;
  }

  /** The text of rows, with the header when they are the first. */
  textOf(rejects: readonly Reject[]): Buffer {
    if (rejects.length === 0) return Buffer.alloc(0);
    const lines = rejects.map(({ kind, line, column, reason, row }) => `${kind},${line},${column ?? ''},${quoted(reason)},${quoted(row)}\n`);
    return Buffer.from((this.#length === 0 ? HEADER : '') + lines.join(''));
  }

  /** Writes text and has the disk keep it: the database will soon claim that it is there. */
  async append(text: Buffer): Promise<void> {
    if (text.length === 0) return;
    try {
      const handle = await this.#open();
      await handle.write(text, 0, text.length, this.#length);
      await handle.datasync();
    } catch (error) {
      throw this.#stopped(error);
    }
    this.#length += text.length;
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = null;
  }

  async #open(): Promise<FileHandle> {
    const exists = this.#length > 0;
    this.#handle ??= await open(this.#path, exists ? 'r+' : 'w', 0o600);
    return this.#handle;
  }

  #stopped(error: unknown): ImportStopped {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error';
    return new ImportStopped(`Could not write the rejected rows to ${this.name}: the system says ${code}. Name a file that can be written with --rejects.`);
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A mistyped --rejects must not destroy an export. */
async function assertOurs({ name, path }: Place): Promise<void> {
  const handle = await open(path).catch(() => {
    throw new WrongUsage(`Could not read ${name}, which would be overwritten. Name another file with --rejects.`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER.length), 0, HEADER.length, 0);
    if (bytesRead === 0 || buffer.toString('utf8', 0, bytesRead) === HEADER) return;
    throw new WrongUsage(`Could not use ${name} for rejected rows: it holds something else. Name another file with --rejects.`);
  } finally {
    await handle.close();
  }
}
