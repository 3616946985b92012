import { type ChatFigure, type ReportMeta, type SentimentValue, sizeOf } from '@qontak/impact-contract';
import { said, type Said } from '#kit';
import { apportion } from '#lang';
import type { SentimentLang } from './sentiment.strings.ts';

const MOODS = ['better', 'same', 'worse'] as const;
type Mood = (typeof MOODS)[number];

/** One kind of ending. */
export interface Part {
  mood: Mood;
  name: string;
  /** Of 100, or a percentage; null where only real counts are honest. */
  value: string | null;
  chats: string;
  /** 0..1 of the bar. */
  width: number;
  /** Null without chats to show. */
  figure: ChatFigure | null;
}

/** Everything the widget says. */
export interface SentimentView {
  headline: string;
  /** Why there is no percentage, or what will be here. */
  help: string | null;
  rough: boolean;
  /** Empty without measured chats. */
  parts: Part[];
  /** What the values are: of 100, or per cents; null without values. */
  unit: string | null;
  /** The bar in words. */
  drawing: string;
  /** How it is read, and on how many chats that was possible; null when there are none. */
  coverage: Said | null;
}

/** Turns the three counts into what the card says, at the size of words that the number of chats allows. */
export function sentimentView(sentiment: SentimentValue, meta: ReportMeta, lang: SentimentLang): SentimentView {
  const { t, numbers, periods } = lang;
  const { measured, eligible } = sentiment;
  const coverage = eligible === 0 ? null : coverageOf(sentiment, lang);
  const size = sizeOf(measured);
  if (size === 'none') {
    const headline = t(meta.period.status === 'final' ? 'none_past' : 'none', { period: periods.range(meta.period) });
    return {
      headline,
      help: meta.period.status === 'final' ? null : t(eligible === 0 ? 'none_help' : 'unread_help'),
      rough: false,
      parts: [],
      unit: null,
      drawing: '',
      coverage,
    };
  }
  const parts = partsOf(sentiment, lang);
  const said = Object.fromEntries(parts.map(({ mood, value }) => [mood, value ?? numbers.count(sentiment[mood].count)])) as Record<Mood, string>;
  const values = { ...said, of: numbers.count(measured) };
  return {
    headline: t(measured === 1 ? 'counts_one' : size, values),
    help: size === 'counts' ? t('too_few') : null,
    rough: size === 'rough',
    parts,
    unit: size === 'full' ? t('of_hundred') : size === 'rough' ? t('share') : null,
    drawing: t('drawing', said),
    coverage,
  };
}

function coverageOf({ measured, eligible }: SentimentValue, { t, numbers }: SentimentLang): Said {
  return said(({ number }) => {
    const known = number(numbers.count(measured), measured === 0 ? null : { figure: 'sentiment_known' });
    return `${t('how')} ${t('coverage', { measured: known, eligible: number(numbers.count(eligible), { figure: 'sentiment_eligible' }) })}`;
  });
}

const FIGURES = { better: 'sentiment_better', same: 'sentiment_same', worse: 'sentiment_worse' } as const satisfies Record<Mood, ChatFigure>;

function partsOf(sentiment: SentimentValue, lang: SentimentLang): Part[] {
  const { t, numbers } = lang;
  const { measured } = sentiment;
  // Rounded together, so that the three add up to 100 on the screen.
  const wholes = apportion(
    100,
    MOODS.map((mood) => sentiment[mood].count),
  );
  return MOODS.map((mood, i) => {
    const { count } = sentiment[mood];
    return {
      mood,
      name: t(mood),
      value: valueOf(wholes[i]!, count, measured, lang),
      chats: count === 1 ? t('chats_one') : t('chats', { n: numbers.count(count) }),
      width: count / measured,
      figure: count === 0 ? null : FIGURES[mood],
    };
  });
}

/** Something is never 0, and all but one is never 100. */
function valueOf(whole: number, count: number, of: number, { t, numbers }: SentimentLang): string | null {
  const size = sizeOf(of);
  if (size !== 'full' && size !== 'rough') return null;
  const say = (n: number): string => (size === 'full' ? String(n) : numbers.percent(n));
  if (whole === 0 && count > 0) return t('less_than', { n: say(1) });
  return whole === 100 && count < of ? t('more_than', { n: say(99) }) : say(whole);
}
