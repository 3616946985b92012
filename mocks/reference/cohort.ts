// The chats of some days, and how they ended.
import { type Days, NO_OUTCOMES, type Outcome, type OutcomeCounts } from '@qontak/impact-contract';
import type { JudgedEpisode } from './outcomes.ts';

export type ClosedChat = JudgedEpisode & { outcome: Outcome };

export const chatsOf = (chats: readonly JudgedEpisode[], { from, to }: Days): JudgedEpisode[] =>
  chats.filter(({ local_day }) => from <= local_day && local_day <= to);

export const closedAmong = (chats: readonly JudgedEpisode[]): ClosedChat[] => chats.filter((chat): chat is ClosedChat => chat.outcome !== 'still_open');

export function outcomesOf(chats: readonly ClosedChat[]): OutcomeCounts {
  const outcomes: OutcomeCounts = { ...NO_OUTCOMES };
  for (const { outcome } of chats) outcomes[outcome]++;
  return outcomes;
}

export const count = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length;

/** A ruling took the only return of this chat away. */
export const isCorrected = (chat: JudgedEpisode): boolean => chat.ruled && chat.outcome === 'stayed_solved';
