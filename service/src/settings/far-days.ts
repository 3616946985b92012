import type { LocalDate } from '@qontak/impact-contract';
import { Refused } from '../problems.ts';

/** Other years are typing errors, and some of them the database could not add a day to. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2099-12-31';

/** @param days by the field that they were entered in; null: none @throws {Refused} */
export function refuseFarDays(days: Readonly<Record<string, LocalDate | null>>): void {
  for (const [field, day] of Object.entries(days)) {
    if (day !== null && (day < FIRST_DAY || day > LAST_DAY)) throw new Refused('invalid', `${field}: must lie between ${FIRST_DAY} and ${LAST_DAY}`);
  }
}
