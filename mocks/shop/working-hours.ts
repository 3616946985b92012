// When the teams of the sample organizations say that they are there. The simulator's own hours are rougher: nobody works by the book.
import type { Holiday, Shift, WorkingHoursInput } from '@qontak/impact-contract';
import type { ShopKind } from './profile.ts';

// 0 is Sunday, as in the source
const [FRIDAY, SATURDAY] = [5, 6];
const WEEKDAYS = [1, 2, 3, 4, FRIDAY];

const on = (days: readonly number[], start: string, end: string): Shift[] =>
  days.map((day_number) => ({ day_number, start, end, is_24h: false, cross_midnight: end < start }));

const HOLIDAYS: Holiday[] = [
  { date: '2026-03-21', name: 'Idulfitri' },
  { date: '2026-03-22', name: 'Idulfitri' },
  { date: '2026-05-27', name: 'Iduladha' },
  { date: '2026-08-17', name: 'Hari Kemerdekaan' },
];

/** From before the first chats on. */
const SINCE = '2026-01-01';

export const WORKING_HOURS: Readonly<Record<ShopKind, readonly WorkingHoursInput[]>> = {
  online_shop: [{ effective_from: SINCE, shifts: on([...WEEKDAYS, SATURDAY], '08:00', '17:00'), holidays: HOLIDAYS }],
  /** A break at noon, and only the morning on Saturdays. */
  clinic: [
    {
      effective_from: SINCE,
      shifts: [...on(WEEKDAYS, '07:00', '12:00'), ...on(WEEKDAYS, '13:00', '20:00'), ...on([SATURDAY], '07:00', '12:00')],
      holidays: HOLIDAYS,
    },
  ],
  /** On Friday evenings somebody stays past midnight for those who leave on the weekend. */
  travel: [
    {
      effective_from: SINCE,
      shifts: [...on([...WEEKDAYS, SATURDAY], '08:00', '17:00'), ...on([FRIDAY], '19:00', '01:00')],
      holidays: HOLIDAYS.filter(({ name }) => name !== 'Iduladha'),
    },
  ],
};
