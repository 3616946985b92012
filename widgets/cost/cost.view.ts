import { type ChatFigure, type CostAssumption, type CostValue, costIn, type MoneyValue, type ReportMeta } from '@qontak/impact-contract';
import { cleanText, plain, said, type Said } from '#kit';
import { isMonth, moneyOf } from '#lang';
import type { Figure } from '#kit';
import type { CostLang } from './cost.strings.ts';
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
}

/** Everything the card says. */
export interface CostView {
  hours: Saying;
  /** Null: nobody has said what an hour costs, so nothing is known in rupiah. */
  rupiah: Saying | null;
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
  entered: { text: string; by: string | null } | null;
}

/** The same chats by other figures: what is about to be saved, or has just been. Measured minutes stay measured. */
export function costWith(cost: CostValue, figures: CostAssumption, { period }: ReportMeta): CostValue {
  if (cost.minutes_source !== 'measured') return costIn(cost.chats, figures, period);
  return { ...costIn(cost.chats, { ...figures, minutes_per_chat: cost.minutes_per_chat }, period), minutes_source: 'measured' };
}

export function costView(cost: CostValue, meta: ReportMeta, lang: CostLang): CostView {
  const { t, numbers } = lang;
  return {
    hours: hoursSaying(cost, meta, lang),
    rupiah: cost.money === null ? null : moneySaying(cost, cost.money, meta, lang),
    chats: cost.chats === 1 ? t('solved_one') : t('solved', { n: numbers.count(cost.chats) }),
    opens: cost.chats === 0 ? null : 'stayed_solved',
    assumed: cost.minutes_source === 'assumption' ? t('assumed', { minutes: minutesText(cost.minutes_per_chat, lang) }) : null,
    source: sourceOf(cost, meta, lang),
  };
}

/** What a figure was reckoned from: it never stands without. */
const BASIS = { assumption: 'basis_assumed', admin: 'basis', measured: 'basis_measured' } as const;
const SAVED = { assumption: 'saved_assumed', admin: 'saved', measured: 'saved_measured' } as const;

function hoursSaying(cost: CostValue, meta: ReportMeta, lang: CostLang): Saying {
  const { t } = lang;
  if (cost.chats === 0) return { figure: null, headline: noneText(meta, lang), lines: [{ kind: 'plain', ...plain(t('none_help')) }], formula: null };
  const minutes = minutesText(cost.minutes_per_chat, lang);
  const time = roundTime(cost.hours, lang);
  return {
    figure: { value: time.value, of: time.unit, basis: t(BASIS[cost.minutes_source], { minutes }) },
    headline: t(SAVED[cost.minutes_source], { time: roundTimeText(cost.hours, lang), minutes }),
    lines: [],
    formula: `${t('formula_time', { minutes, time: exactTimeText(cost.chats * cost.minutes_per_chat, lang) })} ${t('not_counted')}`,
  };
}

const noneText = ({ period }: ReportMeta, { t, periods }: CostLang): string =>
  t(period.status === 'final' ? 'none_past' : 'none', { period: periods.range(period) });

function moneySaying(cost: CostValue, money: MoneyValue, meta: ReportMeta, lang: CostLang): Saying {
  const { t, locale } = lang;
  const amount = moneyOf(locale).short(money.value);
  const minutes = minutesText(cost.minutes_per_chat, lang);
  return {
    figure: { value: amount, of: '', basis: cost.minutes_source === 'assumption' ? t('basis_worth_assumed', { minutes }) : t('basis_worth') },
    headline: cost.minutes_source === 'assumption' ? t('worth_assumed', { amount, minutes }) : t('worth', { amount }),
    lines: [...feeLines(cost, money, meta, lang), ...(cost.chats === 0 ? [{ kind: 'plain', ...plain(noneText(meta, lang)) } as const] : [])],
    formula: moneyFormula(money, minutes, lang),
  };
}

function moneyFormula({ hourly_cost, value, ai_fee, net_value }: MoneyValue, minutes: string, { t, locale }: CostLang): string {
  const full = (value: number): string => moneyOf(locale).full(value);
  const worth = t('formula_worth', { minutes, hourly: full(hourly_cost), value: full(value) });
  return ai_fee === null || net_value === null ? worth : worth + t('formula_fee', { fee: full(ai_fee), net: full(net_value) });
}

/** What is left after the fee, in the unit of the value that it stands beside; a loss is said to be one. One channel has no fee of its own. */
function feeLines({ chats }: CostValue, { value, ai_fee, net_value, break_even_chats }: MoneyValue, { period }: ReportMeta, lang: CostLang): Line[] {
  const { t, locale, numbers } = lang;
  if (ai_fee === null || net_value === null) return period.channel === null ? [] : [{ kind: 'plain', ...plain(t('fee_of_all')) }];
  const solved = chats === 0 ? null : ({ figure: 'stayed_solved' } as const);
  const after: Line = {
    kind: net_value > 0 ? 'better' : net_value < 0 ? 'worse' : 'plain',
    ...said(({ number }) => t('after_fee', { amount: number(moneyOf(locale).signed(net_value, Math.max(value, Math.abs(net_value))), solved) })),
  };
  const loss: Line[] = net_value < 0 ? [{ kind: 'plain', ...plain(t('loss')) }] : [];
  if (ai_fee === 0) return [after];
  if (break_even_chats === null) return [after, ...loss, { kind: 'plain', ...plain(t('never_even')) }];
  const even = said(({ number }) =>
    t(isMonth(period) ? 'break_even' : 'break_even_part', { n: numbers.count(break_even_chats), count: number(numbers.count(chats), solved) }),
  );
  return [after, ...loss, { kind: 'plain', ...even }];
}

function sourceOf({ minutes_source, minutes_per_chat, changed }: CostValue, { organization }: ReportMeta, lang: CostLang): Source {
  const { t, periods } = lang;
  return {
    assumption: minutes_source === 'assumption' && changed === null ? t('assumption', { minutes: minutesText(minutes_per_chat, lang) }) : null,
    entered: changed === null ? null : { text: t('entered', { moment: periods.moment(changed.at, organization.time_zone) }), by: nameless(changed.by) },
  };
}

/** An id for the audit, never a person: addresses and telephone numbers that a host uses as ids stay out of sight. */
function nameless(by: string): string | null {
  const id = cleanText(by);
  return id === '' || id.length > 64 || id.includes('@') || /^(\+|00?)?[\d\s().-]{8,}$/.test(id) ? null : id;
}
