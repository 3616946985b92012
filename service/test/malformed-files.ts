import { gzipSync } from 'node:zlib';
import { csv, room } from './import-setting.ts';

/** Two good chats as CSV. */
export const SMALL = csv([room('a'), room('b')]);
export const HEADER = SMALL.slice(0, SMALL.indexOf('\n'));
export const LINE = csv([room('a')]).split('\n')[1]!;
export const zipped = gzipSync(SMALL);

/** Every one of these is refused as a whole, with a sentence that says what is wrong. */
export const MALFORMED: readonly [what: string, content: string | Buffer, problem: RegExp][] = [
  ['an empty file', '', /is empty/],
  ['only blank lines', '\n\n \n', /is empty/],
  ['an empty gzip file', gzipSync(''), /is empty/],
  ['a header without rows', `${HEADER}\n`, /header but no rows/],
  ['a JSON array', '[{"id":"a"}]', /JSON array/],
  ['a CSV without a header', `${LINE}\n${LINE}\n`, /lacks the columns id, channel, created_at, updated_at/],
  ['a missing column', csv([room('a')], ['id', 'channel', 'created_at']), /lacks the column updated_at/],
  ['a column twice', `${HEADER},channel\n${LINE},x\n`, /two columns of the header mean channel/],
  ['two names for one column', `${HEADER.replace('closed_at', 'resolved_at')},Resolved At\n${LINE},x\n`, /two columns of the header mean closed_at/],
  ['a quote that is never closed', `${HEADER}\n${LINE}\n"${LINE}\n${LINE}\n`, /quote.*starts on line 3/],
  ['a quote inside an unquoted value', `${HEADER}\n${LINE.replace('ongkir', '5" ongkir')}\n`, /quote.*starts on line 2/],
  ['no row of the header’s length', `${HEADER}\na,b\nc,d\n`, /no record of it can be read \(line 2 has 2 values/],
  ['one JSON document over many lines', JSON.stringify(room('a'), null, 2), /no record of it can be read/],
  ['JSON without a required column', '{"id":"a","channel":"x"}\n', /lacks the columns created_at, updated_at/],
  ['a truncated gzip file', zipped.subarray(0, zipped.length - 12), /gzip file ends too early/],
  ['a damaged gzip file', Buffer.concat([zipped.subarray(0, 40), Buffer.alloc(20, 7), zipped.subarray(60)]), /gzip file is damaged/],
  ['NDJSON that breaks off in its last line', `${JSON.stringify(room('a'))}\n${JSON.stringify(room('b')).slice(0, -30)}`, /breaks off in the middle of line 2/],
  ['CSV that breaks off in its last line', `${SMALL}${LINE.slice(0, 40)}`, /breaks off in the middle of line 4/],
  ['gzip inside gzip', gzipSync(zipped), /gzip inside gzip/],
  ['an Excel file', Buffer.from('PK\u0003\u0004whatever'), /zip or Excel/],
  ['binary junk', Buffer.from([0x7b, 0, 1, 2, 3, 4, 5, 6, 7]), /not a text file/],
  ['UTF-16', Buffer.from(`\uFEFF${SMALL}`, 'utf16le'), /UTF-16/],
  ['Latin-1', Buffer.from(SMALL.replace('ongkir', 'caf\u00E9'), 'latin1'), /not UTF-8 text \(near line 2\)/],
  ['a letter that the end of the file cuts off', Buffer.from(SMALL + LINE + '\u00E9').subarray(0, -1), /not UTF-8/],
  ['line ends of old Macintoshes', SMALL.replaceAll('\n', '\r'), /carriage return/],
];
