import { type ReportMeta, type Size, sizeOf, TURNS_EXACT_UP_TO, type TurnsValue } from '@qontak/impact-contract';
import { type Figure, type FigureLists, NO_LISTS, plain, said, type Said } from '#kit';
import type { TurnsLang } from './turns.strings.ts';

/** One place of the histogram: the chats that needed so many back-and-forths. */
export interface Bar {
  /** Whose chats it opens: 1 for the first. */
  place: number;
  /** `3`, or `>20`. */
  turns: string;
  /** As it is written. */
  number: string;
  /** 0..1 of the longest bar. */
  height: number;
  /** Within what half of the chats needed, within what nine of ten needed, or above; `any` while they are too few to say. */
  kind: 'half' | 'nine_of_ten' | 'rest' | 'any';
}

/** Everything the widget says. */
export interface TurnsView {
  figure: Figure | null;
  lists: FigureLists;
  /** Stands before the figure. */
  before: string | null;
  headline: Said;
  /** What most chats needed, or why nothing is called usual. */
  second: Said | null;
  rough: boolean;
  /** Empty without measured chats. */
  bars: Bar[];
  /** What the colours of the bars mean; empty where they mean nothing. */
  legend: { kind: Bar['kind']; text: string }[];
  /** The bars in words. */
  drawing: string;
  /** How many of the solved chats could be measured; null when there are none. */
  coverage: Said | null;
}

/** Turns the histogram into what the card says, at the size of words that the number of chats allows. */
export function turnsView(turns: TurnsValue, meta: ReportMeta, lang: TurnsLang): TurnsView {
  const { t } = lang;
  const { median, nine_of_ten, measured, of } = turns;
  const size = sizeOf(measured);
  const speaks = size === 'rough' || size === 'full';
  const bars = median === null || nine_of_ten === null ? [] : barsOf(turns, { median, nine_of_ten, speaks }, lang);
  return {
    figure: speaks && median !== null ? { value: turnsText(median, lang), of: t(median === 1 ? 'unit_one' : 'unit') } : null,
    lists: speaks ? { value: 'turns_known', of: null } : NO_LISTS,
    before: speaks && median !== null ? t(isMore(median) ? 'before_more' : 'before') : null,
    ...wordsOf(turns, meta, lang, size),
    rough: size === 'rough',
    bars,
    legend: median === null || nine_of_ten === null ? [] : legendOf(bars, { median, nine_of_ten }, lang),
    drawing: bars.length > TURNS_EXACT_UP_TO ? t('drawing_more', { n: TURNS_EXACT_UP_TO }) : t('drawing_up_to', { n: bars.length }),
    coverage: of === 0 ? null : coverageOf(turns, lang),
  };
}

function coverageOf({ measured, of }: TurnsValue, { t, numbers }: TurnsLang): Said {
  return said(({ number }) =>
    t('coverage', {
      measured: number(numbers.count(measured), measured === 0 ? null : KNOWN),
      of: number(numbers.count(of), { figure: 'stayed_solved' }),
    }),
  );
}

const KNOWN = { figure: 'turns_known' } as const;

const isMore = (turns: number): boolean => turns > TURNS_EXACT_UP_TO;

const turnsText = (turns: number, { t }: TurnsLang): string => (isMore(turns) ? t('more_than', { n: TURNS_EXACT_UP_TO }) : String(turns));

function timesText(turns: number, { t }: TurnsLang): string {
  if (isMore(turns)) return t('times_more', { n: TURNS_EXACT_UP_TO });
  return turns === 1 ? t('times_one') : t('times', { n: turns });
}

function wordsOf(turns: TurnsValue, { period }: ReportMeta, lang: TurnsLang, size: Size): Pick<TurnsView, 'headline' | 'second'> {
  const { t, numbers, periods } = lang;
  const { median, nine_of_ten, measured, of } = turns;
  if (of === 0) {
    const values = { period: periods.range(period) };
    if (period.status === 'final') return { headline: plain(t('none_past', values)), second: null };
    return { headline: plain(t('none', values)), second: plain(t('none_help')) };
  }
  if (median === null || nine_of_ten === null) return { headline: plain(t('not_measured')), second: null };
  const times = timesText(median, lang);
  if (size === 'rough' || size === 'full') {
    return {
      headline: plain(t(isMore(median) ? 'usual_more' : 'usual', { times })),
      second: isMore(median)
        ? null
        : said(({ number }) => t(isMore(nine_of_ten) ? 'most_more' : 'most', { times: number(timesText(nine_of_ten, lang), KNOWN) })),
    };
  }
  const only = size === 'counts' ? t('only', { of: numbers.count(measured) }) : null;
  const headline = said(({ from, to }) => {
    const counts = { count: from(String(countWithin(turns, median)), KNOWN), of: to(String(measured)), times };
    const counted = t(isMore(median) ? 'x_of_n_more' : 'x_of_n', counts);
    return only === null ? counted : `${only} ${counted}.`;
  });
  return { headline, second: only === null ? null : plain(t('too_few')) };
}

/** Of few chats the real count: how many needed at most so many, or more than all that are counted one by one. */
function countWithin({ histogram }: TurnsValue, turns: number): number {
  return (isMore(turns) ? histogram.slice(TURNS_EXACT_UP_TO) : histogram.slice(0, turns)).reduce((sum, n) => sum + n, 0);
}

/** How many places are drawn at least: where hardly any chat is long, bars would crowd at one end of an empty axis. */
const FEWEST = 10;

/** Up to the last chats in steps of five, so that the axis stays the same from month to month, or all with the one for the longest. */
function placesOf(histogram: readonly number[]): number {
  const last = histogram.findLastIndex((chats) => chats > 0) + 1;
  const steps = Math.max(FEWEST, Math.ceil(last / 5) * 5);
  return steps < TURNS_EXACT_UP_TO ? steps : histogram.length;
}

function barsOf({ histogram }: TurnsValue, { median, nine_of_ten, speaks }: { median: number; nine_of_ten: number; speaks: boolean }, lang: TurnsLang): Bar[] {
  const longest = Math.max(...histogram);
  return histogram.slice(0, placesOf(histogram)).map((chats, i) => ({
    place: i + 1,
    turns: turnsText(i + 1, lang),
    number: lang.numbers.count(chats),
    height: longest === 0 ? 0 : chats / longest,
    kind: !speaks ? 'any' : i < median ? 'half' : i < nine_of_ten ? 'nine_of_ten' : 'rest',
  }));
}

function legendOf(bars: readonly Bar[], { median, nine_of_ten }: { median: number; nine_of_ten: number }, { t }: TurnsLang): TurnsView['legend'] {
  const drawn = new Set(bars.filter(({ height }) => height > 0).map(({ kind }) => kind));
  // One colour alone needs no explanation.
  if (drawn.size < 2) return [];
  const texts = {
    half: t(median === nine_of_ten ? 'nine_of_ten' : 'half', { n: median }),
    nine_of_ten: isMore(nine_of_ten) ? t('above', { n: median }) : t('nine_of_ten', { n: nine_of_ten }),
    rest: t('above', { n: nine_of_ten }),
  };
  return (['half', 'nine_of_ten', 'rest'] as const).filter((kind) => drawn.has(kind)).map((kind) => ({ kind, text: texts[kind] }));
}
