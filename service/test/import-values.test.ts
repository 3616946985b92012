// How single values and rows of an export are read. No database.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkActivity } from '../src/import/activity-row.ts';
import { readEpoch, type ReadInstant, readInstant } from '../src/import/instant.ts';
import { cellOf } from '../src/import/ndjson.ts';
import type { Cells } from '../src/import/record.ts';
import { checkRoom } from '../src/import/room-row.ts';
import { room } from './import-setting.ts';

const ORGANIZATION = '6f1c2a52-5a86-4d34-9f5c-2f3b0c7d1e90';

const TIMES: readonly [written: string, read: string][] = [
  ['2026-10-01T08:12:33Z', '2026-10-01T08:12:33.000000Z'],
  ['2026-10-01T08:12:33.5+07:00', '2026-10-01T01:12:33.500000Z'],
  ['2026-10-01 08:12:33.123456+07', '2026-10-01T01:12:33.123456Z'],
  ['2026-10-01 02:12:33.000001-0530', '2026-10-01T07:42:33.000001Z'],
  ['2026-10-01 08:12 UTC', '2026-10-01T08:12:00.000000Z'],
  ['2024-02-29T23:59:59.999999999Z', '2024-02-29T23:59:59.999999Z'],
  ['2027-01-01T03:00:00+07', '2026-12-31T20:00:00.000000Z'],
];

const NO_TIMES: readonly [written: string, reason: RegExp][] = [
  ['2026-02-29T00:00:00Z', /day that does not exist/],
  ['2026-13-01T00:00:00Z', /day that does not exist/],
  ['2026-10-00T00:00:00Z', /day that does not exist/],
  ['2026-10-01T24:00:00Z', /time of day/],
  ['2026-10-01T08:60:00Z', /time of day/],
  ['2026-10-01T08:12:33+25:00', /zone/],
  ['1999-12-31T23:59:59Z', /before 2000/],
  ['9999-12-31T23:59:59Z', /after 2199/],
  ['2026-10-01', /not a time/],
  ['01/10/2026 08:12', /not a time/],
  ['infinity', /not a time/],
  ['1760000000000', /not a time/],
];

/** Why a room with one other value is rejected. */
const BAD_ROOMS: readonly [column: string, value: string, reason: RegExp][] = [
  ['id', '', /missing/],
  ['id', '  ', /missing/],
  ['id', 'x'.repeat(513), /longer than 512/],
  ['id', 'a\0b', /character/],
  ['id', 'a\uD800', /character/],
  ['contact_id', 'x'.repeat(513), /longer than 512/],
  ['channel', '', /missing/],
  ['channel', 'x'.repeat(121), /longer than 120/],
  ['created_at', '', /missing/],
  ['updated_at', '', /missing/],
  ['updated_at', 'yesterday', /not a time/],
  ['closed_at', '2026-10-05T11:49:59Z', /before created_at/],
  ['is_test', 'maybe', /neither true nor false/],
  ['initiated_by', 'robot', /none of customer, business/],
  ['organization_id', '11111111-1111-4111-8111-111111111111', /another organization/],
];

const BAD_ACTIVITY: readonly [column: string, value: string, reason: RegExp][] = [
  ['room_id', '', /missing/],
  ['updated_at', '', /missing/],
  ['ai_answers', '-1', /negative/],
  ['turns', '1.5', /whole/],
  ['turns', 'three', /not a number/],
  ['customer_messages', '2147483648', /larger/],
  ['csat', '6', /between 1 and 5/],
  ['csat', '0', /between 1 and 5/],
  ['confidence', '1.01', /between 0 and 1/],
  ['thanks_only', 'perhaps', /neither/],
];

const reasonOf = (read: ReadInstant | string): string => (typeof read === 'string' ? read : 'it was read');

function faultOf(checked: { fault?: unknown }): { column: string | null; reason: string } {
  assert.ok(checked.fault, 'the row was accepted');
  return checked.fault as { column: string | null; reason: string };
}

function acceptedRoom(cells: Cells) {
  const checked = checkRoom(cells, ORGANIZATION);
  assert.ok(!checked.fault, JSON.stringify(checked));
  return checked;
}

describe('values of an export', () => {
  test('times are read to the microsecond, in every zone', () => {
    for (const [written, read] of TIMES) assert.deepEqual(readInstant(written), { instant: read, naive: false }, written);
  });

  test('a time without a zone is UTC, and told apart', () => {
    assert.deepEqual(readInstant('2026-10-01 08:12:33'), { instant: '2026-10-01T08:12:33.000000Z', naive: true });
  });

  test('what is no time says why', () => {
    for (const [written, reason] of NO_TIMES) assert.match(reasonOf(readInstant(written)), reason, written);
  });

  test('epoch milliseconds are times; epoch seconds are caught', () => {
    assert.deepEqual(readEpoch(1_790_842_353_123), { instant: '2026-10-01T08:12:33.123000Z', naive: false });
    assert.match(reasonOf(readEpoch(1_790_842_353)), /milliseconds, not seconds/);
    assert.match(reasonOf(readEpoch(Number.NaN)), /not a time/);
  });

  test('extended JSON of both spellings means what it says', () => {
    const cells = [
      { $oid: '65a1b2c3d4e5f60718293a4b' },
      { $date: '2026-10-01T00:00:00Z' },
      { $date: { $numberLong: '1790842353123' } },
      { $date: 1_790_842_353_123 },
      { $numberLong: '7' },
      { $numberLong: '9007199254740993' },
      { $numberInt: '5' },
      { $numberDouble: '0.5' },
      { $uuid: ORGANIZATION },
      null,
    ].map(cellOf);
    assert.deepEqual(cells, [
      '65a1b2c3d4e5f60718293a4b',
      '2026-10-01T00:00:00Z',
      1_790_842_353_123,
      1_790_842_353_123,
      7,
      '9007199254740993',
      5,
      0.5,
      ORGANIZATION,
      null,
    ]);
  });

  test('a document inside a document is a value that no column takes', () => {
    const deep = JSON.parse(`{"$date":${'{"$date":'.repeat(50_000)}1${'}'.repeat(50_001)}`) as unknown;
    for (const value of [['rina'], { name: 'rina' }, { $oid: 'no' }, deep]) {
      assert.match(faultOf(checkRoom({ ...room('a'), contact_id: cellOf(value) }, ORGANIZATION)).reason, /list or an object|extended JSON/);
    }
  });
});

describe('a room of an export', () => {
  test('is rejected for one bad value, with its column and why', () => {
    for (const [column, value, reason] of BAD_ROOMS) {
      const fault = faultOf(checkRoom({ ...room('a'), [column]: value }, ORGANIZATION));
      assert.equal(fault.column, column, value);
      assert.match(fault.reason, reason);
    }
  });

  test('does not close before the customer wrote', () => {
    const fault = faultOf(checkRoom({ ...room('a'), first_inbound_at: '2026-10-05T12:00:00.000001Z' }, ORGANIZATION));
    assert.deepEqual(fault, { column: 'closed_at', reason: 'lies before first_inbound_at' });
  });

  test('keeps its contact id to the letter, and loses harmful characters elsewhere', () => {
    const { row } = acceptedRoom({
      ...room('a'),
      contact_id: ' +62 812-Rina\u202E ',
      topic: ' \u202Eongkir\u0007\u2066 ',
      channel: ' WhatsApp ',
      closed_reason: '',
    });
    assert.equal(row.contact_id, '+62 812-Rina\u202E');
    assert.equal(row.topic, 'ongkir');
    assert.equal(row.channel, 'whatsapp');
    assert.equal(row.closed_reason, null);
  });

  test('has its topic cut at 120 characters, never inside one', () => {
    const checked = acceptedRoom({ ...room('a'), topic: '😀'.repeat(121) });
    assert.equal(checked.row.topic, '😀'.repeat(120));
    assert.equal(checked.cutTexts, 1);
    assert.equal(acceptedRoom({ ...room('a'), topic: '😀'.repeat(120) }).cutTexts, 0);
  });

  test('may have a number as its id, but not a rounded one', () => {
    assert.equal(acceptedRoom({ ...room('a'), id: 12_345 }).row.id, '12345');
    assert.match(faultOf(checkRoom({ ...room('a'), id: JSON.parse('9007199254740993') as number }, ORGANIZATION)).reason, /not exact/);
  });

  test('of this organization may say so, in any case', () => {
    acceptedRoom({ ...room('a'), organization_id: ORGANIZATION.toUpperCase() });
  });

  test('knows every usual spelling of true and false', () => {
    for (const word of ['true', 'T', 'yes', '1', true, 1]) assert.equal(acceptedRoom({ ...room('a'), is_test: word }).row.is_test, true, String(word));
    for (const word of ['FALSE', 'f', 'no', '0', false, 0, '', null])
      assert.equal(acceptedRoom({ ...room('a'), is_test: word }).row.is_test, false, String(word));
  });
});

describe('activity of an export', () => {
  const ACTIVITY = { room_id: 'a', updated_at: '2026-10-05T12:00:00Z' };

  test('is rejected for one bad value, with its column and why', () => {
    for (const [column, value, reason] of BAD_ACTIVITY) {
      const fault = faultOf(checkActivity({ ...ACTIVITY, [column]: value }, ORGANIZATION));
      assert.equal(fault.column, column, value);
      assert.match(fault.reason, reason);
    }
  });

  test('leaves what the source lacks unknown, and never makes it zero', () => {
    const checked = checkActivity({ ...ACTIVITY, turns: '3.0', confidence: '0.25', ai_answers: '' }, ORGANIZATION);
    assert.ok(!checked.fault);
    const { turns, confidence, ai_answers, csat, thanks_only } = checked.row;
    assert.deepEqual({ turns, confidence, ai_answers, csat, thanks_only }, { turns: 3, confidence: 0.25, ai_answers: null, csat: null, thanks_only: null });
  });
});
