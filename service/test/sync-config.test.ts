// What a configuration file may say. No database.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { WrongUsage } from '../src/import/errors.ts';
import { SyncRefused } from '../src/sync/errors.ts';
import { readSyncOptions } from '../src/sync/options.ts';
import { readSyncConfig } from '../src/sync/sync-config.ts';
import { CLOSES, MAPPING } from './sync-source.ts';

const ID = '6f1c2a52-5a86-4d34-9f5c-2f3b0c7d1e90';
const { rooms, activity } = MAPPING;
const without = (column: string): object => ({ ...rooms, columns: Object.fromEntries(Object.entries(rooms.columns).filter(([name]) => name !== column)) });

const MISTAKES: readonly [file: unknown, problem: RegExp][] = [
  [[], /the file must be an object/],
  [{}, /rooms is missing/],
  [{ rooms, overlap: 5 }, /overlap is not known; known are .*overlap_seconds/],
  [{ rooms: 'rooms' }, /rooms must be an object/],
  [{ rooms: { ...rooms, table: ' ' } }, /rooms\.table must name a table/],
  [{ rooms: { ...rooms, colums: {} } }, /rooms\.colums is not known; known are table, columns/],
  [{ rooms: { table: 'rooms' } }, /rooms\.columns must be an object/],
  [{ rooms: { ...rooms, columns: { ...rooms.columns, closed: 'resolved' } } }, /rooms\.columns\.closed is not known; known are .*closed_at/],
  [{ rooms: { ...rooms, columns: { ...rooms.columns, topic: 7 } } }, /rooms\.columns\.topic must name a column/],
  [{ rooms: without('updated_at') }, /rooms\.columns\.updated_at is missing/],
  [{ rooms: without('organization_id') }, /rooms\.columns\.organization_id is missing/],
  [{ rooms, activity: { ...activity, columns: { ...activity.columns, deleted_at: 'x' } } }, /activity\.columns\.deleted_at is not known/],
  [{ rooms, closes: { table: 'c', columns: { ...CLOSES.columns, first_inbound_at: undefined } } }, /closes\.columns\.first_inbound_at is missing/],
  [{ rooms, organizations: { '42': 'toko' } }, /organizations\.42 must be a UUID/],
  [{ rooms, organizations: {} }, /organizations names none/],
  [{ rooms, organizations: { '42': ID, '43': ID.toUpperCase() } }, /organizations\.42 is an organization that stands there twice/],
  [{ rooms, overlap_seconds: -1 }, /overlap_seconds must be a number from 1 to 86400/],
  [{ rooms, poll_seconds: '30' }, /poll_seconds must be a number/],
];

describe('the configuration of the sync', () => {
  for (const [file, problem] of MISTAKES) {
    test(`is refused: ${problem.source}`, () => {
      assert.throws(
        () => readSyncConfig(JSON.stringify(file), 'sync.json'),
        (error: unknown) =>
          error instanceof SyncRefused && /^Could not use sync\.json:\n( {2}[^\n]+\.\n?)+$/.test(error.message) && problem.test(error.message),
      );
    });
  }

  test('names everything that is wrong at once', () => {
    assert.throws(() => readSyncConfig('{"rooms":{},"poll_seconds":0}', 'sync.json'), /rooms\.table .*\n.*rooms\.columns must[^]*poll_seconds must/);
    assert.throws(() => readSyncConfig('{"rooms":', 'sync.json'), /sync\.json: it is not JSON/);
  });

  test('is read, closes first; the example of the docs is one', () => {
    const config = readSyncConfig(JSON.stringify({ ...MAPPING, closes: CLOSES, organizations: { '42': ID.toUpperCase() } }), 'sync.json');
    assert.deepEqual(
      config.tables.map(({ kind, table }) => [kind, table]),
      [
        ['closes', 'closings'],
        ['rooms', 'public."Rooms"'],
        ['activity', 'logs'],
      ],
    );
    assert.deepEqual([...config.organizations!], [['42', ID]]);
    assert.deepEqual([config.overlapSeconds, config.pollSeconds, config.statementTimeoutSeconds], [300, 30, 60]);
    const example = readFileSync(new URL('../../docs/sync.example.json', import.meta.url), 'utf8');
    assert.equal(readSyncConfig(example, 'sync.example.json').organizations!.size, 1);
  });
});

describe('options of the sync', () => {
  test('that cannot be meant are refused in one sentence', () => {
    for (const args of [[], ['--config', ' '], ['--config', 'a', '--delete-many'], ['--config', 'a', '--bogus'], ['--config', 'a', 'stray']]) {
      assert.throws(
        () => readSyncOptions(args),
        (error: unknown) => error instanceof WrongUsage && /^Could not start the sync: [^\n]+$/.test(error.message),
        args.join(' '),
      );
    }
  });

  test('are read; to reconcile is done once', () => {
    assert.deepEqual(readSyncOptions(['--config', 'a', '--reconcile']), { config: 'a', once: true, reconcile: true, deleteMany: false });
    assert.equal(readSyncOptions(['--help']), null);
  });
});
