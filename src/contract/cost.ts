import * as z from 'zod/mini';
import { Change, MOST_MINUTES, STARTING_MINUTES, type CostAssumption } from './cost-assumption.ts';
import { monthsIn } from './local-date.ts';
import type { Period } from './period.ts';
import { Count } from './units.ts';
import { Unavailable } from './unavailable.ts';

/** Rupiah that the admin's own figures give. */
export const MoneyValue = z
  .object({
    hourly_cost: Count,
    /** hours x hourly cost, truncated. */
    value: Count,
    /** The fee for the days of the period; null: the admin entered none, or the report is about one channel, see {@link costIn}. */
    ai_fee: z.nullable(Count),
    /** value - ai_fee, may be negative; null without a fee. */
    net_value: z.nullable(z.int()),
    /** From how many solved chats the fee is earned back; null without a fee, or when no number of them would. */
    break_even_chats: z.nullable(Count),
  })
  .check(z.refine(({ value, ai_fee, net_value }) => net_value === (ai_fee === null ? null : value - ai_fee), 'net value is not value less the fee'));
export type MoneyValue = z.infer<typeof MoneyValue>;

const CostValue = z
  .object({
    status: z.literal('ok'),
    /** stayed_solved: a chat whose customer came back saved nothing. */
    chats: Count,
    minutes_per_chat: z.number().check(z.gt(0), z.lte(MOST_MINUTES)),
    /** Where the minutes come from; `assumption` must be called one wherever the hours are shown. */
    minutes_source: z.enum(['assumption', 'admin', 'measured']),
    /** chats x minutes / 60, not rounded. */
    hours: z.number().check(z.gte(0)),
    /** Null until the admin sets an hourly cost. */
    money: z.nullable(MoneyValue),
    changed: z.nullable(Change),
  })
  .check(
    z.refine(({ chats, minutes_per_chat, hours }) => isNear(hours, (chats * minutes_per_chat) / 60, 1e-6), 'hours are not chats times minutes'),
    z.refine(moneyFits, 'the money does not follow from chats, minutes and hourly cost'),
  );

/** Equal but for what another way to reckon, or a number of another precision, makes of the last digits. */
const isNear = (a: number, b: number, slack: number): boolean => Math.abs(a - b) <= slack + Math.abs(b) * 1e-9;

function moneyFits({ chats, minutes_per_chat, money }: { chats: number; minutes_per_chat: number; money: MoneyValue | null }): boolean {
  if (money === null) return true;
  const { hourly_cost, value, ai_fee, break_even_chats } = money;
  const perChat = (minutes_per_chat * hourly_cost) / 60;
  const evens = ai_fee === null || perChat === 0 ? break_even_chats === null : break_even_chats !== null && isNear(break_even_chats, ai_fee / perChat, 1);
  return isNear(value, chats * perChat, 1) && evens;
}
export type CostValue = z.infer<typeof CostValue>;

/** Team time that AI saved, and what it is worth by the admin's own figures. */
export const Cost = z.union([CostValue, Unavailable]);
export type Cost = z.infer<typeof Cost>;

/**
 * Work absorbed (spec/metrics.md, section 5). `months`: length of the period in months, for the share of the monthly fee.
 * Money is truncated, never rounded up; the fee is rounded up, so that the net value errs on the low side.
 */
export function costOf(chats: number, assumption: CostAssumption, months: number): CostValue {
  const minutes = assumption.minutes_per_chat ?? STARTING_MINUTES;
  return {
    status: 'ok',
    chats,
    minutes_per_chat: minutes,
    minutes_source: assumption.minutes_per_chat === null ? 'assumption' : 'admin',
    hours: (chats * minutes) / 60,
    money: assumption.hourly_cost === null ? null : moneyOf(chats, minutes, assumption.hourly_cost, assumption.ai_fee_per_month, months),
    changed: assumption.changed,
  };
}

/**
 * Work absorbed in the days and the channel of a report. The fee is paid for all channels together, and nobody knows one channel's part of it: taken
 * off each, it would be taken off as often as there are channels. So one channel's value stands without it.
 */
export function costIn(chats: number, assumption: CostAssumption, { from, to, channel }: Pick<Period, 'from' | 'to' | 'channel'>): CostValue {
  return costOf(chats, channel === null ? assumption : { ...assumption, ai_fee_per_month: null }, monthsIn({ from, to }));
}

function moneyOf(chats: number, minutes: number, hourly_cost: number, monthlyFee: number | null, months: number): MoneyValue {
  const perChat = (minutes * hourly_cost) / 60;
  const value = Math.floor(chats * perChat + 1e-6);
  // Adding 0 turns -0 into 0.
  const ai_fee = monthlyFee === null ? null : Math.ceil(monthlyFee * months - 1e-6) + 0;
  return {
    hourly_cost,
    value,
    ai_fee,
    net_value: ai_fee === null ? null : value - ai_fee,
    break_even_chats: ai_fee === null || perChat === 0 ? null : Math.ceil(ai_fee / perChat - 1e-9) + 0,
  };
}
