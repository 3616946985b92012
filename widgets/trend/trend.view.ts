import { type Place, said, type Said, sinceAi } from '#kit';
import type { ReportMeta, TrendSeries, TrendValue } from '@qontak/impact-contract';
import { wholeOf } from '#lang';
import { type Expectation, expectationOf, type Grade, gradeOf, type Sentence, sentenceOf, startOf, startText, todayOf } from './sayings.ts';
import { type By, type Drawn, gapText, isPercentable, netText, NOTHING, type Row, type Slot, slotsOf } from './slots.ts';
import type { TrendLang } from './trend.strings.ts';

/** What a line or sign of the chart means, in the order in which they are met. */
const SIGNS = ['net', 'range', 'gross', 'provisional', 'forecast', 'start', 'few'] as const;
type Sign = (typeof SIGNS)[number];

/** Everything that the drawing needs. */
export interface Plot {
  slots: Slot[];
  /** What is expected, with its label, `at` the place of its own week or month: it is no point of the line. */
  expected: (Drawn & { at: number; label: string }) | null;
  /** Below the axis. */
  labels: string[];
  /** The starting point, in per cents, with its label. */
  start: { value: number; percent: string; label: string } | null;
  /** What a reader can walk to. */
  places: Place[];
  percent: (whole: number) => string;
}

/** The same figures in rows. */
interface Table {
  caption: string;
  columns: string[];
  rows: Row[];
}

/** Everything the trend says. */
export interface TrendView {
  by: By;
  choices: { value: By; label: string }[];
  about: string;
  sentence: Sentence;
  start: Said | null;
  /** Null: no week or month has enough chats for a percentage. */
  plot: Plot | null;
  /** Instead of the drawing. */
  nothing: string | null;
  legend: { sign: Sign; label: string }[];
  /** Stands with the gross line: what it hides. */
  gap: Said | null;
  forecast: Expectation;
  grades: Grade[];
  track: string | null;
  /** What will stand where the grades would. */
  promise: string | null;
  table: Table | null;
  label: string;
  freshness: string | null;
}

export interface Choice {
  by: By;
  gross: boolean;
}

/** What to begin with: weeks, unless most of them are too small for a percentage and months would not be. */
export function firstChoice({ weeks, months }: TrendValue): By {
  const drawable = ({ points }: TrendSeries): number => points.filter(({ net }) => isPercentable(net)).length;
  return drawable(weeks) * 2 < sinceAi(weeks.points).length && drawable(months) > 0 ? 'months' : 'weeks';
}

/** Turns the trend's figures into what the card says and draws, at the size of words that the number of chats allows. */
export function trendView(trend: TrendValue, meta: ReportMeta, lang: TrendLang, { by, gross }: Choice): TrendView {
  const { t, periods } = lang;
  const series = { ...trend[by], points: sinceAi(trend[by].points) };
  const today = todayOf(meta);
  const slots = slotsOf(series, { meta, lang, by, gross });
  const forecast = expectationOf(trend, by, today, lang);
  const plot = plotOf(trend, slots, forecast, lang);
  const sentence = sentenceOf(trend, meta, lang);
  const about = aboutText(series, by, lang);
  const grades = series.graded.map((graded) => gradeOf(graded, by, today, lang));
  const { issued, inside } = series.track;
  return {
    by,
    choices: (['weeks', 'months'] as const).map((value) => ({ value, label: t(value) })),
    about,
    sentence,
    start: startText(trend, lang),
    plot,
    nothing: plot === null ? t(series.points.length === 0 ? 'nothing_yet' : by === 'weeks' ? 'nothing_weeks' : 'nothing_months') : null,
    legend: plot === null ? [] : legendOf(plot, lang),
    gap: gross ? newestGap(series, lang) : null,
    forecast,
    grades,
    track: issued === 0 ? null : t('track', { inside, issued }),
    promise: issued === 0 && forecast.range !== null ? t('to_be_graded') : null,
    table: slots.length === 0 ? null : tableOf(slots, forecast, { by, gross, about }, lang),
    label: t('label', { about, sentence: sentence.strong + sentence.rest }),
    freshness: meta.as_of === null ? null : t('as_of', { moment: periods.moment(meta.as_of, meta.organization.time_zone) }),
  };
}

function aboutText({ points }: TrendSeries, by: By, { t, periods }: TrendLang): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return t(by);
  const months = first === last ? periods.month(first.from) : `${periods.month(first.from)} – ${periods.month(last.from)}`;
  return t('about', { by: t(by), days: by === 'months' ? months : periods.range({ from: first.from, to: last.to }) });
}

function plotOf(trend: TrendValue, slots: Slot[], forecast: Expectation, lang: TrendLang): Plot | null {
  if (!slots.some(({ net }) => net !== null)) return null;
  const { drawn } = forecast;
  const own = drawn === null ? -1 : slots.findIndex(({ from }) => from === drawn.from);
  const at = own === -1 ? slots.length : own;
  const labels = slots.map(({ label }) => label);
  if (drawn !== null && own === -1) labels.push(drawn.axis);
  return {
    slots,
    expected: drawn === null ? null : { ...drawn, at, label: lang.t('forecast_label', { range: drawn.short }) },
    labels,
    start: startMark(trend, lang),
    places: placesOf(slots, drawn === null ? null : { ...drawn, at }, forecast, lang),
    percent: (whole) => lang.numbers.percent(whole),
  };
}

/** What a reader can walk to. A week that has begun and is expected to end otherwise is one place. */
function placesOf(slots: Slot[], drawn: (NonNullable<Expectation['drawn']> & { at: number }) | null, forecast: Expectation, lang: TrendLang): Place[] {
  const places = slots.map(({ title, lines, net, opens }, at): Place => ({ at, title, lines, value: net?.value ?? null, opens }));
  if (drawn === null) return places;
  const own = places[drawn.at];
  if (own === undefined) return [...places, expectedPlace(drawn.at, drawn, forecast, lang)];
  const expected = lang.t('expected_beside', { range: forecast.range ?? '' });
  return places.with(drawn.at, { ...own, lines: [...own.lines, expected], value: own.value ?? drawn.value });
}

function expectedPlace(at: number, drawn: NonNullable<Expectation['drawn']>, { title, range }: Expectation, { t }: TrendLang): Place {
  // The title may be the period already.
  const lines = [range ?? '', t('expected')];
  return { at, title, lines: title.includes(drawn.period) ? lines : [drawn.period, ...lines], value: drawn.value, opens: null };
}

function startMark(trend: TrendValue, { t, numbers }: Pick<TrendLang, 't' | 'numbers'>): Plot['start'] {
  const start = startOf(trend);
  if (start === null) return null;
  const { count, of } = start.net;
  const percent = numbers.percent(wholeOf(count, of));
  return { value: (100 * count) / of, percent, label: t('start_label', { percent }) };
}

/** Only signs that are on the drawing. */
function legendOf({ slots, start, expected }: Plot, { t }: TrendLang): TrendView['legend'] {
  const has: Record<Sign, boolean> = {
    net: true,
    range: true,
    gross: slots.some(({ gross }) => gross !== null),
    provisional: slots.some(({ provisional, net }) => provisional && net !== null),
    forecast: expected !== null,
    start: start !== null,
    few: slots.some(({ few }) => few),
  };
  const label = (sign: Sign): string => (sign === 'start' ? t('legend_start', { percent: start?.percent ?? '' }) : t(`legend_${sign}`));
  return SIGNS.filter((sign) => has[sign]).map((sign) => ({ sign, label: label(sign) }));
}

/** The gap of the newest final week or month, best one of which a percentage can be said: the gross line never stands without it. */
function newestGap({ points }: TrendSeries, lang: TrendLang): Said | null {
  const final = points.filter(({ net, status }) => status === 'final' && net.of > 0);
  const newest = final.findLast(({ net }) => isPercentable(net)) ?? final.at(-1) ?? points.findLast(({ net }) => net.of > 0);
  if (newest === undefined) return null;
  const { from, to, net } = newest;
  const opens = { figure: 'came_back', days: { from, to } } as const;
  return said(({ number }) => `${lang.periods.range(newest)}: ${netText(net, lang)}. ${gapText(newest, lang, (gap) => number(gap, opens))}.`);
}

/** Newest first, as a reader looks for it; the drawing goes the other way. */
function tableOf(slots: Slot[], { drawn }: Expectation, { by, gross, about }: Choice & { about: string }, { t }: TrendLang): Table {
  const only = gross ? [t('column_gap'), t('column_gross')] : [];
  const columns = [t(by === 'weeks' ? 'column_weeks' : 'column_months'), t('column_net'), t('column_range'), t('column_of'), ...only, t('column_status')];
  const rows = slots.toReversed().map(({ row }) => row);
  if (drawn !== null) {
    const cells = [drawn.period, NOTHING, drawn.short, NOTHING, ...only.map(() => NOTHING), t('status_forecast')];
    rows.unshift({ aside: true, cells, figures: cells.map(() => null), days: null });
  }
  // A column of dashes says nothing, and on a telephone it takes the room of one that does.
  const filled = (_: unknown, at: number): boolean => at !== RANGE_COLUMN || rows.some(({ cells }) => cells[at] !== NOTHING);
  return {
    caption: `${t('title')}. ${about}`,
    columns: columns.filter(filled),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter(filled), figures: row.figures.filter(filled) })),
  };
}

const RANGE_COLUMN = 2;
