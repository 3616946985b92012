// How files are told apart, split into records, and refused as a whole. No database.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { type CheckedSource, checkSource } from '../src/import/check-source.ts';
import { MalformedSource } from '../src/import/errors.ts';
import { plainText } from '../src/import/plain-text.ts';
import type { SourceRecord } from '../src/import/record.ts';
import { records } from '../src/import/records.ts';
import type { Kind } from '../src/import/rows.ts';
import { contentOf, openSource } from '../src/import/source.ts';
import { csv, Folder, room } from './import-setting.ts';
import { HEADER, LINE, MALFORMED, SMALL, zipped } from './malformed-files.ts';

async function checked(content: string | Buffer, kind: Kind = 'rooms'): Promise<{ file: CheckedSource; read: SourceRecord[] }> {
  await using folder = new Folder();
  const source = await openSource(kind, folder.write('export', content), folder.path, Readable.from([]));
  try {
    const file = await checkSource(source);
    const read = await collect(records(plainText(contentOf(source), source.name), source.name, kind, file.format));
    return { file, read };
  } finally {
    await source.handle.close();
  }
}

const cellsOf = async (content: string | Buffer, kind: Kind = 'rooms') => (await checked(content, kind)).read.map(({ cells }) => cells);

describe('a malformed file', () => {
  for (const [what, content, problem] of MALFORMED) {
    test(`${what} is refused in a sentence`, async () => {
      await assert.rejects(checked(content), (error: unknown) => {
        assert.ok(error instanceof MalformedSource, String(error));
        assert.match(error.message, problem);
        assert.match(error.message, /^Could not import [^\n]*\.$/);
        return true;
      });
    });
  }

  test('its sentence never repeats what stands in it: without a header that is a customer’s data', async () => {
    const secret = csv([room('a', { contact_id: 'Rina-0812' })]).split('\n')[1]!;
    await assert.rejects(checked(`${secret}\n${secret}\n`), (error: Error) => !error.message.includes('0812'));
  });
});

describe('a file', () => {
  test('reads alike in every writing', async () => {
    const expected = await cellsOf(SMALL);
    const columns = ['updated_at', ...HEADER.split(',').slice(0, -1)];
    const writings: Record<string, string | Buffer> = {
      'other order': csv([room('a'), room('b')], columns),
      semicolons: csv([room('a'), room('b')], columns, ';'),
      'Windows line ends': csv([room('a'), room('b')], columns, ',', '\r\n'),
      'byte order mark': `\uFEFF${SMALL}`,
      'quoted header': SMALL.replace(HEADER, HEADER.replaceAll(/\w+/g, '"$&"')),
      'camel case and aliases': SMALL.replace('closed_at', 'Resolved At').replace('created_at', 'createdAt').replace('id,', '_id,'),
      'columns that nobody knows': csv([room('a', { x: '1' }), room('b', { x: '2' })], ['x', ...columns, '']),
      gzip: zipped,
      'gzip in two members': Buffer.concat([gzipSync(SMALL.slice(0, 200)), gzipSync(SMALL.slice(200))]),
      'no newline at the end': SMALL.trimEnd(),
      'blank lines between': SMALL.replaceAll('\n', '\n\n'),
      NDJSON: `\n${JSON.stringify(room('a'))}\r\n\n${JSON.stringify(room('b'))}`,
    };
    for (const [writing, content] of Object.entries(writings)) assert.deepEqual(await cellsOf(content), expected, writing);
  });

  test('is the same file packed or not', async () => {
    assert.equal((await checked(zipped)).file.hash, (await checked(SMALL)).file.hash);
    assert.notEqual((await checked(SMALL)).file.hash, (await checked(`${SMALL}\n`)).file.hash);
  });

  test('of MongoDB uses _id where id is absent, and id where both stand', async () => {
    const [one, both] = await cellsOf('{"_id":{"$oid":"65a1b2c3d4e5f60718293a4b"},"channel":"x","createdAt":1,"updatedAt":2}\n{"_id":"x","id":"y"}');
    assert.deepEqual(one, { id: '65a1b2c3d4e5f60718293a4b', channel: 'x', created_at: 1, updated_at: 2 });
    assert.deepEqual(both, { id: 'y' });
  });

  test('numbers its lines as an editor does, also with line ends inside quotes', async () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const rows = [room('a', { topic: `dua${lineEnd}baris${lineEnd}tiga` }), room('b'), room('c', { topic: '' }), room('d')];
      const { read } = await checked(csv(rows, undefined, ',', lineEnd).replace('c,rina', `${lineEnd}c,rina`));
      assert.deepEqual(
        read.map(({ line }) => line),
        [2, 5, 7, 8],
      );
    }
  });

  test('keeps going after a record that cannot be read', async () => {
    const { read } = await checked(`${SMALL}too,short\n${LINE}\n`);
    assert.deepEqual(
      read.map(({ line, unreadable }) => [line, unreadable]),
      [
        [2, undefined],
        [3, undefined],
        [4, 'has 2 values where the header has 12'],
        [5, undefined],
      ],
    );
    assert.deepEqual(JSON.parse(read[2]!.original()), { id: 'too', contact_id: 'short' });
  });

  test('may be cut by chunks anywhere, inside a letter too', async () => {
    const bytes = Buffer.from(csv([room('a', { topic: 'ongkir 😀é漢' })]));
    const whole = await collect(plainText(chunks(bytes, bytes.length), 'x'));
    for (const size of [1, 2, 3, 5, 7]) {
      assert.deepEqual(Buffer.concat(await collect(plainText(chunks(bytes, size), 'x'))), Buffer.concat(whole));
    }
  });
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
