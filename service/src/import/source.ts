import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';
import { MalformedSource, WrongUsage } from './errors.ts';
import type { Kind } from './rows.ts';
import { spool } from './spool.ts';

/** A file to import, open for as long as it is read: a file that is replaced meanwhile stays the one that was checked. */
export interface Source<K extends Kind = Kind> {
  kind: K;
  /** The path as it was given, or `standard input`. */
  name: string;
  handle: FileHandle;
  gzip: boolean;
  /** Size and time of the last change when it was opened. */
  state: string;
}

/** Opens a file, or standard input for `-`; what cannot be read twice is copied to a temporary file first. */
export async function openSource<K extends Kind>(kind: K, path: string, folder: string, stdin: Readable): Promise<Source<K>> {
  const name = path === '-' ? 'standard input' : path;
  const handle = path === '-' ? await spool(stdin, name) : await openFile(resolve(folder, path), name);
  return { kind, name, handle, gzip: await startsWith(handle, [0x1f, 0x8b]), state: await stateOf(handle) };
}

async function openFile(path: string, name: string): Promise<FileHandle> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUsage(`Could not open ${name}: ${reasonOf(error)}. Check the path and its permissions.`);
  });
  const stat = await handle.stat();
  if (stat.isFile()) return handle;
  try {
    if (stat.isDirectory()) throw new WrongUsage(`Could not open ${name}: it is a folder. Name the file itself.`);
    return await spool(chunksOf(handle, null), name);
  } finally {
    await handle.close();
  }
}

const REASONS: Record<string, string> = { ENOENT: 'there is no such file', EACCES: 'it may not be read', EPERM: 'it may not be read' };
const reasonOf = (error: NodeJS.ErrnoException): string => REASONS[error.code ?? ''] ?? `the system says ${error.code}`;

async function startsWith(handle: FileHandle, magic: readonly number[]): Promise<boolean> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0);
  return bytesRead === magic.length && magic.every((byte, i) => buffer[i] === byte);
}

const stateOf = async (handle: FileHandle): Promise<string> => {
  const { size, mtimeNs } = await handle.stat({ bigint: true });
  return `${size} ${mtimeNs}`;
};

/** The second reading must see what the first one checked. */
export async function assertUnchanged(source: Source): Promise<void> {
  if ((await stateOf(source.handle)) === source.state) return;
  throw new MalformedSource(source.name, 'it was changed while it was read', 'Import a copy that nobody writes to.');
}

const CHUNK_BYTES = 256 * 1024;

/** The bytes from a position on, or from where the file stands (null: pipes have no positions). A stream would close the handle that the next reading needs. */
async function* chunksOf(handle: FileHandle, start: number | null): AsyncGenerator<Buffer> {
  for (let position = start; ;) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(CHUNK_BYTES), 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    if (position !== null) position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The content from its start, unpacked. */
export function contentOf(source: Source): AsyncIterable<Buffer> {
  const file = chunksOf(source.handle, 0);
  return source.gzip ? unpacked(source, file) : file;
}

async function* unpacked(source: Source, file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // the reader below meets the error; without a callback it would be thrown a second time
  pipeline(Readable.from(file, { objectMode: false }), gunzip, () => {});
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
    const cut = error.code === 'Z_BUF_ERROR';
    throw new MalformedSource(source.name, cut ? 'the gzip file ends too early' : 'the gzip file is damaged', 'Copy or export it again.');
  }
}
