import { isUtf8 } from 'node:buffer';
import { MalformedSource } from './errors.ts';

const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);

const BINARY: readonly { magic: readonly number[]; name: string; advice: string }[] = [
  { magic: [0x50, 0x4b, 0x03, 0x04], name: 'a zip or Excel file', advice: 'Unpack it, or save the sheet as CSV (UTF-8).' },
  { magic: [0x1f, 0x8b], name: 'gzip inside gzip', advice: 'Unpack it once.' },
  { magic: [0x42, 0x5a, 0x68], name: 'a bzip2 file', advice: 'Unpack it, or pack it with gzip.' },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], name: 'a zstd file', advice: 'Unpack it, or pack it with gzip.' },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'an xz file', advice: 'Unpack it, or pack it with gzip.' },
  { magic: [0x50, 0x41, 0x52, 0x31], name: 'a Parquet file', advice: 'Export it as CSV or NDJSON.' },
  { magic: [0xff, 0xfe], name: 'UTF-16 text', advice: 'Save it as UTF-8.' },
  { magic: [0xfe, 0xff], name: 'UTF-16 text', advice: 'Save it as UTF-8.' },
];

/** How many bytes at the end of a chunk begin a character that the next chunk completes: 0 to 3. */
function openBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Passes on chunks of whole characters of UTF-8 text, without a byte order mark; anything else is malformed. */
export async function* plainText(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  let line = 1;
  let atStart = true;
  for await (const chunk of chunks) {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    if (atStart && held.length < 6) continue;
    if (atStart) held = withoutMark(held, name);
    atStart = false;
    const whole = held.subarray(0, held.length - openBytes(held));
    line = checkedLines(whole, name, line);
    held = held.subarray(whole.length);
    if (whole.length > 0) yield whole;
  }
  if (atStart) held = withoutMark(held, name);
  checkedLines(held, name, line);
  if (held.length > 0) yield held;
}

function withoutMark(start: Buffer, name: string): Buffer {
  const binary = BINARY.find(({ magic }) => magic.length <= start.length && magic.every((byte, i) => start[i] === byte));
  if (binary) throw new MalformedSource(name, `it is ${binary.name}`, binary.advice);
  return start.subarray(0, 3).equals(UTF8_BOM) ? start.subarray(3) : start;
}

/** Checks whole characters and returns the line on which the next chunk starts. */
function checkedLines(text: Buffer, name: string, line: number): number {
  if (text.includes(0)) throw new MalformedSource(name, 'it is not a text file', 'Export it as CSV or NDJSON in UTF-8.');
  if (!isUtf8(text)) {
    throw new MalformedSource(name, `it is not UTF-8 text (near line ${firstBadLine(text, line)})`, 'Export it in UTF-8; other encodings garble names.');
  }
  return line + newlines(text);
}

function newlines(text: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(10); at !== -1; at = text.indexOf(10, at + 1)) count++;
  return count;
}

function firstBadLine(text: Buffer, line: number): number {
  let current = line;
  for (let from = 0; from < text.length; current++) {
    const end = text.indexOf(10, from);
    if (!isUtf8(text.subarray(from, end === -1 ? text.length : end))) return current;
    if (end === -1) break;
    from = end + 1;
  }
  return current;
}
