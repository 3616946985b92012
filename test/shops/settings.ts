// What admins of a random shop have entered: the schedules, the figures and the rulings at which counting goes wrong if it can.
import { addDays, type LocalDate, type Shift, type WorkingHoursInput } from '@qontak/impact-contract';
import fc from 'fast-check';
import type { ShopSettings } from '#mocks';

const shift = (start: string, end: string, differs: Partial<Shift> = {}): Omit<Shift, 'day_number'> => ({
  start,
  end,
  is_24h: false,
  cross_midnight: false,
  ...differs,
});

/** A day's shifts: none, one, two with a break, until midnight, past it, the whole day. */
const MENUS: Omit<Shift, 'day_number'>[][] = [
  [],
  [shift('09:00', '17:00')],
  [shift('08:00', '12:00'), shift('13:00', '17:30')],
  [shift('00:00', '24:00')],
  [shift('22:00', '06:00', { cross_midnight: true })],
  [shift('00:00', '00:01'), shift('23:59', '24:00')],
  [shift('00:00', '24:00', { is_24h: true })],
];

const shifts: fc.Arbitrary<Shift[]> = fc
  .array(fc.constantFrom(...MENUS), { minLength: 7, maxLength: 7 })
  .map((days) => days.flatMap((menu, day_number) => menu.map((one) => ({ ...one, day_number }))));

const scheduleFrom = (effective_from: LocalDate, day: LocalDate): fc.Arbitrary<WorkingHoursInput> =>
  fc.record({
    effective_from: fc.constant(effective_from),
    shifts,
    holidays: fc.subarray([-1, 0, 1, 2]).map((offsets) => offsets.map((offset) => ({ date: addDays(day, offset), name: 'Libur' }))),
  });

const working_hours = (day: LocalDate): fc.Arbitrary<WorkingHoursInput[]> =>
  fc
    .subarray([-60, -1, 0, 1, 3, 400])
    .chain((offsets) => (offsets.length === 0 ? fc.constant([]) : fc.tuple(...offsets.map((offset) => scheduleFrom(addDays(day, offset), day)))));

/** Several versions, whose days lie within the periods and around them, in any order. */
const cost_assumptions = (day: LocalDate) =>
  fc.array(
    fc.record({
      minutes_per_chat: fc.constantFrom(null, 0.5, 2.75, 5, 240),
      hourly_cost: fc.constantFrom(null, 0, 1, 35_001),
      ai_fee_per_month: fc.constantFrom(null, 0, 999_999),
      effective_from: fc.option(fc.constantFrom(-400, -31, -8, -1, 0, 1, 2, 5, 400).map((offset) => addDays(day, offset))),
      changed: fc.constantFrom({ by: 'u1', at: '2026-09-01T00:00:00.25Z' }, { by: 'u2', at: '2026-10-01T00:00:00Z' }),
    }),
    { maxLength: 4 },
  );

/** So many that some of them meet a pair of chats which would be a return. */
const return_rulings = (ids: readonly string[]) =>
  fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), returned_in: fc.constantFrom(...ids) }), {
    maxLength: 60,
    selector: ({ id, returned_in }) => `${id} ${returned_in}`,
  });

export const settingsAround = (day: LocalDate, ids: readonly string[]): fc.Arbitrary<ShopSettings> =>
  fc.record({ working_hours: working_hours(day), cost_assumptions: cost_assumptions(day), return_rulings: return_rulings(ids) });
