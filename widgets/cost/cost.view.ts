import {
  type ChatFigure,
  type CostAssumption,
  costIn,
  costOfParts,
  type CostValue,
  type MoneyValue,
  type ReportMeta,
  STARTING_MINUTES,
} from '@qontak/impact-contract';
import { isMonth, moneyOf } from '#lang';
import { type Figure, lastDaySoFar, plain, said, type Said } from '#kit';
import type { CostLang } from './cost.strings.ts';
import { daysWithout, type Entered, enteredIn, timeOfPart, worthOfPart } from './parts.ts';
import { exactTimeText, minutesText, roundTime, roundTimeText } from './times.ts';

export type Unit = 'hours' | 'rupiah';

/** A line; `worse` says in words that it is one. */
export interface Line extends Said {
  kind: 'plain' | 'better' | 'worse';
}

/** What one unit says: the figure in large, and its sentences. */
export interface Saying {
  figure: Figure | null;
  headline: string;
  lines: Line[];
  /** How the figure comes about, after the number of chats; null without chats. */
  formula: string | null;
  /** The formula of each stretch of days with figures of its own; empty: the same figures held on all days. */
  parts: string[];
}

/** Everything the card says. */
export interface CostView {
  hours: Saying;
  /** Null: what an hour costs is not known for every day, so nothing is known in rupiah; `ask` says so. */
  rupiah: Saying | null;
  ask: string;
  /** The chats of the formula. */
  chats: string;
  /** What every number that rests on them opens; null: there are none. */
  opens: ChatFigure | null;
  /** That the minutes are nobody's, in short; null: they are somebody's. */
  assumed: string | null;
  source: Source;
}

/** Where the numbers come from. */
export interface Source {
  /** Nobody has entered any: a starting assumption. */
  assumption: string | null;
  entered: Entered[];
}

/** The same chats as if these figures held on all days of the report: what is being typed. Measured minutes stay measured. */
export function costWith(cost: CostValue, figures: CostAssumption, { period }: ReportMeta): CostValue {
  const [measured] = cost.parts;
  if (measured?.minutes_source !== 'measured') return costIn(cost.chats, figures, period);
  const { parts } = costIn(cost.chats, { ...figures, minutes_per_chat: measured.minutes_per_chat }, period);
  return costOfParts(parts.map((part) => ({ ...part, minutes_source: 'measured' })));
}

/** By figures that are stored and not yet in the report. Those that begin within its days wait for it: only the service knows the chats of each day. */
export const costAfter = (cost: CostValue, figures: CostAssumption, meta: ReportMeta): CostValue =>
  figures.effective_from === null || figures.effective_from <= meta.period.from ? costWith(cost, figures, meta) : cost;

export function costView(cost: CostValue, meta: ReportMeta, lang: CostLang): CostView {
  const { t, numbers } = lang;
  const asks = cost.parts.every(({ hourly_cost }) => hourly_cost === null);
  return {
    hours: hoursSaying(cost, meta, lang),
    rupiah: cost.money === null ? null : moneySaying(cost, cost.money, meta, lang),
    ask: asks ? t('ask') : t('ask_part', { days: daysWithout(cost.parts, 'hourly_cost', lang) }),
    chats: cost.chats === 1 ? t('solved_one') : t('solved', { n: numbers.count(cost.chats) }),
    opens: cost.chats === 0 ? null : 'stayed_solved',
    assumed: assumedText(cost, lang),
    source: sourceOf(cost, meta, lang),
  };
}

/** What a figure was reckoned from: it never stands without. */
const BASIS = { assumption: 'basis_assumed', admin: 'basis', measured: 'basis_measured' } as const;
const SAVED = { assumption: 'saved_assumed', admin: 'saved', measured: 'saved_measured' } as const;

/** `of the whole`: the same minutes on all days. */
function assumedText({ minutes_source, minutes_per_chat }: CostValue, lang: CostLang): string | null {
  if (minutes_source !== 'assumption') return null;
  const minutes = minutesText(minutes_per_chat ?? STARTING_MINUTES, lang);
  return lang.t(minutes_per_chat === null ? 'basis_part_assumed' : 'basis_assumed', { minutes });
}

function hoursSaying(cost: CostValue, meta: ReportMeta, lang: CostLang): Saying {
  const { t } = lang;
  if (cost.chats === 0) {
    const lines: Line[] = meta.period.status === 'final' ? [] : [{ kind: 'plain', ...plain(t('none_help')) }];
    return { figure: null, headline: noneText(meta, lang), lines, formula: null, parts: [] };
  }
  // Whether it is worth the money shows without asking for rupiah; how that comes about is told there.
  const lines: Line[] = cost.money === null ? [] : [{ kind: 'plain', ...plain(worthText(cost, cost.money, lang)) }, ...feeLines(cost, cost.money, meta, lang)];
  const time = roundTimeText(cost.hours, lang);
  const figure = (basis: string): Figure => {
    const { value, unit } = roundTime(cost.hours, lang);
    return { value, of: unit, basis };
  };
  if (cost.minutes_per_chat === null) {
    const basis = assumedText(cost, lang) ?? t('basis_several');
    const total = cost.parts.reduce((sum, { chats, minutes_per_chat }) => sum + chats * minutes_per_chat, 0);
    const formula = `${t('formula_time_several', { time: exactTimeText(total, lang) })} ${t('not_counted')}`;
    return {
      figure: figure(basis),
      headline: t('saved_several', { time, basis }),
      lines,
      formula,
      parts: cost.parts.map((part) => timeOfPart(part, lang)),
    };
  }
  const minutes = minutesText(cost.minutes_per_chat, lang);
  return {
    figure: figure(t(BASIS[cost.minutes_source], { minutes })),
    headline: t(SAVED[cost.minutes_source], { time, minutes }),
    lines,
    formula: `${t('formula_time', { minutes, time: exactTimeText(cost.chats * cost.minutes_per_chat, lang) })} ${t('not_counted')}`,
    parts: [],
  };
}

const noneText = ({ period }: ReportMeta, { t, periods }: CostLang): string =>
  t(period.status === 'final' ? 'none_past' : 'none', { period: periods.range(period) });

function moneySaying(cost: CostValue, money: MoneyValue, meta: ReportMeta, lang: CostLang): Saying {
  const { t } = lang;
  return {
    figure: { value: amountText(money, lang), of: '', basis: t(`basis_worth${assumedIn(cost)}`, { minutes: minutesOf(cost, lang) }) },
    headline: worthText(cost, money, lang),
    lines: [
      ...feeLines(cost, money, meta, lang),
      ...evenLines(cost, money, meta, lang),
      ...(cost.chats === 0 ? [{ kind: 'plain', ...plain(noneText(meta, lang)) } as const] : []),
    ],
    formula: moneyFormula(cost, money, lang),
    parts: cost.parts.length === 1 ? [] : cost.parts.map((part) => worthOfPart(part, lang)),
  };
}

const worthText = (cost: CostValue, money: MoneyValue, lang: CostLang): string =>
  lang.t(`worth${assumedIn(cost)}`, { amount: amountText(money, lang), minutes: minutesOf(cost, lang) });

const amountText = ({ value }: MoneyValue, { locale }: CostLang): string => moneyOf(locale).short(value);

const minutesOf = ({ minutes_per_chat }: CostValue, lang: CostLang): string => minutesText(minutes_per_chat ?? STARTING_MINUTES, lang);

/** Which part of the value rests on minutes that nobody entered. */
const assumedIn = ({ minutes_source, minutes_per_chat }: CostValue) =>
  minutes_source !== 'assumption' ? '' : minutes_per_chat === null ? '_part_assumed' : '_assumed';

function moneyFormula({ minutes_per_chat }: CostValue, { hourly_cost, value, ai_fee, net_value }: MoneyValue, lang: CostLang): string {
  const { t, locale } = lang;
  const full = (amount: number): string => moneyOf(locale).full(amount);
  const worth =
    minutes_per_chat === null || hourly_cost === null
      ? t('formula_worth_several', { value: full(value) })
      : t('formula_worth', { minutes: minutesText(minutes_per_chat, lang), hourly: full(hourly_cost), value: full(value) });
  return ai_fee === null || net_value === null ? worth : worth + t('formula_fee', { fee: full(ai_fee), net: full(net_value) });
}

/** What is left after the fee, in the unit of the value that it stands beside; a loss is said to be one. One channel has no fee of its own. */
function feeLines({ chats, parts }: CostValue, { value, ai_fee, net_value }: MoneyValue, meta: ReportMeta, lang: CostLang): Line[] {
  const { t, locale } = lang;
  const line = (text: string): Line => ({ kind: 'plain', ...plain(text) });
  if (ai_fee === null || net_value === null) {
    if (meta.period.channel !== null) return [line(t('fee_of_all'))];
    if (parts.every(({ ai_fee_per_month }) => ai_fee_per_month === null)) return [];
    return [line(t('fee_part', { days: daysWithout(parts, 'ai_fee_per_month', lang) }))];
  }
  const after: Line = {
    kind: net_value > 0 ? 'better' : net_value < 0 ? 'worse' : 'plain',
    ...said(({ number }) => t('after_fee', { amount: number(moneyOf(locale).signed(net_value, Math.max(value, Math.abs(net_value))), solvedOf(chats)) })),
  };
  const early = ai_fee === 0 ? null : earlyText(meta, lang);
  if (early !== null) return [after, line(early)];
  return net_value < 0 ? [after, line(t('loss'))] : [after];
}

/** What a number opens that rests on the chats. */
const solvedOf = (chats: number) => (chats === 0 ? null : ({ figure: 'stayed_solved' } as const));

/** From how many chats on a fee is earned back. */
function evenLines({ chats, parts }: CostValue, { ai_fee, break_even_chats }: MoneyValue, { period }: ReportMeta, { t, numbers }: CostLang): Line[] {
  if (ai_fee === null || ai_fee === 0) return [];
  if (break_even_chats === null) return [{ kind: 'plain', ...plain(t('never_even')) }];
  const words = parts.length > 1 ? 'break_even_several' : isMonth(period) ? 'break_even' : 'break_even_part';
  const n = numbers.count(break_even_chats);
  return [{ kind: 'plain', ...said(({ number }) => t(words, { n, count: number(numbers.count(chats), solvedOf(chats)) })) }];
}

/** The fee is that of all days, the chats are those until now: before the end, the two are not yet of the same length. */
function earlyText(meta: ReportMeta, { t, periods }: CostLang): string | null {
  const day = lastDaySoFar(meta);
  return day === null ? null : t(isMonth(meta.period) ? 'fee_early' : 'fee_early_part', { day: periods.dayOfMonth(day) });
}

function sourceOf(cost: CostValue, meta: ReportMeta, lang: CostLang): Source {
  const nobodys = cost.minutes_source === 'assumption' && cost.changed === null;
  return {
    assumption: nobodys ? lang.t('assumption', { minutes: minutesText(cost.minutes_per_chat ?? STARTING_MINUTES, lang) }) : null,
    entered: nobodys ? [] : enteredIn(cost, meta, lang),
  };
}
