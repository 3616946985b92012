import { type CostAssumption, CostAssumptionInput } from '@qontak/impact-contract';
import { type Locale, numbersOf, readDecimal, readRupiah } from '#lang';

export const FIELDS = ['minutes_per_chat', 'hourly_cost', 'ai_fee_per_month'] as const satisfies readonly (keyof CostAssumptionInput)[];
export type FieldName = (typeof FIELDS)[number];

/** What a person typed, letter by letter; empty: none. */
export type Draft = Readonly<Record<FieldName, string>>;

/** What is wrong with a field; `refused`: the service would not take it. */
export type Trouble = 'unreadable' | 'out_of_range' | 'refused';
export type Troubles = Readonly<Partial<Record<FieldName, Trouble>>>;

export const figuresOf = ({ minutes_per_chat, hourly_cost, ai_fee_per_month }: CostAssumption | CostAssumptionInput): CostAssumptionInput => ({
  minutes_per_chat,
  hourly_cost,
  ai_fee_per_month,
});

export const sameFigures = (a: CostAssumptionInput, b: CostAssumptionInput): boolean => FIELDS.every((name) => a[name] === b[name]);

/** A figure as it stands in its field; the field's name says the unit. */
export function writeFigure(name: FieldName, value: number | null, locale: Locale): string {
  if (value === null) return '';
  return name === 'minutes_per_chat' ? numbersOf(locale).decimal(value) : numbersOf(locale).count(value);
}

export const draftOf = (figures: CostAssumptionInput, locale: Locale): Draft => ({
  minutes_per_chat: writeFigure('minutes_per_chat', figures.minutes_per_chat, locale),
  hourly_cost: writeFigure('hourly_cost', figures.hourly_cost, locale),
  ai_fee_per_month: writeFigure('ai_fee_per_month', figures.ai_fee_per_month, locale),
});

type Reading = { value: number | null } | { trouble: Trouble };

function readField(name: FieldName, typed: string): Reading {
  if (typed.trim() === '') return { value: null };
  const value = name === 'minutes_per_chat' ? readDecimal(typed) : readRupiah(typed);
  if (value === null) return { trouble: 'unreadable' };
  return CostAssumptionInput.shape[name].safeParse(value).success ? { value } : { trouble: 'out_of_range' };
}

/** The figures that can be read, and what is wrong with the others. */
export function readDraft(draft: Draft): { figures: Partial<CostAssumptionInput>; troubles: Troubles } {
  const figures: Partial<CostAssumptionInput> = {};
  const troubles: Partial<Record<FieldName, Trouble>> = {};
  for (const name of FIELDS) {
    const reading = readField(name, draft[name]);
    if ('value' in reading) figures[name] = reading.value;
    else troubles[name] = reading.trouble;
  }
  return { figures, troubles };
}
