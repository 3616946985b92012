import {
  addDays,
  type ChatFigure,
  type Days,
  type Forecast,
  type Rate,
  type ReportMeta,
  SIZE_FROM,
  type TrendPoint,
  type TrendSeries,
} from '@qontak/impact-contract';
import { type Opens, wholeRange } from '#kit';
import { wholeOf } from '#lang';
import type { TrendLang } from './trend.strings.ts';

// One place of the x axis: a week or month that was counted.

export type By = 'weeks' | 'months';

/** A figure with its range, in per cents for the drawing. */
export interface Drawn {
  value: number;
  low: number;
  high: number;
}

export interface Slot {
  /** Its first day, by which what is expected finds its place. */
  from: string;
  /** Below the axis. */
  label: string;
  title: string;
  /** Everything said of it, one fact a line. */
  lines: string[];
  /** Null: nothing counted, or too few chats for a percentage. */
  net: Drawn | null;
  /** Only on request, and never without `net`. */
  gross: number | null;
  provisional: boolean;
  /** Chats, but too few for a percentage. */
  few: boolean;
  /** The chats that its figure counts; null: there are none. */
  opens: Opens | null;
  /** Its row of the table. */
  row: Row;
}

/** The first cell names the row. */
export interface Row {
  cells: string[];
  /** What the cells open: counts do, in the days of the row. */
  figures: (ChatFigure | null)[];
  days: Days | null;
  /** Not counted, as what is expected. */
  aside: boolean;
}

export type ForecastValue = Extract<Forecast, { status: 'ok' }>;

export const isPercentable = (rate: Rate): boolean => rate.of >= SIZE_FROM.rough && rate.share !== null && rate.low !== null && rate.high !== null;

/** A forecast whose expected chats allow a percentage. */
export const isShowable = (forecast: Forecast): forecast is ForecastValue => forecast.status === 'ok' && forecast.expected_n >= SIZE_FROM.rough;

interface Saying {
  meta: ReportMeta;
  lang: TrendLang;
  by: By;
  gross: boolean;
}

export const slotsOf = ({ points }: TrendSeries, saying: Saying): Slot[] => points.map((point) => slotOf(point, saying));

function slotOf(point: TrendPoint, saying: Saying): Slot {
  const { lang, by, gross } = saying;
  const net = isPercentable(point.net) ? drawnOf(point.net) : null;
  const title = lang.periods.range(point);
  const provisional = point.status === 'provisional';
  const lines = [...netLines(point.net, lang), ...(gross && point.net.of > 0 ? grossLines(point, lang) : [])];
  if (provisional) lines.push(lang.t('provisional', { date: finalDay(point.to, saying) }));
  return {
    from: point.from,
    label: labelOf(point.from, by, lang),
    title,
    lines,
    net,
    gross: gross && net !== null ? (100 * point.gross.count) / point.gross.of : null,
    provisional,
    few: net === null && point.net.of > 0,
    opens: point.net.count === 0 ? null : { figure: 'stayed_solved', days: { from: point.from, to: point.to } },
    row: pointRow(title, point, saying),
  };
}

/** Below the axis. */
export const labelOf = (from: string, by: By, { periods }: TrendLang): string => (by === 'weeks' ? periods.shortDay(from) : periods.shortMonth(from));

const drawnOf = (rate: Rate): Drawn => ({ value: (100 * rate.count) / rate.of, low: 100 * rate.low!, high: 100 * rate.high! });
export const expectedOf = ({ point, low, high }: ForecastValue): Drawn => ({ value: 100 * point, low: 100 * low, high: 100 * high });

function finalDay(to: string, { meta, lang }: Saying): string {
  return lang.periods.dayOfMonth(addDays(to, 1 + Math.floor(meta.match_rule.window_hours / 24)));
}

/** What AI solved, at the size of words that the number of chats allows. */
export function netText({ count, of, size }: Rate, { t, numbers }: TrendLang): string {
  if (size === 'none') return t('none');
  if (size === 'counts' || size === 'x_of_n') return of === 1 ? t('few_one', { count }) : t('few', { count, of });
  const whole = wholeOf(count, of);
  return size === 'full' ? t('full', { net: whole }) : t('rough', { percent: numbers.percent(whole) });
}

function netLines(net: Rate, lang: TrendLang): string[] {
  const { t, numbers } = lang;
  if (net.of === 0) return [netText(net, lang)];
  if (!isPercentable(net)) return [netText(net, lang), t('too_few')];
  return [netText(net, lang), t('range', { range: rangeText(net, numbers) }), t('sample', { of: numbers.count(net.of) })];
}

/** The gap is the difference of the two rounded figures: what stands side by side has to add up. */
function grossLines({ net, gross }: TrendPoint, lang: TrendLang): string[] {
  const { t, numbers } = lang;
  const { size, of } = net;
  if (!isPercentable(net)) return [gapText({ net, gross }, lang), t('gross_few', { count: gross.count, of })];
  const whole = wholeOf(gross.count, of);
  return [gapText({ net, gross }, lang), size === 'full' ? t('gross_full', { gross: whole }) : t('gross_rough', { gross: numbers.percent(whole) })];
}

/** `number`: what is made of the number in it. */
export function gapText(
  { net, gross }: Pick<TrendPoint, 'net' | 'gross'>,
  { t, numbers }: TrendLang,
  number: (text: string) => string = (text) => text,
): string {
  const chats = gross.count - net.count;
  if (chats === 0) return t('gap_none');
  if (!isPercentable(net)) return t('gap', { gap: number(numbers.count(chats)) });
  const whole = wholeOf(gross.count, gross.of) - wholeOf(net.count, net.of);
  if (net.size === 'rough') return t('gap', { gap: number(numbers.percent(whole)) });
  return whole === 0 ? number(t('gap_below_one')) : t('gap', { gap: number(String(whole)) });
}

/** The range around the figure that is shown, also where that one was held at 99. */
function rangeText({ count, of, low, high }: Rate, numbers: TrendLang['numbers']): string {
  const whole = wholeOf(count, of);
  return numbers.percentRange(Math.min(whole, Math.round(100 * low!)), Math.max(whole, Math.round(100 * high!)));
}

/** "x of 100" from 100 expected chats on. */
export function likelyText(forecast: ForecastValue, { t, numbers }: TrendLang): string {
  const { low, high } = wholeRange(forecast);
  if (forecast.expected_n < SIZE_FROM.full) return t('likely_percent', { range: numbers.percentRange(low, high) });
  return low === high ? t('likely_point', { low }) : t('likely', { low, high });
}

function pointRow(title: string, { net, gross, status, from, to }: TrendPoint, { lang, gross: withGross }: Saying): Row {
  const { t, numbers } = lang;
  const percentable = isPercentable(net);
  const amount = ({ count, of }: Rate): string => (of === 0 ? NOTHING : percentable ? numbers.percent(wholeOf(count, of)) : numbers.count(count));
  const opens = (figure: ChatFigure, count: number): ChatFigure | null => (count === 0 ? null : figure);
  const back = gross.count - net.count;
  const gap = net.of === 0 ? NOTHING : percentable ? numbers.percent(wholeOf(gross.count, gross.of) - wholeOf(net.count, net.of)) : numbers.count(back);
  const cells: [text: string, figure: ChatFigure | null][] = [
    [title, null],
    [amount(net), opens('stayed_solved', net.count)],
    [percentable ? rangeText(net, numbers) : NOTHING, null],
    [numbers.count(net.of), net.of === 0 ? null : 'judged'],
    ...(withGross
      ? ([
          [gap, opens('came_back', back)],
          [amount(gross), opens('looked_solved', gross.count)],
        ] as typeof cells)
      : []),
    [t(status === 'final' ? 'status_final' : 'status_provisional'), null],
  ];
  return { cells: cells.map(([text]) => text), figures: cells.map(([, figure]) => figure), days: { from, to }, aside: false };
}

/** A cell without a value. */
export const NOTHING = '—';
