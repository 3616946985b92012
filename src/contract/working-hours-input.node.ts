import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Shift } from './shift.ts';
import { WorkingHoursInput } from './working-hours-input.ts';

const shift = (day_number: number, start: string, end: string, more: Partial<Shift> = {}): Shift => ({
  day_number,
  start,
  end,
  is_24h: false,
  cross_midnight: false,
  ...more,
});
const refusal = (...shifts: Shift[]): string | undefined =>
  WorkingHoursInput.safeParse({ effective_from: '2026-10-01', shifts, holidays: [] }).error?.issues[0]?.message;

describe('working hours', () => {
  test('several stretches a day, and one past midnight', () => {
    assert.equal(refusal(shift(1, '08:00', '12:00'), shift(1, '13:00', '17:00'), shift(5, '20:00', '02:00', { cross_midnight: true })), undefined);
  });
  test('a stretch may end at midnight', () => assert.equal(refusal(shift(1, '18:00', '24:00')), undefined));
  test('an end before the start needs cross_midnight', () => assert.match(refusal(shift(1, '20:00', '02:00'))!, /cross_midnight/));
  test('stretches of one day must not overlap', () => assert.match(refusal(shift(1, '08:00', '12:00'), shift(1, '11:59', '17:00'))!, /overlap/));
  test('nor may a night shift run into the next morning', () => {
    assert.match(refusal(shift(6, '20:00', '09:00', { cross_midnight: true }), shift(0, '08:00', '12:00'))!, /overlap/);
  });
});
