import {
  addDays,
  type Baseline,
  type ChangeFromStart,
  type GradedForecast,
  monthBefore,
  monthOf,
  type ReportMeta,
  SIZE_FROM,
  type TrendValue,
} from '@qontak/impact-contract';
import { type Opens, said, type Said, wholeRange } from '#kit';
import { localDay, wholeOf } from '#lang';
import { type By, type Drawn, expectedOf, isPercentable, isShowable, labelOf, likelyText } from './slots.ts';
import type { TrendLang } from './trend.strings.ts';

// The sentences around the chart: what the trend says, what to expect, and how earlier expectations turned out.

export interface Sentence {
  kind: 'better' | 'same' | 'worse' | 'none';
  strong: string;
  rest: string;
}

type Start = Extract<Baseline, { status: 'ok' }>;

/** A starting point of which a percentage may be said; the service sends no other. */
export const startOf = ({ baseline }: TrendValue): Start | null => (baseline.status === 'ok' && isPercentable(baseline.net) ? baseline : null);

/** A sign only where the direction is certain. */
const KIND = { better: 'better', probably_better: 'same', same: 'same', unclear: 'same', probably_worse: 'same', worse: 'worse', other: 'none' } as const;

/** The report's period against the first weeks with AI. */
export function sentenceOf(trend: TrendValue, meta: ReportMeta, lang: TrendLang): Sentence {
  const { t, periods } = lang;
  const { baseline } = trend;
  const period = periods.range(meta.period);
  const start = startOf(trend);
  if (start === null) {
    const reason = baseline.status === 'ok' ? 'too_few_chats' : baseline.reason;
    return { kind: 'none', strong: t('no_start'), rest: t(reason === 'other' ? 'start_other' : reason) };
  }
  const { change } = start;
  if (change === null) return { kind: 'none', strong: t('not_comparable'), rest: t('not_comparable_rest', { period }) };
  return {
    kind: KIND[change.verdict],
    strong: t(change.verdict === 'other' ? 'not_comparable' : change.verdict),
    rest: restOf(change, pointsBetween(trend, meta, start), period, lang),
  };
}

/**
 * What lies between the two numbers that a reader has before them, so that they come out when taken off each other. Null: "x of 100" is said only
 * where both sides rest on 100 chats; of the report's period the trend knows that for whole months.
 */
function pointsBetween({ months }: TrendValue, { period }: ReportMeta, { net }: Start): number | null {
  const now = months.points.find(({ from, to }) => from === period.from && to === period.to)?.net;
  if (now === undefined || now.of < SIZE_FROM.full || net.of < SIZE_FROM.full) return null;
  return wholeOf(now.count, now.of) - wholeOf(net.count, net.of);
}

function restOf({ verdict, low, high }: ChangeFromStart, points: number | null, period: string, { t }: TrendLang): string {
  if (verdict === 'probably_better' || verdict === 'probably_worse') return t('look_again', { period });
  if (verdict === 'unclear') return t('few_chats', { period });
  if (verdict === 'other') return t('start_other');
  const [near, far] = verdict === 'worse' ? [-high, -low] : [low, high];
  const much = points === null ? null : verdict === 'worse' ? -points : points;
  // Rounded outward, a small difference starts at 0, which would contradict "better". The range is one of whole weeks: the month may lie beside it.
  if (verdict === 'same' || much === null || near < 1 || much < near || much > far) return t('for_period', { period });
  return t(`${verdict}_by`, { period, points: much, low: near, high: far });
}

/** The starting point itself: which days, how much, and whether it is rough. */
export function startText(trend: TrendValue, lang: TrendLang): Said | null {
  const start = startOf(trend);
  if (start === null) return null;
  return said(({ number }) => startWords(start, number, lang));
}

function startWords(start: Start, number: (text: string, opens: Opens | null) => string, { t, numbers, periods }: TrendLang): string {
  const { count, of } = start.net;
  const days = periods.range(start);
  const net = wholeOf(count, of);
  const opened = { from: start.from, to: start.to };
  const solved = count === 0 ? null : ({ figure: 'stayed_solved', days: opened } as const);
  if (of < SIZE_FROM.full)
    return t('start_rough', { days, percent: number(numbers.percent(net), solved), of: number(numbers.count(of), { figure: 'judged', days: opened }) });
  return t(start.rough ? 'start_careful' : 'start_full', { days, net: number(String(net), solved) });
}

export interface Expectation {
  title: string;
  /** The 80 % range in words; null: there is none, and `help` says why. */
  range: string | null;
  help: string;
  /** The week or month it is about, and the range as a figure; null with the range. */
  drawn: (Drawn & { from: string; axis: string; period: string; short: string }) | null;
}

export function expectationOf(trend: TrendValue, by: By, today: string | null, lang: TrendLang): Expectation {
  const { forecast } = trend[by];
  if (!isShowable(forecast)) return { title: lang.t('no_forecast'), range: null, help: reasonText(trend, by, lang), drawn: null };
  // The range holds in `level` of all cases; people count in tens.
  const held = Math.round(10 * forecast.level);
  const { low, high } = wholeRange(forecast);
  return {
    title: whenText(forecast, by, today, lang),
    range: likelyText(forecast, lang),
    help: lang.t('odds', { held }),
    drawn: {
      ...expectedOf(forecast),
      from: forecast.from,
      axis: labelOf(forecast.from, by, lang),
      period: lang.periods.range(forecast),
      short: lang.numbers.percentRange(low, high),
    },
  };
}

function reasonText(trend: TrendValue, by: By, { t }: TrendLang): string {
  const { forecast } = trend[by];
  const weekly = by === 'weeks';
  const reason = forecast.status === 'ok' ? 'few_chats' : forecast.reason;
  switch (reason) {
    case 'few_periods':
      return forecast.periods_used === 0
        ? t(weekly ? 'few_weeks_none' : 'few_months_none')
        : t(weekly ? 'few_weeks' : 'few_months', { n: forecast.periods_used });
    case 'few_chats':
      return t(!weekly ? 'few_chats_months' : isShowable(trend.months.forecast) ? 'few_chats_see_months' : 'few_chats_weeks');
    case 'stale':
      return t(weekly ? 'stale_weeks' : 'stale_months');
    case 'too_wide':
      return t('too_wide');
    case 'other':
      return t('forecast_other');
  }
}

type Days = Pick<GradedForecast, 'from' | 'to'>;

/** "Next week" is the one after the newest data, never after the reader's clock. */
function whenText(days: Days, by: By, today: string | null, { t, periods }: TrendLang): string {
  const where = ageOf(days, by, today);
  if (where === 'next') return t(by === 'weeks' ? 'next_week' : 'next_month');
  if (where === 'this') return t(by === 'weeks' ? 'this_week' : 'this_month');
  return t('forecast_of', { period: periods.range(days) });
}

/** The local day on which the data end. Once for a view: it builds a formatter, which costs as much as twenty figures. */
export const todayOf = ({ as_of, organization }: ReportMeta): string | null => (as_of === null ? null : localDay(as_of, organization.time_zone));

/** Where a period lies, seen from the day on which the data end. */
function ageOf(days: Days, by: By, today: string | null): 'last' | 'this' | 'next' | 'other' {
  if (today === null) return 'other';
  const holds = ({ from, to }: Days): boolean => from <= today && today <= to;
  if (holds(days)) return 'this';
  const weekly = by === 'weeks';
  const before = weekly ? { from: addDays(days.from, -7), to: addDays(days.from, -1) } : monthOf(monthBefore(days.from));
  if (holds(before)) return 'next';
  const after = weekly ? { from: addDays(days.to, 1), to: addDays(days.to, 7) } : monthOf(addDays(days.to, 1).slice(0, 7));
  return holds(after) ? 'last' : 'other';
}

export interface Grade extends Said {
  hit: boolean;
  badge: string;
}

export function gradeOf(graded: GradedForecast, by: By, today: string | null, lang: TrendLang): Grade {
  const { t, numbers, periods } = lang;
  const { low, high } = wholeRange(graded);
  const range = numbers.percentRange(low, high);
  const isLast = ageOf(graded, by, today) === 'last';
  const saying = said(({ number }) => {
    const actual = actualText(graded, number, lang);
    return isLast ? t(by === 'weeks' ? 'last_week' : 'last_month', { range, actual }) : t('graded_of', { period: periods.range(graded), range, actual });
  });
  return { ...saying, hit: graded.inside, badge: t(graded.inside ? 'hit' : 'miss') };
}

/** What happened opens the chats that it counts; few are counted themselves, and so are those among which. */
function actualText({ actual, from, to }: GradedForecast, number: (text: string, opens: Opens | null) => string, { t, numbers }: TrendLang): string {
  const { count, of } = actual;
  if (of === 0) return t('actual_none');
  const days = { from, to };
  const solved = count === 0 ? null : ({ figure: 'stayed_solved', days } as const);
  if (!isPercentable(actual)) return t('actual_few', { count: number(String(count), solved), of: number(String(of), { figure: 'judged', days }) });
  return number(numbers.percent(wholeOf(count, of)), solved);
}
