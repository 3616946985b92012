// Did the customer come back? spec/metrics.md, section 3.
import { MATCH_RULE } from '@qontak/impact-contract';
import { HOUR } from '../local-time.ts';
import type { ReturnRuling } from '../rows.ts';
import type { Episode } from './episodes.ts';

/** How long a customer may take to ask again: up to and including exactly this long after the close. */
export const RETURN_WINDOW = MATCH_RULE.window_hours * HOUR;

/** What followed a chat that AI closed alone. */
interface Followed {
  /** The first later chat that shows it was not solved after all. */
  returned: Episode | undefined;
  /** There is one that would show it, had an admin not called it a different matter. */
  corrected: boolean;
}

/** Finds what followed a chat. */
export type FindReturn = (episode: Episode & { closed_at: number }) => Followed;

/** Prepares the search once for all chats of an organization. A contact is one person on every channel. A pair that was ruled upon is no return. */
export function returnsAmong(episodes: readonly Episode[], rulings: readonly ReturnRuling[]): FindReturn {
  const ruled = new Set(rulings.map(({ id, returned_in }) => pair(id, returned_in)));
  const byContact = Map.groupBy(
    episodes.filter((episode) => episode.contact_id !== null),
    (episode) => episode.contact_id,
  );
  for (const chats of byContact.values()) chats.sort((a, b) => a.first_inbound_at - b.first_inbound_at || (a.id < b.id ? -1 : 1));
  return (episode) => {
    const chats = byContact.get(episode.contact_id) ?? [];
    const later = chats.slice(firstAfter(chats, episode.closed_at), firstAfter(chats, episode.closed_at + RETURN_WINDOW));
    const asked = later.filter((chat) => chat !== episode && asksAgain(chat, episode));
    const isAnotherMatter = (chat: Episode): boolean => ruled.has(pair(episode.id, chat.id));
    return { returned: asked.find((chat) => !isAnotherMatter(chat)), corrected: asked.some(isAnotherMatter) };
  };
}

const pair = (id: string, returned_in: string): string => JSON.stringify([id, returned_in]);

/** Whoever only says thanks, or answers a broadcast, does not ask again. An unknown topic counts: the most careful figure. */
function asksAgain(later: Episode, earlier: Episode): boolean {
  const sameTopic = later.topic === null || earlier.topic === null || later.topic === earlier.topic;
  return sameTopic && !later.thanks_only && !later.from_business;
}

/** Index of the first chat that began after the moment; the chats are in order. */
function firstAfter(chats: readonly Episode[], moment: number): number {
  let [low, high] = [0, chats.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chats[middle]!.first_inbound_at > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}
