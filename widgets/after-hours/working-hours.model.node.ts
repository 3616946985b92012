import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, minutesOfWeek, type Shift, WorkingHoursInput } from '@qontak/impact-contract';
import fc from 'fast-check';
import { DAY_KINDS, type Draft, draftOf, type DraftShift, edited, inputOf } from './working-hours.model.ts';
import { fieldOfPath, problemsOf } from './working-hours.problems.ts';

const START = '2026-10-01';
const open = (day_number: number, start: string, end: string, cross_midnight = false): Shift => ({ day_number, start, end, is_24h: false, cross_midnight });
const always = (day_number: number): Shift => ({ day_number, start: '00:00', end: '24:00', is_24h: true, cross_midnight: false });
const draftWith = (...shifts: Shift[]): Draft => draftOf({ shifts, holidays: [] }, START);
const problems = (draft: Draft): string[] => problemsOf(draft).map(({ field, kind }) => `${field} ${kind}`);

describe('working hours: a schedule as a form', () => {
  test('nothing is assumed: without one, every day is closed', () => {
    const draft = draftOf(null, START);
    assert.deepEqual(
      draft.days.map(({ day_number, kind }) => [day_number, kind]),
      [1, 2, 3, 4, 5, 6, 0].map((day) => [day, 'closed']),
    );
    assert.deepEqual(problems(draft), ['day_1 none_open']);
  });
  test('several intervals, 24 hours, past midnight, until midnight', () => {
    const draft = draftWith(open(1, '13:00', '17:00'), open(1, '08:00', '12:00'), always(2), open(5, '20:00', '02:00', true), open(6, '18:00', '24:00'));
    assert.deepEqual(draft.days[0]!.shifts, [
      { start: '08:00', end: '12:00' },
      { start: '13:00', end: '17:00' },
    ]);
    assert.equal(draft.days[1]!.kind, 'all_day');
    assert.deepEqual(inputOf(draft).shifts, [
      open(1, '08:00', '12:00'),
      open(1, '13:00', '17:00'),
      always(2),
      open(5, '20:00', '02:00', true),
      open(6, '18:00', '00:00', true),
    ]);
    assert.deepEqual(problems(draft), []);
  });
});

describe('working hours: changing the form', () => {
  test('a day that opens gets an empty line, and one that closes by mistake keeps its hours', () => {
    const opened = edited(draftOf(null, START), { type: 'kind', day: 3, kind: 'open' });
    assert.deepEqual(opened.days[2]!.shifts, [{ start: '', end: '' }]);
    const again = edited(edited(draftWith(open(1, '08:00', '17:00')), { type: 'kind', day: 1, kind: 'closed' }), { type: 'kind', day: 1, kind: 'open' });
    assert.deepEqual(again.days[0]!.shifts, [{ start: '08:00', end: '17:00' }]);
  });
  test('a day without its last hours is closed', () => {
    assert.equal(edited(draftWith(open(1, '08:00', '17:00')), { type: 'remove_shift', day: 1, index: 0 }).days[0]!.kind, 'closed');
  });
  test('one day for all of them', () => {
    const draft = edited(draftWith(open(1, '08:00', '17:00')), { type: 'copy_to_all', day: 1 });
    assert.equal(inputOf(draft).shifts.length, 7);
    const later = edited(draft, { type: 'time', day: 0, index: 0, field: 'end', value: '12:00' });
    assert.equal(later.days[0]!.shifts[0]!.end, '17:00', 'they stay apart');
  });
  test('a holiday that nobody filled in is not saved', () => {
    const draft = edited(edited(draftWith(open(1, '08:00', '17:00')), { type: 'add_holiday' }), { type: 'add_holiday' });
    const named = edited(edited(draft, { type: 'holiday', index: 1, field: 'date', value: '2026-12-25' }), {
      type: 'holiday',
      index: 1,
      field: 'name',
      value: ' Natal ',
    });
    assert.deepEqual(inputOf(named).holidays, [{ date: '2026-12-25', name: 'Natal' }]);
    assert.deepEqual(problems(named), []);
    assert.equal(fieldOfPath('holidays[0].date', named), 'holiday_1');
  });
  test('a holiday of which only a part of the day is typed is not taken for none', () => {
    const begun = edited(draftWith(open(1, '08:00', '17:00')), { type: 'add_holiday' });
    assert.deepEqual(
      problemsOf(begun, ['holiday_0']).map(({ field, kind }) => `${field} ${kind}`),
      ['holiday_0 holiday_date_missing'],
    );
  });
});

describe('working hours: what cannot be saved', () => {
  const typed = (day: number, ...shifts: DraftShift[]): Draft => {
    const draft = draftOf(null, START);
    return { ...draft, days: draft.days.map((one) => (one.day_number === day ? { ...one, kind: 'open', shifts } : one)) };
  };
  test('hours that are not complete, or no time at all', () => {
    assert.deepEqual(problems(typed(1, { start: '', end: '17:00' })), ['time_1_0_start start_missing']);
    assert.deepEqual(problems(typed(1, { start: '08:00', end: '' })), ['time_1_0_end end_missing']);
    assert.deepEqual(problems(typed(1, { start: '08:00', end: '08:00' })), ['time_1_0_end same_time']);
  });
  test('hours that overlap, on one day, over midnight and over the end of the week', () => {
    assert.deepEqual(problems(typed(1, { start: '08:00', end: '12:00' }, { start: '11:00', end: '17:00' })), ['time_1_1_start overlap']);
    assert.deepEqual(problems(draftWith(open(1, '20:00', '02:00', true), open(2, '01:00', '09:00'))), ['time_2_0_start overlap']);
    assert.deepEqual(problems(draftWith(open(6, '20:00', '02:00', true), open(0, '01:00', '09:00'))), ['time_0_0_start overlap']);
    assert.deepEqual(problems(draftWith(open(1, '20:00', '02:00', true), always(2))), ['day_2 overlap']);
    assert.deepEqual(
      problems(typed(1, { start: '08:00', end: '12:00' }, { start: '12:00', end: '17:00' })),
      [],
      'closing and opening at the same minute is no overlap',
    );
  });
  test('dates that are missing, or twice', () => {
    const draft = draftOf(
      {
        shifts: [open(1, '08:00', '17:00')],
        holidays: [
          { date: '2026-12-25', name: '' },
          { date: '2026-12-25', name: 'Natal' },
          { date: '', name: 'x' },
        ],
      },
      '',
    );
    assert.deepEqual(problems(draft), ['effective_from date_missing', 'holiday_1 holiday_twice', 'holiday_2 holiday_date_missing']);
  });
  test('what only the service refuses is shown at its field', () => {
    const draft = draftWith(open(1, '08:00', '17:00'), open(3, '09:00', '15:00'), always(6));
    assert.equal(fieldOfPath('effective_from', draft), 'effective_from');
    assert.equal(fieldOfPath('shifts[1].end', draft), 'time_3_0_end');
    assert.equal(fieldOfPath('shifts.2', draft), 'day_6');
    assert.equal(fieldOfPath('shifts', draft), null);
    assert.equal(fieldOfPath('shifts[9].end', draft), null);
    assert.equal(fieldOfPath(null, draft), null);
  });
});

const clock = fc.integer({ min: 0, max: 1439 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
const timeTyped = fc.oneof({ weight: 8, arbitrary: clock }, { weight: 1, arbitrary: fc.constantFrom('', '25:00', '8:00') });
const dateTyped = fc.oneof({ weight: 6, arbitrary: fc.nat(300).map((n) => addDays(START, n)) }, { weight: 1, arbitrary: fc.constantFrom('', '2026-02-30') });
const drafts: fc.Arbitrary<Draft> = fc
  .record({
    effective_from: dateTyped,
    days: fc.array(fc.record({ kind: fc.constantFrom(...DAY_KINDS), shifts: fc.array(fc.record({ start: timeTyped, end: timeTyped }), { maxLength: 2 }) }), {
      minLength: 7,
      maxLength: 7,
    }),
    holidays: fc.array(fc.record({ date: dateTyped, name: fc.string({ maxLength: 20 }) }), { maxLength: 3 }),
  })
  .map(({ effective_from, days, holidays }) => ({
    effective_from,
    holidays,
    days: days.map((day, index) => ({ ...day, day_number: (index + 1) % 7 })),
  }));

/** Every minute of the week at which the shop is open. */
function openMinutes(shifts: readonly Shift[]): string {
  const week = new Uint8Array(7 * 24 * 60);
  for (const shift of shifts) {
    const { from, to } = minutesOfWeek(shift);
    for (let minute = from; minute < to; minute += 1) week[minute % week.length] = 1;
  }
  return week.join('');
}

describe('working hours: for every form', () => {
  test('what has no problem is accepted by the contract, and what the contract refuses has one', () => {
    let accepted = 0;
    fc.assert(
      fc.property(drafts, (draft) => {
        const fine = WorkingHoursInput.safeParse(inputOf(draft)).success;
        const kinds = problemsOf(draft).map(({ kind }) => kind);
        if (kinds.length === 0) assert.ok(fine);
        // The contract accepts a shop that never opens and a holiday that stands there twice; a reader did not mean that.
        if (fine)
          assert.deepEqual(
            kinds.filter((kind) => kind !== 'none_open' && kind !== 'holiday_twice'),
            [],
          );
        accepted += fine ? 1 : 0;
      }),
      { numRuns: 2000 },
    );
    assert.ok(accepted > 50, `only ${accepted} were accepted`);
  });
  test('what was saved comes back as the same open minutes', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        fc.pre(problemsOf(draft).length === 0);
        const input = inputOf(draft);
        const again = inputOf(draftOf(input, input.effective_from));
        assert.deepEqual(openMinutes(again.shifts), openMinutes(input.shifts));
        assert.deepEqual(again.holidays, input.holidays);
      }),
      { numRuns: 60 },
    );
  });
});
