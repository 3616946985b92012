import { type Difference, previousPeriod, type Rate, type ReopenRateValue, type ReportMeta, SIZE_FROM } from '@qontak/impact-contract';
import { type Fact, type Figure, type FigureLists, NO_LISTS, plain, said, type Said, windowText } from '#kit';
import { isMonth, localDay, wholeOf } from '#lang';
import type { ReopenRateLang } from './reopen-rate.strings.ts';

/** Those who came back and those who did not, as parts of one bar. */
export interface Bar {
  /** 0..1. */
  share: number;
  came_back: string;
  stayed: string;
  /** The bar in words. */
  label: string;
}

/** Everything the widget says. */
export interface ReopenRateView {
  figure: Figure | null;
  lists: FigureLists;
  headline: Said;
  /** What goes with few chats, or with none. */
  second: string | null;
  rough: boolean;
  bar: Bar | null;
  facts: Fact[];
  /** Opens the chats behind the figure; null: there are none. */
  see: string | null;
  /** Opens those that an admin marked; null: there are none. */
  corrected: string | null;
  how: string;
}

/** Turns the rate into what the card says, at the size of words that the number of chats allows. */
export function reopenRateView(value: ReopenRateValue, meta: ReportMeta, lang: ReopenRateLang): ReopenRateView {
  const { t, numbers } = lang;
  const { rate, corrected, vs_previous } = value;
  const { count } = rate;
  return {
    figure: figureOf(rate, lang),
    lists: listsOf(rate),
    headline: said(({ number }) => headlineOf(rate, meta, lang, (of) => number(of, { figure: 'looked_solved' }))),
    second: secondOf(rate, meta, lang),
    rough: rate.size === 'rough',
    bar: rate.size === 'none' ? null : barOf(rate, lang),
    facts: [rangeFact(rate, meta, lang), comparison(rate, vs_previous, meta, lang)].filter((fact) => fact !== null),
    see: count === 0 ? null : count === 1 ? t('see_one') : t('see', { n: numbers.count(count) }),
    corrected: corrected === 0 ? null : t('corrected', { n: numbers.count(corrected) }),
    how: t(meta.match_rule.across_channels ? 'how' : 'how_one_channel', { window: windowText(meta, lang) }),
  };
}

const isBelowOne = ({ count, of }: Rate): boolean => count > 0 && wholeOf(count, of) === 0;

function figureOf(rate: Rate, { t, numbers }: ReopenRateLang): ReopenRateView['figure'] {
  const { size, count, of } = rate;
  switch (size) {
    case 'none':
    case 'counts':
      return null;
    case 'x_of_n':
      return { value: numbers.count(count), of: t('of_all', { of }) };
    case 'rough':
      return { value: numbers.percent(wholeOf(count, of)), of: t('roughly', { of }) };
    case 'full':
      return { value: isBelowOne(rate) ? t('less_than_one') : String(wholeOf(count, of)), of: t('of_hundred') };
  }
}

/** The figure opens the chats that it counts; where it says of how many, those too. */
function listsOf({ size, count, of }: Rate): FigureLists {
  if (of === 0) return NO_LISTS;
  return { value: count === 0 ? null : 'came_back', of: size === 'full' ? null : 'looked_solved' };
}

/** `all`: what is made of the number of chats that looked solved. */
function headlineOf(rate: Rate, { period }: ReportMeta, { t, numbers, periods }: ReopenRateLang, all: (of: string) => string): string {
  const { size, count, of } = rate;
  if (size === 'none') return t(period.status === 'final' ? 'none_past' : 'none', { period: periods.range(period) });
  if (size === 'counts') return headlineOfFew(count, of, t, all);
  if (count === 0) return t('nobody', { of: all(numbers.count(of)) });
  if (size === 'x_of_n') return t('x_of_n', { count, of: all(String(of)) });
  if (size === 'rough') return t('rough', { percent: numbers.percent(wholeOf(count, of)) });
  return isBelowOne(rate) ? t('below_one') : t('full', { n: wholeOf(count, of) });
}

function secondOf({ size }: Rate, { period }: ReportMeta, { t }: ReopenRateLang): string | null {
  if (size === 'counts') return t('too_few');
  return size === 'none' && period.status !== 'final' ? t('none_help') : null;
}

function headlineOfFew(count: number, of: number, t: ReopenRateLang['t'], all: (of: string) => string): string {
  if (of === 1) return t(count === 1 ? 'counts_one' : 'counts_one_nobody');
  return count === 0 ? t('counts_nobody', { of: all(String(of)) }) : t('counts', { count, of: all(String(of)) });
}

function barOf({ count, of }: Rate, { t, numbers }: ReopenRateLang): Bar {
  const chats = (n: number): string => (n === 1 ? t('chats_one') : t('chats', { n: numbers.count(n) }));
  const stayed = of - count;
  const label = t('drawing', { came_back: numbers.count(count), stayed: numbers.count(stayed) });
  return { share: count / of, came_back: chats(count), stayed: chats(stayed), label };
}

function rangeFact({ size, count, of, low, high }: Rate, { period }: ReportMeta, { t, numbers }: ReopenRateLang): Fact | null {
  if (low === null || high === null || (size !== 'full' && size !== 'rough')) return null;
  const whole = wholeOf(count, of);
  // The range is around the figure that is shown, also where that one was held at 99.
  const [from, to] = [Math.min(whole, Math.round(low * 100)), Math.max(whole, Math.round(high * 100))];
  const say = (value: number): string => (size === 'full' ? String(value) : numbers.percent(value));
  const next = t(isMonth(period) ? 'next_month' : 'next_period');
  const all = { figure: 'looked_solved' } as const;
  const saying = said((marks) =>
    from === to
      ? t('range_point', { next, low: marks.number(say(from), all) })
      : t('range', { next, low: marks.from(say(from), all), high: marks.to(say(to)) }),
  );
  return { kind: 'plain', ...saying };
}

const KIND = { better: 'better', same: 'plain', worse: 'worse' } as const;

function comparison({ of }: Rate, difference: Difference | null, meta: ReportMeta, lang: ReopenRateLang): Fact | null {
  if (difference === null || of < SIZE_FROM.rough || difference.earlier.of < SIZE_FROM.rough) return null;
  const { verdict, earlier } = difference;
  const name = earlierName(meta, lang);
  if (verdict === 'same' || verdict === 'other') return { kind: 'plain', ...plain(lang.t(verdict, { earlier: name })) };
  const whole = wholeOf(earlier.share * earlier.of, earlier.of);
  const ofHundred = of >= SIZE_FROM.full && earlier.of >= SIZE_FROM.full;
  const amount = ofHundred ? lang.t('amount_of_hundred', { n: whole }) : lang.numbers.percent(whole);
  const opens = earlier.share === 0 ? null : ({ figure: 'came_back', days: previousPeriod(meta.period) } as const);
  return { kind: KIND[verdict], ...said(({ number }) => lang.t(verdict, { earlier: name, amount: number(amount, opens) })) };
}

/** "last month" only while the month runs; of an older month that would point at the wrong one. */
function earlierName({ period, as_of, organization }: ReportMeta, { t, periods }: ReopenRateLang): string {
  const isRunning = as_of !== null && localDay(as_of, organization.time_zone) <= period.to;
  return isMonth(period) && isRunning ? t('last_month') : periods.range(previousPeriod(period));
}
