// Did the customer come back? spec/metrics.md, section 3.
import { MATCH_RULE } from '@qontak/impact-contract';
import { HOUR } from '../local-time.ts';
import type { ReturnRuling } from '../rows.ts';
import type { Episode } from './episodes.ts';

/** How long a customer may take to ask again: up to and including exactly this long after the close. */
export const RETURN_WINDOW = MATCH_RULE.window_hours * HOUR;

/** Finds, for a chat that AI closed alone, the first later chat that shows it was not solved after all. */
export type FindReturn = (episode: Episode & { closed_at: number }) => Episode | undefined;

/** Prepares the search once for all chats of an organization. A contact is one person on every channel. A pair that was ruled upon is no return. */
export function returnsAmong(episodes: readonly Episode[], rulings: readonly ReturnRuling[]): FindReturn {
  const ruled = Map.groupBy(rulings, (ruling) => ruling.id);
  const byContact = Map.groupBy(
    episodes.filter((episode) => episode.contact_id !== null),
    (episode) => episode.contact_id,
  );
  for (const chats of byContact.values()) chats.sort((a, b) => a.first_inbound_at - b.first_inbound_at || (a.id < b.id ? -1 : 1));
  return (episode) => {
    const chats = byContact.get(episode.contact_id) ?? [];
    for (let i = firstAfter(chats, episode.closed_at); i < chats.length; i++) {
      const later = chats[i]!;
      if (later.first_inbound_at > episode.closed_at + RETURN_WINDOW) return undefined;
      const anotherMatter = ruled.get(episode.id)?.some(({ returned_in }) => returned_in === later.id) === true;
      if (later !== episode && asksAgain(later, episode) && !anotherMatter) return later;
    }
    return undefined;
  };
}

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
