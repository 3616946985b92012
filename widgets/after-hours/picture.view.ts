import type { AfterHoursValue } from '@qontak/impact-contract';
import type { AfterHoursLang } from './after-hours.strings.ts';

/** One hour as a bar of two parts, in hundredths of the tallest. */
export interface HourBar {
  hour: number;
  outside: number;
  rest: number;
}

/** The day hour by hour. */
export interface Picture {
  bars: HourBar[];
  /** The tallest bar, for the axis. */
  top: string;
  /** Where the quarters of the day begin. */
  ticks: string[];
  /** The picture in words. */
  label: string;
  busiest: string | null;
  table: { caption: string; columns: string[]; rows: { cells: string[]; aside: boolean }[] };
}

type Hours = AfterHoursValue['hours'];

/** So that a single chat beside hundreds can still be seen. */
const LEAST = 2;
const TICKS = [0, 6, 12, 18];

/** Null: no chats, nothing to draw. */
export function pictureOf(hours: Hours, zone: string, lang: AfterHoursLang): Picture | null {
  const { t, numbers } = lang;
  const top = Math.max(...hours.map(({ chats }) => chats));
  if (top === 0) return null;
  const outside = sum(hours.map(({ after_hours }) => after_hours));
  const busiest = busiestOf(hours, zone, lang);
  return {
    bars: hours.map((hour) => barOf(hour, top)),
    top: chatsText(top, lang),
    ticks: TICKS.map((hour) => clockOf(hour, lang)),
    label: t('picture_label', {
      zone,
      outside: numbers.count(outside),
      all: numbers.count(sum(hours.map(({ chats }) => chats))),
      busiest: busiest ?? '',
    }).trim(),
    busiest,
    table: {
      caption: t('caption', { zone }),
      columns: [t('hour', { zone }), t('outside'), t('every')],
      rows: hours.map(({ hour, chats, after_hours }) => ({ cells: [spanOf(hour, lang), numbers.count(after_hours), numbers.count(chats)], aside: false })),
    },
  };
}

export const chatsText = (n: number, { t, numbers }: AfterHoursLang): string => (n === 1 ? t('chats_one') : t('chats', { n: numbers.count(n) }));

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function barOf({ hour, chats, after_hours }: Hours[number], top: number): HourBar {
  const height = (count: number): number => (count === 0 ? 0 : Math.max(LEAST, (100 * count) / top));
  // The two parts together are never higher than the tallest bar, even where a small part was made visible.
  const outside = height(after_hours);
  return { hour, outside, rest: Math.min(height(chats - after_hours), 100 - outside) };
}

/** With few chats every hour is a coincidence. */
const ENOUGH = 30;

function busiestOf(hours: Hours, zone: string, lang: AfterHoursLang): string | null {
  if (sum(hours.map(({ after_hours }) => after_hours)) < ENOUGH) return null;
  const most = hours.reduce((best, hour) => (hour.after_hours > best.after_hours ? hour : best));
  return lang.t('busiest', { hours: spanOf(most.hour, lang), zone, n: lang.numbers.count(most.after_hours) });
}

const clockOf = (hour: number, { periods }: AfterHoursLang): string => periods.clock(`${String(hour).padStart(2, '0')}:00`);
const spanOf = (hour: number, lang: AfterHoursLang): string => `${clockOf(hour, lang)}–${clockOf(hour + 1, lang)}`;
