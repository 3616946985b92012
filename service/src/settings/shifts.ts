// A shift as the contract writes it, and as the database keeps it.
import { minutesOfWeek, type Shift } from '@qontak/impact-contract';

const DAY = 24 * 60;

/** Minutes of the day on which the shift starts; past 1440 it runs into the next one. */
export interface Stretch {
  day_number: number;
  opens: number;
  closes: number;
}

export function stretchOf(shift: Shift): Stretch {
  const { from, to } = minutesOfWeek(shift);
  const midnight = shift.day_number * DAY;
  return { day_number: shift.day_number, opens: from - midnight, closes: to - midnight };
}

export function shiftOf({ day_number, opens, closes }: Stretch): Shift {
  const cross_midnight = closes > DAY;
  return { day_number, start: timeOf(opens), end: timeOf(cross_midnight ? closes - DAY : closes), is_24h: opens === 0 && closes === DAY, cross_midnight };
}

const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const two = (n: number): string => String(n).padStart(2, '0');
