// What the command line means. No database.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WrongUsage } from '../src/import/errors.ts';
import { readOptions } from '../src/import/options.ts';

const ID = '6f1c2a52-5a86-4d34-9f5c-2f3b0c7d1e90';
const ROOMS = ['--organization', ID, '--rooms', 'rooms.csv'];

const WRONG: readonly [args: readonly string[], problem: RegExp][] = [
  [[], /--organization is missing/],
  [['--organization', 'toko', '--rooms', 'rooms.csv'], /must be a UUID/],
  [['--organization', ID], /none of --rooms, --closes and --activity/],
  [['--organization', ID, '--rooms', '-', '--activity', '-'], /only one/],
  [[...ROOMS, '--rooms', 'rooms.csv'], /--rooms is given twice/],
  [[...ROOMS, '--name', 'x'], /--name goes with --create/],
  [[...ROOMS, '--create', '--name', 'x'], /--time-zone is missing/],
  [[...ROOMS, '--create', '--name', ' ', '--time-zone', 'Asia/Jakarta'], /--name is missing/],
  [[...ROOMS, '--create', '--name', 'x', '--time-zone', 'Asia/Jakarta', '--ai-activated-on', '2026-02-30'], /must be a day/],
  [[...ROOMS, '--as-of', 'today'], /--as-of is not a time/],
  [['--renewals', 'r.csv', '--organization', ID], /--renewals does not go with --organization/],
  [['--renewals', ''], /the file of --renewals is missing/],
  [[...ROOMS, '--bogus'], /bogus/],
  [[...ROOMS, 'stray'], /stray/],
];

describe('options of the import', () => {
  test('that cannot be meant are refused in one sentence', () => {
    for (const [args, problem] of WRONG) {
      assert.throws(
        () => readOptions(args),
        (error: unknown) => error instanceof WrongUsage && problem.test(error.message) && /^Could not start the import: [^\n]+$/.test(error.message),
        args.join(' '),
      );
    }
  });

  test('are read', () => {
    const args = [
      '--organization',
      ID.toUpperCase(),
      '--activity',
      '-',
      '--rooms',
      'r',
      '--strict',
      '--rejects',
      'bad.csv',
      '--as-of',
      '2026-10-05T12:00:00+07:00',
    ];
    assert.deepEqual(readOptions(['--renewals', 'r.csv', '--strict']), { kind: 'renewals', path: 'r.csv', rejects: null, strict: true });
    assert.deepEqual(readOptions([...args, '--create', '--name', 'Toko', '--time-zone', 'Asia/Jakarta', '--ai-activated-on', '2026-03-02']), {
      kind: 'chats',
      organizationId: ID,
      files: [
        { kind: 'rooms', path: 'r' },
        { kind: 'activity', path: '-' },
      ],
      create: { name: 'Toko', timeZone: 'Asia/Jakarta', aiActivatedOn: '2026-03-02' },
      rejects: 'bad.csv',
      strict: true,
      asOf: '2026-10-05T05:00:00.000000Z',
    });
    assert.equal(readOptions(['--help']), null);
  });
});
