import type { Holiday, LocalDate, Shift, WorkingHours, WorkingHoursInput } from '@qontak/impact-contract';

export type Schedule = WorkingHours['schedules'][number];

/** From opening to closing as they are typed; empty while they are not. An end before the start lies on the next day. */
export interface DraftShift {
  start: string;
  end: string;
}

export const DAY_KINDS = ['closed', 'open', 'all_day'] as const;
type DayKind = (typeof DAY_KINDS)[number];

export interface DraftDay {
  /** 0 is Sunday. */
  day_number: number;
  kind: DayKind;
  /** Kept when the day is closed for a moment, so that a slip costs no typing. */
  shifts: DraftShift[];
}

/** The form as it stands. Everything that was typed is in it, also what cannot be saved. */
export interface Draft {
  effective_from: string;
  /** Seven, Monday first. */
  days: DraftDay[];
  holidays: Holiday[];
}

/** The contract takes at most 70 shifts and 400 holidays. */
export const MOST_SHIFTS_A_DAY = 10;
export const MOST_HOLIDAYS = 400;

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];
const EMPTY: DraftShift = { start: '', end: '' };

/** A schedule as a form. Without one every day is closed: no hours are assumed. */
export function draftOf(schedule: Pick<Schedule, 'shifts' | 'holidays'> | null, effective_from: LocalDate): Draft {
  const shifts = schedule?.shifts ?? [];
  return {
    effective_from,
    days: MONDAY_FIRST.map((day) =>
      dayOf(
        day,
        shifts.filter((shift) => shift.day_number === day),
      ),
    ),
    holidays: (schedule?.holidays ?? []).map((holiday) => ({ ...holiday })),
  };
}

const isAllDay = ({ is_24h, start, end }: Shift): boolean => is_24h || (start === '00:00' && end === '24:00');

function dayOf(day_number: number, shifts: Shift[]): DraftDay {
  if (shifts.length === 0) return { day_number, kind: 'closed', shifts: [] };
  if (shifts.some(isAllDay)) return { day_number, kind: 'all_day', shifts: [] };
  const sorted = shifts.toSorted((a, b) => a.start.localeCompare(b.start));
  // A time field knows no 24:00; midnight at the end of a day is 00:00 of the next.
  return { day_number, kind: 'open', shifts: sorted.map(({ start, end }) => ({ start, end: end === '24:00' ? '00:00' : end })) };
}

export type Edit =
  | { type: 'effective_from'; value: string }
  | { type: 'kind'; day: number; kind: DayKind }
  | { type: 'time'; day: number; index: number; field: keyof DraftShift; value: string }
  | { type: 'add_shift'; day: number }
  | { type: 'remove_shift'; day: number; index: number }
  | { type: 'copy_to_all'; day: number }
  | { type: 'holiday'; index: number; field: keyof Holiday; value: string }
  | { type: 'add_holiday' }
  | { type: 'remove_holiday'; index: number };

/** The form after one change. */
export function edited(draft: Draft, edit: Edit): Draft {
  switch (edit.type) {
    case 'effective_from':
      return { ...draft, effective_from: edit.value };
    case 'kind':
      return withDay(draft, edit.day, (day) => ({ ...day, kind: edit.kind, shifts: edit.kind === 'open' && day.shifts.length === 0 ? [EMPTY] : day.shifts }));
    case 'time':
      return withDay(draft, edit.day, (day) => ({ ...day, shifts: replaced(day.shifts, edit.index, { [edit.field]: edit.value }) }));
    case 'add_shift':
      return withDay(draft, edit.day, (day) => ({ ...day, shifts: [...day.shifts, EMPTY] }));
    case 'remove_shift':
      return withDay(draft, edit.day, (day) => withoutShift(day, edit.index));
    case 'copy_to_all':
      return copied(draft, edit.day);
    case 'holiday':
      return { ...draft, holidays: replaced(draft.holidays, edit.index, { [edit.field]: edit.value }) };
    case 'add_holiday':
      return { ...draft, holidays: [...draft.holidays, { date: '', name: '' }] };
    case 'remove_holiday':
      return { ...draft, holidays: draft.holidays.toSpliced(edit.index, 1) };
  }
}

const withDay = (draft: Draft, number: number, change: (day: DraftDay) => DraftDay): Draft => ({
  ...draft,
  days: draft.days.map((day) => (day.day_number === number ? change(day) : day)),
});

const replaced = <T>(list: readonly T[], index: number, change: Partial<T>): T[] => list.map((item, at) => (at === index ? { ...item, ...change } : item));

/** A day without its last hours is closed. */
function withoutShift(day: DraftDay, index: number): DraftDay {
  const shifts = day.shifts.toSpliced(index, 1);
  return { ...day, shifts, kind: shifts.length === 0 ? 'closed' : day.kind };
}

function copied(draft: Draft, number: number): Draft {
  const from = draft.days.find(({ day_number }) => day_number === number);
  if (from === undefined) return draft;
  return { ...draft, days: draft.days.map(({ day_number }) => ({ ...from, day_number, shifts: from.shifts.map((shift) => ({ ...shift })) })) };
}

/** Whether the end lies on the next day. */
export const crossesMidnight = ({ start, end }: DraftShift): boolean => start !== '' && end !== '' && end < start;

const ALL_DAY = { start: '00:00', end: '24:00', is_24h: true, cross_midnight: false } as const;

export function shiftsOf({ day_number, kind, shifts }: DraftDay): Shift[] {
  switch (kind) {
    case 'closed':
      return [];
    case 'all_day':
      return [{ day_number, ...ALL_DAY }];
    case 'open':
      return shifts.map((shift) => ({ day_number, start: shift.start, end: shift.end, is_24h: false, cross_midnight: crossesMidnight(shift) }));
  }
}

/** A row that nobody filled in says nothing. */
export const isBlank = ({ date, name }: Holiday): boolean => date === '' && name.trim() === '';

/** What is saved. The draft must be without problems. */
export const inputOf = ({ effective_from, days, holidays }: Draft): WorkingHoursInput => ({
  effective_from,
  shifts: days.flatMap(shiftsOf),
  holidays: holidays.filter((holiday) => !isBlank(holiday)).map(({ date, name }) => ({ date, name: name.trim() })),
});
