import * as z from 'zod/mini';
import { Change, MOST_MINUTES, type CostAssumption } from './cost-assumption.ts';
import { costPart, CostPart, type CostStretch, MinutesSource } from './cost-part.ts';
import { addDays, monthsIn } from './local-date.ts';
import type { Period } from './period.ts';
import { Count, LocalDate } from './units.ts';
import { Unavailable } from './unavailable.ts';

/** Rupiah that the admin's own figures give. */
export const MoneyValue = z
  .object({
    /** Null: not the same in all parts. */
    hourly_cost: z.nullable(Count),
    /** hours x hourly cost of each part, truncated once at the end. */
    value: Count,
    /** The fee for the days of the period; null: some part has none, as every part of a report about one channel, see {@link costPart}. */
    ai_fee: z.nullable(Count),
    /** value - ai_fee, may be negative; null without a fee. */
    net_value: z.nullable(z.int()),
    /**
     * From how many solved chats the fee is earned back, by the figures of the last part; null without a fee, or when no number of them would.
     */
    break_even_chats: z.nullable(Count),
  })
  .check(z.refine(({ value, ai_fee, net_value }) => net_value === (ai_fee === null ? null : value - ai_fee), 'net value is not value less the fee'));
export type MoneyValue = z.infer<typeof MoneyValue>;

const CostValue = z
  .object({
    status: z.literal('ok'),
    /** stayed_solved of all parts. */
    chats: Count,
    /** Null: not the same in all parts. */
    minutes_per_chat: z.nullable(z.number().check(z.gt(0), z.lte(MOST_MINUTES))),
    /** `assumption` as soon as the minutes of one part are one. */
    minutes_source: MinutesSource,
    /** chats x minutes / 60 of each part, not rounded. */
    hours: z.number().check(z.gte(0)),
    /** Null until the admin has set an hourly cost for every day: the worth of some days would be taken for that of all. */
    money: z.nullable(MoneyValue),
    /** Who entered the figures of the last part, and when. */
    changed: z.nullable(Change),
    /** The days of the period by the figures that held on them, the earliest first. */
    parts: z.array(CostPart).check(z.minLength(1)),
  })
  .check(
    z.refine(({ parts }) => parts.every(({ from, to }, i) => from <= to && (i === 0 || from === addDays(parts[i - 1]!.to, 1))), 'the parts leave out days'),
    z.refine(follows, 'chats, hours or money do not follow from the parts'),
  );
export type CostValue = z.infer<typeof CostValue>;

/** Team time that AI saved, and what it is worth by the admin's own figures. */
export const Cost = z.union([CostValue, Unavailable]);
export type Cost = z.infer<typeof Cost>;

/** Work absorbed (spec/metrics.md, section 5): each chat by the figures that held on the day on which it was closed. */
export const costOf = (stretches: readonly CostStretch[], channel: string | null): CostValue => costOfParts(stretches.map((one) => costPart(one, channel)));

/** Work absorbed in a report where the same figures held on all days. */
export const costIn = (chats: number, assumption: CostAssumption, { from, to, channel }: Pick<Period, 'from' | 'to' | 'channel'>): CostValue =>
  costOf([{ from, to, chats, assumption }], channel);

export function costOfParts(parts: CostPart[]): CostValue {
  const last = parts.at(-1)!;
  return {
    status: 'ok',
    chats: sum(parts, ({ chats }) => chats),
    minutes_per_chat: same(parts.map(({ minutes_per_chat }) => minutes_per_chat)),
    minutes_source: parts.some(({ minutes_source }) => minutes_source === 'assumption') ? 'assumption' : last.minutes_source,
    hours: sum(parts, ({ chats, minutes_per_chat }) => (chats * minutes_per_chat) / 60),
    money: moneyOf(parts),
    changed: last.changed,
    parts,
  };
}

/** Money is truncated, never rounded up; the fee is rounded up, so that the net value errs on the low side. */
function moneyOf(parts: readonly CostPart[]): MoneyValue | null {
  const costs = known(parts.map(({ hourly_cost }) => hourly_cost));
  if (costs === null) return null;
  const perChat = parts.map(({ minutes_per_chat }, i) => (minutes_per_chat * costs[i]!) / 60);
  const value = Math.floor(sum(parts, ({ chats }, i) => chats * perChat[i]!) + 1e-6);
  const fees = known(parts.map(({ ai_fee_per_month }) => ai_fee_per_month));
  // Adding 0 turns -0 into 0.
  const ai_fee = fees === null ? null : Math.ceil(sum(parts, (part, i) => fees[i]! * monthsIn(part)) - 1e-6) + 0;
  const now = perChat.at(-1)!;
  return {
    hourly_cost: same(costs),
    value,
    ai_fee,
    net_value: ai_fee === null ? null : value - ai_fee,
    break_even_chats: ai_fee === null || now === 0 ? null : Math.ceil(ai_fee / now - 1e-9) + 0,
  };
}

function follows({ parts, ...told }: z.infer<typeof CostValue>): boolean {
  // It is asked of parts that were refused already, too: of what is no day the months cannot be counted.
  if (parts.length === 0 || !parts.every(({ from, to }) => isDay(from) && isDay(to))) return false;
  const { chats, minutes_per_chat, minutes_source, hours, money } = costOfParts(parts);
  return (
    told.chats === chats &&
    told.minutes_per_chat === minutes_per_chat &&
    told.minutes_source === minutes_source &&
    isNear(told.hours, hours, 1e-6) &&
    moneyFits(told.money, money)
  );
}

const isDay = (day: string): boolean => LocalDate.safeParse(day).success;

function moneyFits(told: MoneyValue | null, money: MoneyValue | null): boolean {
  if (told === null || money === null) return told === money;
  const fits = (a: number | null, b: number | null): boolean => (a === null || b === null ? a === b : isNear(a, b, 0));
  return (
    told.hourly_cost === money.hourly_cost &&
    fits(told.value, money.value) &&
    fits(told.ai_fee, money.ai_fee) &&
    fits(told.break_even_chats, money.break_even_chats)
  );
}

/** Equal but for what another way to reckon, or a number of another precision, makes of the last digits. */
const isNear = (a: number, b: number, slack: number): boolean => Math.abs(a - b) <= slack + Math.abs(b) * 1e-9;

const sum = <T>(list: readonly T[], of: (one: T, i: number) => number): number => list.reduce((total, one, i) => total + of(one, i), 0);

/** Null where they differ. */
const same = (values: readonly number[]): number | null => (values.every((value) => value === values[0]) ? values[0]! : null);

/** Null where one is unknown: a sum of the others would be told as that of all. */
const known = (values: readonly (number | null)[]): number[] | null => (values.includes(null) ? null : (values as number[]));
