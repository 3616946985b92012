import { type CostAssumption, CostAssumptionInput, LocalDate } from '@qontak/impact-contract';
import { type Locale, numbersOf, readDecimal, readRupiah } from '#lang';

const AMOUNTS = ['minutes_per_chat', 'hourly_cost', 'ai_fee_per_month'] as const satisfies readonly (keyof CostAssumptionInput)[];
export type AmountName = (typeof AMOUNTS)[number];
export const FIELDS = [...AMOUNTS, 'effective_from'] as const satisfies readonly (keyof CostAssumptionInput)[];
export type FieldName = (typeof FIELDS)[number];

/** What a person typed, letter by letter; empty: none. Of the day, the whole date or, while a part of it is missing, {@link HALF_A_DAY}. */
export type Draft = Readonly<Record<FieldName, string>>;

/** A browser tells of a date only when it is whole: half of one must not pass for none, which means "every month". */
export const HALF_A_DAY = '?';

/** What is wrong with a field; `refused`: the service would not take it. */
export type Trouble = 'unreadable' | 'out_of_range' | 'refused';
export type Troubles = Readonly<Partial<Record<FieldName, Trouble>>>;

export const figuresOf = ({ minutes_per_chat, hourly_cost, ai_fee_per_month, effective_from }: CostAssumption | CostAssumptionInput): CostAssumptionInput => ({
  minutes_per_chat,
  hourly_cost,
  ai_fee_per_month,
  effective_from,
});

export const sameAmounts = (a: CostAssumptionInput, b: CostAssumptionInput): boolean => AMOUNTS.every((name) => a[name] === b[name]);
export const sameFigures = (a: CostAssumptionInput, b: CostAssumptionInput): boolean => sameAmounts(a, b) && a.effective_from === b.effective_from;

/**
 * From which day on a change holds unless one chooses another: the first figures for every month, later ones from this month on, so that the months
 * that have been reported stay as they were. Figures that began later than that are corrected from their own day on.
 */
export function firstDayFor(current: CostAssumptionInput, today: LocalDate): LocalDate | null {
  if (current.effective_from === null && AMOUNTS.every((name) => current[name] === null)) return null;
  const month = `${today.slice(0, 7)}-01`;
  return current.effective_from !== null && current.effective_from > month ? current.effective_from : month;
}

/** Whether the days of `a` hold all days of `b`: whoever begins with `a` replaces `b`. */
export const beginsBefore = (a: LocalDate | null, b: LocalDate | null): boolean => b !== null && (a === null || a < b);

/** What to store to have the former figures back; null: it takes more than one, because the change that was stored has replaced older figures as well. */
export const undoOf = (former: CostAssumptionInput, stored: CostAssumptionInput): CostAssumptionInput | null =>
  beginsBefore(stored.effective_from, former.effective_from) ? null : { ...former, effective_from: stored.effective_from };

/** A figure as it stands in its field; the field's name says the unit. */
export function writeAmount(name: AmountName, value: number | null, locale: Locale): string {
  if (value === null) return '';
  return name === 'minutes_per_chat' ? numbersOf(locale).decimal(value) : numbersOf(locale).count(value);
}

export const writeField = (name: FieldName, figures: CostAssumptionInput, locale: Locale): string =>
  name === 'effective_from' ? (figures.effective_from ?? '') : writeAmount(name, figures[name], locale);

export const draftOf = (figures: CostAssumptionInput, locale: Locale): Draft => ({
  minutes_per_chat: writeField('minutes_per_chat', figures, locale),
  hourly_cost: writeField('hourly_cost', figures, locale),
  ai_fee_per_month: writeField('ai_fee_per_month', figures, locale),
  effective_from: writeField('effective_from', figures, locale),
});

type Reading<Value> = { value: Value | null } | { trouble: Trouble };

function readAmount(name: AmountName, typed: string): Reading<number> {
  if (typed.trim() === '') return { value: null };
  const value = name === 'minutes_per_chat' ? readDecimal(typed) : readRupiah(typed);
  if (value === null) return { trouble: 'unreadable' };
  return CostAssumptionInput.shape[name].safeParse(value).success ? { value } : { trouble: 'out_of_range' };
}

function readDay(typed: string): Reading<LocalDate> {
  if (typed === '') return { value: null };
  return LocalDate.safeParse(typed).success ? { value: typed } : { trouble: 'unreadable' };
}

/** The figures that can be read, and what is wrong with the others. */
export function readDraft(draft: Draft): { figures: Partial<CostAssumptionInput>; troubles: Troubles } {
  const figures: Partial<CostAssumptionInput> = {};
  const troubles: Partial<Record<FieldName, Trouble>> = {};
  for (const name of AMOUNTS) {
    const reading = readAmount(name, draft[name]);
    if ('value' in reading) figures[name] = reading.value;
    else troubles[name] = reading.trouble;
  }
  const day = readDay(draft.effective_from);
  if ('value' in day) figures.effective_from = day.value;
  else troubles.effective_from = day.trouble;
  return { figures, troubles };
}
