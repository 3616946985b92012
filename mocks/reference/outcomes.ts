// One outcome for each chat, and what the other metrics need to know of it: spec/metrics.md, sections 2 and 5.
import type { LocalDate, Outcome } from '@qontak/impact-contract';
import { HOUR, localDay, wallClock } from '../local-time.ts';
import type { Shop } from '../rows.ts';
import { type Episode, episodesOf } from './episodes.ts';
import { type MoodChange, moodOf } from './mood.ts';
import { type FindReturn, RETURN_WINDOW, returnsAmong } from './returns.ts';
import { afterHoursBy } from './working-hours.ts';

/** A chat with its outcome, and the local day to which it belongs: that of its close, or of its first message while it is open. */
export interface JudgedEpisode {
  id: string;
  channel: string;
  topic: string | null;
  local_day: LocalDate;
  /** Moments in milliseconds. */
  first_inbound_at: number;
  closed_at: number | null;
  outcome: Outcome | 'still_open';
  /** Closed so lately that the return window has not passed. */
  young: boolean;
  ai_involved: boolean;
  /** The first chat that made this one `came_back`. */
  returned_in: string | null;
  /** Who closed that chat. */
  return_helped_by: 'ai' | 'team' | 'open' | null;
  /** What would be a return of this chat, an admin called a different matter. */
  ruled: boolean;
  /** The hour on the clock when the customer first wrote. */
  local_hour: number;
  /** Whether that was outside the working hours; null: no schedule was in force. */
  after_hours: boolean | null;
  /** At least 1; null: not measured. */
  turns: number | null;
  mood_eligible: boolean;
  mood_change: MoodChange | null;
}

/** Every chat of the shop with its outcome as of `as_of`. */
export function judge(shop: Shop): JudgedEpisode[] {
  if (shop.as_of === null) return [];
  const { time_zone } = shop.organization;
  const [asOf, episodes, rulings] = [Date.parse(shop.as_of), episodesOf(shop), shop.return_rulings ?? []];
  const [findReturn, isAfterHours] = [returnsAmong(episodes, rulings), afterHoursBy(shop.working_hours ?? [], time_zone)];
  return episodes.map((episode) => ({
    id: episode.id,
    channel: episode.channel,
    topic: episode.topic,
    local_day: localDay(episode.closed_at ?? episode.first_inbound_at, time_zone),
    first_inbound_at: episode.first_inbound_at,
    closed_at: episode.closed_at,
    ai_involved: episode.ai_involved,
    ...outcomeOf(episode, asOf, findReturn),
    local_hour: Math.floor(wallClock(episode.first_inbound_at, time_zone).time / HOUR),
    after_hours: isAfterHours(episode.first_inbound_at),
    turns: episode.turns !== null && episode.turns >= 1 ? episode.turns : null,
    ...moodOf(episode),
  }));
}

type Judgement = Pick<JudgedEpisode, 'outcome' | 'young' | 'returned_in' | 'return_helped_by' | 'ruled'>;

function outcomeOf(episode: Episode, asOf: number, findReturn: FindReturn): Judgement {
  const judged = (outcome: JudgedEpisode['outcome'], young = false): Judgement => ({
    outcome,
    young,
    returned_in: null,
    return_helped_by: null,
    ruled: false,
  });
  if (!isClosed(episode)) return judged('still_open');
  const young = episode.closed_at + RETURN_WINDOW >= asOf;
  if (!episode.ai_involved) return judged('human_only', young);
  if (young) return judged('checking', young);
  if (episode.contact_id === null) return judged('uncheckable');
  if (isSolvedByAi(episode)) {
    const { returned, corrected: ruled } = findReturn(episode);
    return returned ? { ...judged('came_back'), returned_in: returned.id, return_helped_by: helperOf(returned), ruled } : { ...judged('stayed_solved'), ruled };
  }
  return judged(episode.human_attached ? 'handed_over' : 'ended_unclear');
}

const isClosed = (episode: Episode): episode is Episode & { closed_at: number } => episode.closed_at !== null;

const isSolvedByAi = (episode: Episode): boolean => isClosed(episode) && episode.closed_reason === 'RESOLVE_AI' && !episode.human_attached;

/** Who helped when the customer asked again: AI alone, or the team. Nobody while that chat is open, or when it just ended after AI's answers. */
function helperOf(later: Episode): 'ai' | 'team' | 'open' {
  if (isSolvedByAi(later)) return 'ai';
  return isClosed(later) && (later.human_attached || !later.ai_involved) ? 'team' : 'open';
}
