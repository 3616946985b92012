import type { AfterHoursValue, ChatFigure } from '@qontak/impact-contract';
import { said, type Said } from '#kit';
import type { AfterHoursLang } from './after-hours.strings.ts';

/** One hour as a bar of two parts, in hundredths of the tallest. */
export interface HourBar {
  hour: number;
  outside: number;
  rest: number;
}

/** A line of the table: its numbers open the chats of the hour. */
export interface HourRow {
  hour: number;
  name: string;
  counts: { text: string; figure: ChatFigure | null }[];
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
  /** The hour with the most chats outside the working hours; null: too few chats to name one. */
  busiest: Said | null;
  table: { caption: string; columns: string[]; rows: HourRow[] };
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
      busiest: busiest?.text ?? '',
    }).trim(),
    busiest,
    table: {
      caption: t('caption', { zone }),
      columns: [t('hour', { zone }), t('outside'), t('every')],
      rows: hours.map(({ hour, chats, after_hours }) => ({
        hour,
        name: lang.periods.hour(hour),
        counts: [
          { text: numbers.count(after_hours), figure: after_hours === 0 ? null : 'after_hours' },
          { text: numbers.count(chats), figure: chats === 0 ? null : 'closed' },
        ],
      })),
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

function busiestOf(hours: Hours, zone: string, lang: AfterHoursLang): Picture['busiest'] {
  if (sum(hours.map(({ after_hours }) => after_hours)) < ENOUGH) return null;
  const most = hours.reduce((best, hour) => (hour.after_hours > best.after_hours ? hour : best));
  const opens = { figure: 'after_hours', place: most.hour } as const;
  return said(({ number }) => lang.t('busiest', { hours: lang.periods.hour(most.hour), zone, n: number(lang.numbers.count(most.after_hours), opens) }));
}

const clockOf = (hour: number, { periods }: AfterHoursLang): string => periods.clock(`${String(hour).padStart(2, '0')}:00`);
