import * as z from 'zod/mini';
import { Instant, LocalDate } from './units.ts';

/** The starting assumption, always labelled as one: nobody measured or entered it. */
export const STARTING_MINUTES = 5;

/** Above these a figure is a typing error: half a working day for one chat, a hundred milliard rupiah. */
export const MOST_MINUTES = 240;
export const MOST_RUPIAH = 100_000_000_000;

const Minutes = z.number().check(z.gt(0), z.lte(MOST_MINUTES));
/** Whole rupiah. */
const Rupiah = z.int().check(z.gte(0), z.lte(MOST_RUPIAH));

/** What an admin may enter: PUT /v1/cost-assumption. Null takes a figure back. */
export const CostAssumptionInput = z.strictObject({
  /** Minutes of the team that one chat would have taken, above 0; null: the starting assumption. */
  minutes_per_chat: z.nullable(Minutes),
  /** Whole rupiah that an hour of the team costs; null: no rupiah is shown. */
  hourly_cost: z.nullable(Rupiah),
  /** Whole rupiah that AI costs a month; null: not subtracted. */
  ai_fee_per_month: z.nullable(Rupiah),
  /** First local day on which the figures hold, in place of all that held from then on; null: they hold for every period. */
  effective_from: z.nullable(LocalDate),
});
export type CostAssumptionInput = z.infer<typeof CostAssumptionInput>;

/** Who changed it and when: an opaque user id, no name. */
export const Change = z.object({ by: z.string(), at: Instant });
export type Change = z.infer<typeof Change>;

export const CostAssumption = z.object({
  ...CostAssumptionInput.shape,
  /** Null: nobody has entered anything yet. */
  changed: z.nullable(Change),
});
export type CostAssumption = z.infer<typeof CostAssumption>;
