// The work that AI took off the team: spec/metrics.md, section 5.
import { type CostAssumption, costIn, type CostValue, type Period } from '@qontak/impact-contract';
import { type ClosedChat, count } from './cohort.ts';

/** Nobody has entered anything: the starting minutes, and no rupiah. */
export const NOTHING_ASSUMED: CostAssumption = { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, changed: null };

/** Only chats that stayed solved saved anything. */
export const cost = (closed: readonly ClosedChat[], assumption: CostAssumption, slice: Pick<Period, 'from' | 'to' | 'channel'>): CostValue =>
  costIn(
    count(closed, ({ outcome }) => outcome === 'stayed_solved'),
    assumption,
    slice,
  );
