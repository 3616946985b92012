import * as z from 'zod/mini';
import { Change, MOST_MINUTES, STARTING_MINUTES, type CostAssumption } from './cost-assumption.ts';
import type { Days } from './period.ts';
import { Count, LocalDate } from './units.ts';

/** Where the minutes come from; `assumption` must be called one wherever hours are shown. */
export const MinutesSource = z.enum(['assumption', 'admin', 'measured']);

/** Days on which the same figures held, the chats of these days, and who entered the figures. */
export const CostPart = z.object({
  /** First and last local day, both included. */
  from: LocalDate,
  to: LocalDate,
  /** stayed_solved: a chat whose customer came back saved nothing. */
  chats: Count,
  minutes_per_chat: z.number().check(z.gt(0), z.lte(MOST_MINUTES)),
  minutes_source: MinutesSource,
  /** Null: nobody had set one for these days. */
  hourly_cost: z.nullable(Count),
  /** Null: none was entered for these days, or the report is about one channel. */
  ai_fee_per_month: z.nullable(Count),
  /** Since when these figures hold; null: they held from the beginning. */
  effective_from: z.nullable(LocalDate),
  changed: z.nullable(Change),
});
export type CostPart = z.infer<typeof CostPart>;

/** Days, their chats that stayed solved, and the figures that held on them. */
export interface CostStretch extends Days {
  chats: number;
  assumption: CostAssumption;
}

/**
 * The fee is paid for all channels together, and nobody knows one channel's part of it: taken off each, it would be taken off as often as there are
 * channels. So one channel's value stands without it.
 */
export function costPart({ from, to, chats, assumption }: CostStretch, channel: string | null): CostPart {
  const { minutes_per_chat: minutes, hourly_cost, ai_fee_per_month, effective_from, changed } = assumption;
  return {
    from,
    to,
    chats,
    minutes_per_chat: minutes ?? STARTING_MINUTES,
    minutes_source: minutes === null ? 'assumption' : 'admin',
    hourly_cost,
    ai_fee_per_month: channel === null ? ai_fee_per_month : null,
    effective_from,
    changed,
  };
}
