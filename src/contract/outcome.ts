import * as z from 'zod/mini';
import { Count } from './units.ts';

/**
 * What became of a chat. Every closed chat has exactly one outcome; the rules are tested in this order
 * (spec/metrics.md, section 2), and the journey is drawn from the same partition.
 */
export const OUTCOMES = ['human_only', 'checking', 'uncheckable', 'came_back', 'stayed_solved', 'handed_over', 'ended_unclear'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Closed chats by outcome; they add up to every closed chat of the period. */
export const OutcomeCounts = z.object({
  /** AI was not involved. */
  human_only: Count,
  /** The return window has not passed yet, so the chat is neither a success nor a failure. */
  checking: Count,
  /** No contact id: a return could not be seen. */
  uncheckable: Count,
  /** AI closed it alone and the customer came back. */
  came_back: Count,
  /** AI closed it alone and the customer stayed away. */
  stayed_solved: Count,
  /** AI was involved and a human agent was attached. */
  handed_over: Count,
  /** AI was involved, nobody else, and it was closed by something other than AI's own success. */
  ended_unclear: Count,
});
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

export const NO_OUTCOMES: Readonly<OutcomeCounts> = {
  human_only: 0,
  checking: 0,
  uncheckable: 0,
  came_back: 0,
  stayed_solved: 0,
  handed_over: 0,
  ended_unclear: 0,
};

/** D of spec/metrics.md: the chats on which AI is judged. Quiet endings stay in; what cannot be known yet stays out. */
export const judged = (outcomes: OutcomeCounts): number => outcomes.stayed_solved + outcomes.came_back + outcomes.handed_over + outcomes.ended_unclear;

/** Every closed chat of the period. */
export const closed = (outcomes: OutcomeCounts): number => OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0);
