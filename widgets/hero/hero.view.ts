import type { ChatFigure, HeroValue, ReportMeta } from '@qontak/impact-contract';
import { type Fact, type Figure, type FigureLists, NO_LISTS, plain, revisedText, said, type Said } from '#kit';
import { isMonth } from '#lang';
import type { HeroLang } from './hero.strings.ts';
import { chatsOf, hundredOf, type Parts } from './parts.ts';
import { comparison, dataEnd, type Note, notesOf, rangeFact, shareOfAll, startComparison, windowText } from './sayings.ts';

/** One kind of chat: as much of the bar, named and counted beside it. */
interface LegendEntry {
  kind: keyof Parts;
  /** Of 100, or a percentage; null where only real counts are honest. */
  value: string | null;
  name: string;
  chats: string;
  /** What the number opens; null: there are no chats. */
  figure: ChatFigure | null;
}

export interface Bar {
  /** Squares of each kind: of 100, or one for each chat. */
  squares: Parts;
  /** Of the table of their figures, and its heads. */
  caption: string;
  columns: { name: string; value: string | null; chats: string };
  legend: LegendEntry[];
  /** What one square stands for. */
  unit: string;
  /** The bar in words. */
  label: string;
}

/** Everything the hero says. */
export interface HeroView {
  rough: boolean;
  figure: Figure | null;
  lists: FigureLists;
  headline: { strong: string; rest: string };
  help: string | null;
  /** What only looked solved; null without chats. It always stands with the headline. */
  gap: Said | null;
  bar: Bar | null;
  facts: Fact[];
  /** What was said of the period when it became final, if that was something else. */
  revised: string | null;
  notes: Note[];
  freshness: string | null;
  how: { title: string; text: string };
}

/** Turns the hero's figures into what the card says, at the size of words that the number of chats allows. */
export function heroView(hero: HeroValue, meta: ReportMeta, lang: HeroLang): HeroView {
  const { t, periods } = lang;
  const { as_of, organization } = meta;
  const facts = [shareOfAll(hero, meta, lang), rangeFact(hero, meta, lang), comparison(hero, meta, lang), startComparison(hero, lang)];
  const none = hero.net.size === 'none';
  return {
    rough: hero.net.size === 'rough',
    figure: figureOf(hero, lang),
    lists: listsOf(hero),
    headline: headlineOf(hero, meta, lang),
    help: helpOf(hero, meta, lang),
    gap: none ? null : gapOf(hero, lang),
    bar: none ? null : barOf(hero, lang),
    facts: none ? [] : facts.filter((fact) => fact !== null),
    revised: revisedText(hero.net, meta, lang),
    notes: notesOf(hero, meta, lang),
    freshness: as_of === null ? null : t('as_of', { moment: periods.moment(as_of, organization.time_zone) }),
    how: { title: t('how'), text: t('how_text', { window: windowText(meta, lang) }) },
  };
}

function figureOf(hero: HeroValue, { t, numbers }: HeroLang): Figure | null {
  const { size, count, of } = hero.net;
  switch (size) {
    case 'none':
      return null;
    case 'counts':
    case 'x_of_n':
      return { value: numbers.count(count), of: of === 1 ? t('of_all_one') : t('of_all', { of }) };
    case 'rough':
      return { value: numbers.percent(hundredOf(hero).solved), of: t('roughly', { of }) };
    case 'full':
      return { value: isBelowOne(hero) ? '<1' : String(hundredOf(hero).solved), of: t('of_hundred') };
  }
}

/** The figure opens the chats that it counts; where it says of how many, those too. */
function listsOf({ net: { size, count, of } }: HeroValue): FigureLists {
  if (of === 0) return NO_LISTS;
  return { value: count === 0 ? null : 'stayed_solved', of: size === 'full' ? null : 'judged' };
}

/** A few of very many: not 0, and not 1 of 100 either. */
const isBelowOne = (hero: HeroValue): boolean => hero.net.count > 0 && hundredOf(hero).solved === 0;

function headlineOf(hero: HeroValue, meta: ReportMeta, lang: HeroLang): HeroView['headline'] {
  const { t, numbers } = lang;
  const { size, count, of } = hero.net;
  const rest = t('stayed_away', { window: windowText(meta, lang) });
  switch (size) {
    case 'none':
      return { strong: noneText(hero, meta, lang), rest: '' };
    case 'counts':
      return { strong: of === 1 ? t('counts_one', { count }) : t('counts', { count, of }), rest: t('too_few') };
    case 'x_of_n':
      return { strong: t('x_of_n', { count, of }), rest };
    case 'rough':
      return { strong: t('rough', { percent: numbers.percent(hundredOf(hero).solved) }), rest };
    case 'full':
      return { strong: isBelowOne(hero) ? t('full_below_one') : t('full', { net: hundredOf(hero).solved }), rest };
  }
}

/** Without a judged chat: that AI answered none is said only when it is so, and not of chats that still wait or cannot be checked. */
function noneText({ outcomes }: HeroValue, meta: ReportMeta, lang: HeroLang): string {
  const { t, periods, numbers } = lang;
  const window = windowText(meta, lang);
  if (outcomes.checking === 1) return t('waiting_one', { window });
  if (outcomes.checking > 0) return t('waiting', { n: numbers.count(outcomes.checking), window });
  if (outcomes.uncheckable > 0) return t('none_checkable', { period: periods.range(meta.period) });
  const end = dataEnd(meta);
  if (end === 'after') return t('none_past', { period: periods.range(meta.period) });
  return t('none', { period: end === 'within' && isMonth(meta.period) ? t('this_month') : periods.range(meta.period) });
}

/** When there will be a figure; null: there is one, or of these days there will be none. */
function helpOf({ net, outcomes }: HeroValue, meta: ReportMeta, lang: HeroLang): string | null {
  if (net.size !== 'none') return null;
  if (outcomes.checking > 0) return lang.t('waiting_help', { window: windowText(meta, lang) });
  return dataEnd(meta) === 'after' || outcomes.uncheckable > 0 ? null : lang.t('none_help');
}

function gapOf(hero: HeroValue, { t, numbers }: HeroLang): Said {
  const { size } = hero.net;
  const { count } = hero.gap;
  if (count === 0) return plain(t('gap_none'));
  const { came_back } = hundredOf(hero);
  return said(({ number }) => {
    const gap = (text: string): string => t('gap', { gap: number(text, RETURNED) });
    if (size === 'counts' || size === 'x_of_n') return gap(numbers.count(count));
    if (size === 'rough') return gap(numbers.percent(came_back));
    return came_back === 0 ? number(t('gap_below_one'), RETURNED) : gap(String(came_back));
  });
}

const RETURNED = { figure: 'came_back' } as const;

const FIGURES = { solved: 'stayed_solved', came_back: 'came_back', rest: 'not_solved' } as const satisfies Record<keyof Parts, ChatFigure>;

function barOf(hero: HeroValue, { t, numbers }: HeroLang): Bar {
  const { size } = hero.net;
  const chats = chatsOf(hero);
  const hundred = hundredOf(hero);
  const value = (kind: keyof Parts): string | null => (size === 'full' ? String(hundred[kind]) : size === 'rough' ? numbers.percent(hundred[kind]) : null);
  const squares = size === 'full' ? hundred : chats;
  const kinds: (keyof Parts)[] = ['solved', 'came_back', 'rest'];
  return {
    squares,
    caption: t('title'),
    columns: { name: t('outcome'), value: size === 'full' ? t('of_hundred') : size === 'rough' ? t('share') : null, chats: t('chats_column') },
    legend: kinds.map((kind) => ({
      kind,
      value: value(kind),
      name: t(kind),
      chats: chats[kind] === 1 ? t('chats_one') : t('chats', { n: numbers.count(chats[kind]) }),
      figure: chats[kind] === 0 ? null : FIGURES[kind],
    })),
    unit: t(size === 'full' ? 'part_of_hundred' : 'part_is_chat'),
    label: t('parts', { ...squares }),
  };
}
