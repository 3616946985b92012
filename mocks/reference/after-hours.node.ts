// Working hours, edge by edge; the right answer was written down before the chats. 5 October 2026 is a Monday; Jakarta is UTC+7.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type AfterHours, AfterHours as Schema, type Shift, WorkingHoursInput } from '@qontak/impact-contract';
import { BY_TEAM, log, NOW, ORGANIZATION, room, shop } from './by-hand.ts';
import { judge, reportOf } from './index.ts';
import type { RoomRow, Shop } from '../rows.ts';

const shift = (day_number: number, start: string, end: string, rest: Partial<Shift> = {}): Shift => ({
  day_number,
  start,
  end,
  is_24h: false,
  cross_midnight: false,
  ...rest,
});
const PAST_MIDNIGHT = { cross_midnight: true };
const holiday = (date: string) => ({ date, name: 'Libur' });

/** Mondays with a lunch break, a night shift from Friday on, Saturdays round the clock. */
const HOURS: WorkingHoursInput = WorkingHoursInput.parse({
  effective_from: '2026-09-01',
  shifts: [shift(1, '08:00', '12:00'), shift(1, '13:00', '17:00'), shift(4, '20:00', '24:00'), shift(5, '22:00', '02:00', PAST_MIDNIGHT)],
  holidays: [],
});

const outside = (written: string, working_hours: WorkingHoursInput[] = [HOURS], time_zone = 'Asia/Jakarta'): boolean | null => {
  const its = shop([room({ first_inbound_at: written })], [], { working_hours, organization: { ...ORGANIZATION, time_zone } });
  return judge(its)[0]!.after_hours;
};
const withHolidays = (...dates: string[]): WorkingHoursInput[] => [{ ...HOURS, holidays: dates.map(holiday) }];

describe('after hours', () => {
  const EDGES: [right: boolean | null, what: string, written: string, schedules?: WorkingHoursInput[]][] = [
    [false, 'when it opens', '2026-10-05T08:00:00+07:00'],
    [true, 'one millisecond before', '2026-10-05T07:59:59.999+07:00'],
    [false, 'one millisecond before the break', '2026-10-05T11:59:59.999+07:00'],
    [true, 'when the break begins', '2026-10-05T12:00:00+07:00'],
    [false, 'when the break ends', '2026-10-05T13:00:00+07:00'],
    [true, 'when it closes', '2026-10-05T17:00:00+07:00'],
    [true, 'a day without a shift', '2026-10-06T10:00:00+07:00'],
    [false, 'the last moment of a day that ends at 24:00', '2026-10-08T23:59:59+07:00'],
    [true, 'midnight after it', '2026-10-09T00:00:00+07:00'],
    [false, 'night shift, before midnight', '2026-10-09T22:00:00+07:00'],
    [false, 'night shift, after midnight', '2026-10-10T01:59:59+07:00'],
    [true, 'night shift, over', '2026-10-10T02:00:00+07:00'],
    [true, 'the same hour a day earlier belongs to no night shift', '2026-10-09T01:00:00+07:00'],
    [true, 'a holiday', '2026-10-05T10:00:00+07:00', withHolidays('2026-10-05')],
    [true, 'a night shift that starts on a holiday, before midnight', '2026-10-09T23:00:00+07:00', withHolidays('2026-10-09')],
    [true, 'a night shift that starts on a holiday, after midnight', '2026-10-10T01:00:00+07:00', withHolidays('2026-10-09')],
    [false, 'the holiday after a night shift: the shift belongs to the day before', '2026-10-10T01:00:00+07:00', withHolidays('2026-10-10')],
    [null, 'no schedule at all', '2026-10-05T10:00:00+07:00', []],
    [null, 'the day before the schedule begins', '2026-08-31T10:00:00+07:00'],
    [null, 'a schedule of the future', '2026-10-05T10:00:00+07:00', [{ ...HOURS, effective_from: '2026-10-06' }]],
    [false, 'the day on which the schedule begins', '2026-10-05T10:00:00+07:00', [{ ...HOURS, effective_from: '2026-10-05' }]],
    [true, 'no shifts at all: closed, not unknown', '2026-10-05T10:00:00+07:00', [{ ...HOURS, shifts: [] }]],
  ];
  for (const [right, what, written, schedules] of EDGES) test(`${right}: ${what}`, () => assert.equal(outside(written, schedules), right));

  test('round the clock', () => {
    const always = [{ ...HOURS, shifts: [shift(6, '00:00', '00:00', { is_24h: true })] }];
    assert.equal(outside('2026-10-10T00:00:00+07:00', always), false);
    assert.equal(outside('2026-10-10T23:59:59+07:00', always), false);
    assert.equal(outside('2026-10-11T00:00:00+07:00', always), true);
  });

  test('Saturday runs over the end of the week', () => {
    const saturdays = [{ ...HOURS, shifts: [shift(6, '22:00', '02:00', PAST_MIDNIGHT)] }];
    assert.equal(outside('2026-10-11T01:00:00+07:00', saturdays), false);
  });

  test('a new schedule holds from its day on; the night shift of the day before goes by the old one', () => {
    const change = (effective_from: string) => [HOURS, { ...HOURS, effective_from, shifts: [shift(1, '09:00', '15:00')] }];
    assert.equal(outside('2026-10-05T08:30:00+07:00', change('2026-10-05')), true);
    assert.equal(outside('2026-10-05T08:30:00+07:00', change('2026-10-06')), false);
    assert.equal(outside('2026-10-10T01:00:00+07:00', change('2026-10-10')), false);
    assert.equal(outside('2026-10-10T01:00:00+07:00', change('2026-10-09')), true);
  });

  test('a holiday is one of the schedule that is in force on it', () => {
    const newer = { ...HOURS, effective_from: '2026-10-01' };
    assert.equal(outside('2026-10-05T10:00:00+07:00', [{ ...HOURS, holidays: [holiday('2026-10-05')] }, newer]), false);
  });

  test("the clock is the organization's own, also when it is changed", () => {
    assert.equal(outside('2026-10-05T00:30:00Z', [HOURS], 'Asia/Jayapura'), false);
    assert.equal(outside('2026-10-05T00:30:00Z', [HOURS], 'Asia/Makassar'), false);
    assert.equal(outside('2026-10-05T00:30:00Z', [HOURS], 'Asia/Jakarta'), true);
    // Friday 23 to Saturday 24 and Saturday 24 to Sunday 25 October: in Berlin the second of them is an hour longer
    const nights = [{ ...HOURS, shifts: [shift(6, '22:00', '03:00', PAST_MIDNIGHT)] }];
    assert.equal(outside('2026-10-25T00:59:00Z', nights, 'Europe/Berlin'), false);
    assert.equal(outside('2026-10-25T01:59:00Z', nights, 'Europe/Berlin'), false);
    assert.equal(outside('2026-10-25T02:00:00Z', nights, 'Europe/Berlin'), true);
  });
});

const metric = (its: Shop, query = { period: '2026-10' }): AfterHours => Schema.parse(reportOf(its, query, NOW).data.after_hours);

const NIGHT = '2026-10-05T20:15:00+07:00';
const DAY = '2026-10-05T10:15:00+07:00';
const chat = (id: string, first_inbound_at: string, row: Partial<RoomRow> = {}): RoomRow =>
  room({ id, contact_id: id, first_inbound_at, closed_at: '2026-10-05T14:00:00Z', ...row });

describe('after-hours metric', () => {
  test('what AI answered, what stayed solved, and when people write', () => {
    const rooms = [
      chat('solved', NIGHT),
      chat('came back', NIGHT),
      chat('again', '2026-10-06T10:00:00+07:00', { contact_id: 'came back', closed_at: null, closed_reason: null }),
      chat('handed over', NIGHT, BY_TEAM),
      chat('nobody answered', NIGHT, BY_TEAM),
      chat('by day', DAY),
      chat('unknown', NIGHT, { contact_id: null }),
    ];
    const value = metric(shop(rooms, [log({ room_id: 'handed over', ai_answers: 1 })], { working_hours: [HOURS] }));
    assert.ok(value.status === 'ok');
    assert.deepEqual([value.chats, value.answered, value.net.count, value.net.of, value.would_have_waited], [5, 4, 1, 3, 1]);
    assert.deepEqual(
      value.hours.filter(({ chats }) => chats > 0),
      [
        { hour: 10, chats: 1, after_hours: 0 },
        { hour: 20, chats: 5, after_hours: 5 },
      ],
    );
  });

  test('chats of a day without a schedule are left out of both sides', () => {
    const rooms = [chat('before', NIGHT), chat('after', '2026-10-06T20:15:00+07:00', { closed_at: '2026-10-07T00:00:00Z' })];
    const value = metric(shop(rooms, [], { working_hours: [{ ...HOURS, effective_from: '2026-10-06' }] }));
    assert.ok(value.status === 'ok');
    assert.deepEqual([value.chats, value.net.of], [1, 1]);
    assert.equal(value.hours[20]!.chats, 2);
  });

  test('without working hours: asked for, not assumed', () => {
    const none = { status: 'unavailable', reason: 'no_working_hours' };
    assert.deepEqual(metric(shop([chat('one', NIGHT)])), none);
    assert.deepEqual(metric(shop([])), none);
    assert.deepEqual(metric(shop([chat('one', NIGHT)], [], { working_hours: [{ ...HOURS, effective_from: '2026-10-06' }] })), none);
  });

  test('no chats, but a schedule: nothing happened', () => {
    const value = metric(shop([chat('one', NIGHT)], [], { working_hours: [HOURS] }), { period: '2026-09' });
    assert.ok(value.status === 'ok');
    assert.deepEqual([value.chats, value.net.share, value.hours.length], [0, null, 24]);
  });
});
