// What the other routes give: chats behind a figure, and an organization's working hours.
import { type Chat, OUTCOMES, type Shift, type WorkingHours, WorkingHoursInput } from '@qontak/impact-contract';
import fc from 'fast-check';
import { anyDay, anyWriting, orNull } from './any.ts';
import { anyChannel, anyMomentOf } from './any-meta.ts';

const anyMoment = anyDay.chain(anyMomentOf);

/** Outcomes that we know, one that we don't, and a name that every object has. */
const anyOutcome = fc.constantFrom(...OUTCOMES, 'still_open', 'a_newer_one', 'constructor');

export const anyChat: fc.Arbitrary<Chat> = fc.record({
  id: fc.string(),
  room_id: fc.string(),
  channel: anyChannel,
  topic: orNull(anyWriting),
  first_inbound_at: anyMoment,
  closed_at: orNull(anyMoment),
  outcome: anyOutcome,
  returned_in: orNull(fc.string()),
  returned_in_room_id: orNull(fc.string()),
  corrected: fc.boolean(),
});

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const anyShift: fc.Arbitrary<Shift> = fc
  .record({ day_number: fc.nat(6), start: fc.nat(1439), end: fc.nat(1440), is_24h: fc.boolean() })
  .filter(({ start, end }) => start !== end && !(end === 1440 && start === 0))
  .map(({ day_number, start, end, is_24h }) => ({ day_number, start: clock(start), end: clock(end), is_24h, cross_midnight: end < start }));

const anySchedule: fc.Arbitrary<WorkingHours['schedules'][number]> = fc
  .record({
    effective_from: anyDay,
    shifts: fc.array(anyShift, { maxLength: 8 }),
    holidays: fc.uniqueArray(fc.record({ date: anyDay, name: anyWriting.map((name) => name.replaceAll(/\p{Cc}/gu, '')) }), {
      maxLength: 4,
      selector: ({ date }) => date,
    }),
    changed: fc.record({ by: anyWriting, at: anyMoment }),
  })
  .filter(({ effective_from, shifts, holidays }) => WorkingHoursInput.safeParse({ effective_from, shifts, holidays }).success);

export const anyWorkingHours: fc.Arbitrary<WorkingHours> = fc.record({
  time_zone: fc.constant('Asia/Jakarta'),
  schedules: fc.array(anySchedule, { maxLength: 3 }).map((all) => all.toSorted((a, b) => (a.effective_from < b.effective_from ? 1 : -1))),
});
