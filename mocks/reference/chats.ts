// The chats behind every figure: the same rows that were counted, by construction.
import { type Chat, type ChatFigure, judged, NO_OUTCOMES, placesOf, TURNS_EXACT_UP_TO } from '@qontak/impact-contract';
import type { Shop } from '../rows.ts';
import { chatsOf, isCorrected } from './cohort.ts';
import { episodesOf } from './episodes.ts';
import type { MoodChange } from './mood.ts';
import type { JudgedEpisode } from './outcomes.ts';
import { daysOf, type ReportQuery } from './period.ts';
import { sliceOf } from './report.ts';

type Is = (chat: JudgedEpisode) => boolean;

const ended =
  (outcome: JudgedEpisode['outcome']): Is =>
  (chat) =>
    chat.outcome === outcome;
const isClosed: Is = (chat) => chat.outcome !== 'still_open';
const isJudged: Is = ({ outcome }) => outcome !== 'still_open' && judged({ ...NO_OUTCOMES, [outcome]: 1 }) === 1;
const helpedBy =
  (helper: JudgedEpisode['return_helped_by']): Is =>
  (chat) =>
    chat.outcome === 'came_back' && chat.return_helped_by === helper;
const outside: Is = (chat) => isClosed(chat) && chat.after_hours === true;
const felt =
  (change: MoodChange): Is =>
  (chat) =>
    isClosed(chat) && chat.mood_change === change;

const BEHIND: Readonly<Record<ChatFigure, Is>> = {
  human_only: ended('human_only'),
  checking: ended('checking'),
  uncheckable: ended('uncheckable'),
  came_back: ended('came_back'),
  stayed_solved: ended('stayed_solved'),
  handed_over: ended('handed_over'),
  ended_unclear: ended('ended_unclear'),
  not_solved: ({ outcome }) => outcome === 'handed_over' || outcome === 'ended_unclear',
  still_open: ended('still_open'),
  judged: isJudged,
  looked_solved: ({ outcome }) => outcome === 'stayed_solved' || outcome === 'came_back',
  closed: isClosed,
  received: (chat) => isJudged(chat) || (chat.outcome === 'human_only' && !chat.young),
  ai_first: (chat) => isClosed(chat) && chat.outcome !== 'human_only',
  came_back_ai: helpedBy('ai'),
  came_back_team: helpedBy('team'),
  came_back_open: helpedBy('open'),
  corrected: isCorrected,
  after_hours: outside,
  after_hours_answered: (chat) => outside(chat) && chat.ai_involved,
  after_hours_judged: (chat) => outside(chat) && isJudged(chat),
  after_hours_solved: (chat) => outside(chat) && chat.outcome === 'stayed_solved',
  after_hours_uncounted: (chat) => outside(chat) && chat.ai_involved && !isJudged(chat),
  sentiment_better: felt('better'),
  sentiment_same: felt('same'),
  sentiment_worse: felt('worse'),
  sentiment_known: (chat) => isClosed(chat) && chat.mood_change !== null,
  sentiment_unknown: (chat) => isClosed(chat) && chat.mood_eligible && chat.mood_change === null,
  sentiment_eligible: (chat) => isClosed(chat) && chat.mood_eligible,
  turns_known: (chat) => chat.outcome === 'stayed_solved' && chat.turns !== null,
  turns_unknown: (chat) => chat.outcome === 'stayed_solved' && chat.turns === null,
};

/** The place of a chat in the picture of a figure. */
function placeIn(figure: ChatFigure, { local_hour, turns }: JudgedEpisode): number | null {
  const by = placesOf(figure)?.by;
  if (by === 'hour') return local_hour;
  return by === 'turns' && turns !== null ? Math.min(turns, TURNS_EXACT_UP_TO + 1) : null;
}

interface Listed {
  figure: ChatFigure;
  /** Only the chats in this place; null: all. */
  place: number | null;
}

/**
 * The chats behind a figure of a report, or behind one place of its picture, the newest first.
 * @throws {ImpossiblePeriod} when the query names no possible period
 */
export function chatsBehind(shop: Shop, { figure, place }: Listed, query: ReportQuery, { now }: { now: Date }): Chat[] {
  const asOf = shop.as_of === null ? null : Date.parse(shop.as_of);
  const days = daysOf(query, asOf, now.getTime(), shop.organization.time_zone);
  const roomOf = new Map(episodesOf(shop).map(({ id, room_id }) => [id, room_id]));
  return chatsOf(sliceOf(shop, query.channel ?? null), days)
    .filter((chat) => BEHIND[figure](chat) && (place === null || placeIn(figure, chat) === place))
    .sort((a, b) => momentOf(b) - momentOf(a) || (a.id < b.id ? -1 : 1))
    .map((chat) => chatOf(chat, (id) => roomOf.get(id)!));
}

const momentOf = ({ closed_at, first_inbound_at }: JudgedEpisode): number => closed_at ?? first_inbound_at;
const instant = (moment: number): string => new Date(moment).toISOString();

const chatOf = (chat: JudgedEpisode, roomOf: (id: string) => string): Chat => ({
  id: chat.id,
  room_id: roomOf(chat.id),
  channel: chat.channel,
  topic: chat.topic,
  first_inbound_at: instant(chat.first_inbound_at),
  closed_at: chat.closed_at === null ? null : instant(chat.closed_at),
  outcome: chat.outcome,
  returned_in: chat.returned_in,
  returned_in_room_id: chat.returned_in === null ? null : roomOf(chat.returned_in),
  corrected: isCorrected(chat),
});
