import { LocalDate, minutesOfWeek, type Shift } from '@qontak/impact-contract';
import { type Draft, type DraftDay, isBlank, shiftsOf } from './working-hours.model.ts';

/** Why a draft cannot be saved, and at which field. */
export interface Problem {
  /** As `fieldOf` names it. */
  field: string;
  kind: 'date_missing' | 'none_open' | 'start_missing' | 'end_missing' | 'same_time' | 'overlap' | 'holiday_date_missing' | 'holiday_twice' | 'refused';
  /** The hours that are in the way. */
  other?: Shift;
}

/** The names of the fields, which are also their ids. */
export const fieldOf = {
  effectiveFrom: 'effective_from',
  day: (day: number): string => `day_${day}`,
  time: (day: number, index: number, field: 'start' | 'end'): string => `time_${day}_${index}_${field}`,
  holiday: (index: number): string => `holiday_${index}`,
};

/**
 * Everything that keeps a draft from being saved, in the order of the form. None: the contract accepts it.
 * @param half the fields whose day is typed in part, which the draft knows as empty
 */
export function problemsOf(draft: Draft, half: readonly string[] = []): Problem[] {
  const incomplete = draft.days.flatMap(timeProblems);
  return [
    ...(isDate(draft.effective_from) ? [] : [{ field: fieldOf.effectiveFrom, kind: 'date_missing' } as const]),
    ...(draft.days.every(({ kind }) => kind === 'closed') ? [{ field: fieldOf.day(draft.days[0]!.day_number), kind: 'none_open' } as const] : []),
    ...incomplete,
    // Hours that are not there yet overlap with nothing.
    ...(incomplete.length === 0 ? overlaps(draft.days) : []),
    ...holidayProblems(draft, half),
  ];
}

const isDate = (text: string): boolean => LocalDate.safeParse(text).success;
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

function timeProblems({ day_number: day, kind, shifts }: DraftDay): Problem[] {
  if (kind !== 'open') return [];
  return shifts.flatMap(({ start, end }, index): Problem[] => {
    if (!isTime(start)) return [{ field: fieldOf.time(day, index, 'start'), kind: 'start_missing' }];
    if (!isTime(end)) return [{ field: fieldOf.time(day, index, 'end'), kind: 'end_missing' }];
    return start === end ? [{ field: fieldOf.time(day, index, 'end'), kind: 'same_time' }] : [];
  });
}

const WEEK = 7 * 24 * 60;

interface Stretch {
  from: number;
  to: number;
  shift: Shift;
  field: string;
}

/** Hours that begin before earlier ones have ended, also from Saturday night into Sunday. */
function overlaps(days: readonly DraftDay[]): Problem[] {
  const stretches = days.flatMap((day) => shiftsOf(day).flatMap((shift, index) => stretchesOf(shift, index)));
  stretches.sort((a, b) => a.from - b.from);
  const problems: Problem[] = [];
  let last: Stretch | undefined;
  for (const stretch of stretches) {
    if (last !== undefined && stretch.from < last.to) problems.push({ field: stretch.field, kind: 'overlap', other: last.shift });
    if (last === undefined || stretch.to > last.to) last = stretch;
  }
  return problems;
}

function stretchesOf(shift: Shift, index: number): Stretch[] {
  const { from, to } = minutesOfWeek(shift);
  const field = shift.is_24h ? fieldOf.day(shift.day_number) : fieldOf.time(shift.day_number, index, 'start');
  if (to <= WEEK) return [{ from, to, shift, field }];
  return [
    { from, to: WEEK, shift, field },
    { from: 0, to: to - WEEK, shift, field },
  ];
}

function holidayProblems({ holidays }: Draft, half: readonly string[]): Problem[] {
  const seen = new Set<string>();
  return holidays.flatMap((holiday, index): Problem[] => {
    const field = fieldOf.holiday(index);
    if (isBlank(holiday) && !half.includes(field)) return [];
    if (!isDate(holiday.date)) return [{ field, kind: 'holiday_date_missing' }];
    if (seen.has(holiday.date)) return [{ field, kind: 'holiday_twice' }];
    seen.add(holiday.date);
    return [];
  });
}

/**
 * The field of the form that the service means by a path such as `shifts[3].end` or `holidays.0.date`; null: none.
 * Shifts and holidays are counted as they were sent.
 */
export function fieldOfPath(path: string | null, draft: Draft): string | null {
  const [, list, number, part] = /^(shifts|holidays)[.[](\d+)\]?(?:\.(\w+))?/.exec(path ?? '') ?? [];
  if (list === undefined) return path === 'effective_from' ? fieldOf.effectiveFrom : null;
  if (list === 'holidays') return sent(draft.holidays.map((holiday, index) => (isBlank(holiday) ? null : fieldOf.holiday(index))))[Number(number)] ?? null;
  const fields = draft.days.flatMap((day) =>
    shiftsOf(day).map(({ is_24h }, index) => (is_24h ? fieldOf.day(day.day_number) : fieldOf.time(day.day_number, index, part === 'end' ? 'end' : 'start'))),
  );
  return fields[Number(number)] ?? null;
}

const sent = (fields: readonly (string | null)[]): string[] => fields.filter((field) => field !== null);
