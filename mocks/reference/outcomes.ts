// One outcome for each chat: spec/metrics.md, section 2.
import type { LocalDate, Outcome } from '@qontak/impact-contract';
import { localDay } from '../local-time.ts';
import type { Shop } from '../rows.ts';
import { type Episode, episodesOf } from './episodes.ts';
import { type FindReturn, RETURN_WINDOW, returnsAmong } from './returns.ts';

/** A chat with its outcome, and the local day to which it belongs: that of its close, or of its first message while it is open. */
export interface JudgedEpisode {
  id: string;
  channel: string;
  topic: string | null;
  local_day: LocalDate;
  outcome: Outcome | 'still_open';
  /** Closed so lately that the return window has not passed. */
  young: boolean;
  /** The first chat that made this one `came_back`. */
  returned_in: string | null;
}

/** Every chat of the shop with its outcome as of `as_of`. */
export function judge(shop: Shop): JudgedEpisode[] {
  if (shop.as_of === null) return [];
  const [asOf, episodes] = [Date.parse(shop.as_of), episodesOf(shop)];
  const findReturn = returnsAmong(episodes);
  return episodes.map((episode) => ({
    id: episode.id,
    channel: episode.channel,
    topic: episode.topic,
    local_day: localDay(episode.closed_at ?? episode.first_inbound_at, shop.organization.time_zone),
    ...outcomeOf(episode, asOf, findReturn),
  }));
}

type Judgement = Pick<JudgedEpisode, 'outcome' | 'young' | 'returned_in'>;

function outcomeOf(episode: Episode, asOf: number, findReturn: FindReturn): Judgement {
  const judged = (outcome: JudgedEpisode['outcome'], young = false): Judgement => ({ outcome, young, returned_in: null });
  if (!isClosed(episode)) return judged('still_open');
  const young = episode.closed_at + RETURN_WINDOW >= asOf;
  if (!episode.ai_involved) return judged('human_only', young);
  if (young) return judged('checking', young);
  if (episode.contact_id === null) return judged('uncheckable');
  if (episode.closed_reason === 'RESOLVE_AI' && !episode.human_attached) {
    const later = findReturn(episode);
    return later ? { ...judged('came_back'), returned_in: later.id } : judged('stayed_solved');
  }
  return judged(episode.human_attached ? 'handed_over' : 'ended_unclear');
}

const isClosed = (episode: Episode): episode is Episode & { closed_at: number } => episode.closed_at !== null;
