import { type Chat, type ChatFigure, type Days, OUTCOMES, placesOf, type ReportMeta, TURNS_EXACT_UP_TO } from '@qontak/impact-contract';
import { channelName, cleanText } from '#kit';
import type { ErrorCode } from '#data';
import type { ChatList, Ruling } from '#state';
import type { ChatsLang } from './chats.strings.ts';

const KINDS = [...OUTCOMES, 'still_open'] as const;
type Kind = (typeof KINDS)[number] | 'other';

/** A button of a row: what it shows, and what it is called among all the same buttons of the list. */
interface Action {
  text: string;
  name: string;
}

export interface Row {
  id: string;
  /** Where the inbox shows it. */
  room_id: string;
  when: string;
  kind: Kind;
  outcome: string;
  channel: string;
  topic: string;
  /** What is special about it: that the customer asked again, or that an admin corrected that. */
  note: string | null;
  open: Action;
  /** The chat in which the customer asked again. */
  returned: (Action & { room_id: string }) | null;
  /** What an admin can say of its return; `different_matter` is what that would store. */
  ruling: (Action & { different_matter: boolean }) | null;
}

export interface ChatsView {
  rows: Row[];
  /** How much of the list is shown; null when there is none. */
  shown: string | null;
  freshness: string | null;
  /** What the list lacks; null: nothing. */
  gone: string | null;
  /** What stands in place of rows. */
  empty: { title: string; help: string };
}

/** What a list is of. */
interface Listed {
  figure: ChatFigure;
  /** One of those that the figure has; null: all. */
  place: number | null;
  /** Null: not known yet. */
  total: number | null;
  /** Null: those of the report around. */
  days: Days | null;
}

/** `Pelanggan kembali: 61 chat`; before the number is known, its name. */
export function titleOf({ figure, place, total, days }: Listed, zone: string | null, lang: ChatsLang): string {
  const { t, numbers, periods } = lang;
  const what = nameOf(figure, place, zone, lang);
  const name = days === null ? what : t('in_days', { figure: what, days: periods.range(days) });
  if (total === null) return name;
  const chats = total === 0 ? t('none') : total === 1 ? t('chats_one') : t('chats', { n: numbers.count(total) });
  return t('title', { figure: name, chats });
}

/** `Di luar jam kerja, 20.00–21.00 WIB`; an hour without its zone is not said. */
function nameOf(figure: ChatFigure, place: number | null, zone: string | null, { t, periods }: ChatsLang): string {
  const by = placesOf(figure)?.by;
  if (place === null || by === undefined) return t(`figure_${figure}`);
  if (by === 'hour') return zone === null ? t(`figure_${figure}`) : t('in_hour', { figure: t(`figure_${figure}`), hours: periods.hour(place), zone });
  if (place > TURNS_EXACT_UP_TO) return t('in_turns_more', { n: TURNS_EXACT_UP_TO });
  return place === 1 ? t('in_turns_one') : t('in_turns', { n: place });
}

export function chatsView({ chats, total, as_of, kept_from }: ChatList, { organization }: ReportMeta, lang: ChatsLang): ChatsView {
  const { t, numbers, periods } = lang;
  // Chats that came since may make the list longer than it was said to be.
  const all = Math.max(total, chats.length);
  return {
    rows: chats.map((chat) => rowOf(chat, organization.time_zone, lang)),
    // The title has said of a single one that it is all.
    shown: chats.length === 0 || all === 1 ? null : t('shown', { shown: numbers.count(chats.length), total: numbers.count(all) }),
    gone: kept_from === null ? null : t('gone', { day: periods.day(kept_from) }),
    empty: kept_from === null ? { title: t('empty'), help: t('empty_help') } : { title: t('all_gone'), help: t('gone_help', { day: periods.day(kept_from) }) },
    freshness: as_of === null ? null : t('as_of', { moment: periods.moment(as_of, organization.time_zone) }),
  };
}

function rowOf(chat: Chat, timeZone: string, lang: ChatsLang): Row {
  const { t, periods } = lang;
  const moment = periods.moment(chat.closed_at ?? chat.first_inbound_at, timeZone);
  const kind = KINDS.find((known) => known === chat.outcome) ?? (chat.closed_at === null ? 'still_open' : 'other');
  const channel = channelName(chat.channel);
  const called = `${moment}, ${channel}`;
  return {
    id: chat.id,
    room_id: chat.room_id,
    when: chat.closed_at === null ? t('opened', { moment }) : t('closed', { moment }),
    kind,
    outcome: t(`outcome_${kind}`),
    channel,
    topic: cleanText(chat.topic ?? '') || t('no_topic'),
    note: chat.corrected ? t('corrected') : kind === 'came_back' ? t('returned') : null,
    open: { text: t('open'), name: t('open_name', { chat: called }) },
    returned:
      chat.returned_in_room_id === null ? null : { room_id: chat.returned_in_room_id, text: t('open_return'), name: t('open_return_name', { chat: called }) },
    ruling: rulingOf(chat, kind, called, lang),
  };
}

function rulingOf({ corrected, returned_in }: Chat, kind: Kind, chat: string, { t }: ChatsLang): Row['ruling'] {
  if (kind === 'came_back' && returned_in !== null) return { text: t('rule'), name: t('rule_name', { chat }), different_matter: true };
  return corrected ? { text: t('unrule'), name: t('unrule_name', { chat }), different_matter: false } : null;
}

/** What became of the last ruling; `undo`: what would take it back. */
export interface RulingNote {
  text: string;
  undo: { id: string; different_matter: boolean } | null;
  /** So many rows stand above it: it is said where the chat is, or where it was until the ruling took it off the list. */
  at: number;
}

export function rulingNote(ruling: Ruling | null, rows: readonly Pick<Row, 'id'>[], { t }: ChatsLang): RulingNote | null {
  if (ruling === null) return null;
  const at = placeOf(ruling, rows);
  switch (ruling.status) {
    case 'saving':
      return { text: t('saving'), undo: null, at };
    case 'saved': {
      const { id, different_matter } = ruling;
      return { text: t(different_matter ? 'ruled' : 'unruled'), undo: { id, different_matter: !different_matter }, at };
    }
    case 'failed':
      return { text: t(FAILED[ruling.error.code] ?? 'not_ruled'), undo: null, at };
  }
}

function placeOf({ id, below }: Ruling, rows: readonly Pick<Row, 'id'>[]): number {
  const own = rows.findIndex((row) => row.id === id);
  if (own !== -1) return own + 1;
  const next = rows.findIndex((row) => below.includes(row.id));
  return next === -1 ? rows.length : next;
}

const FAILED: Partial<Record<ErrorCode, 'not_ruled_offline' | 'not_ruled_forbidden' | 'not_ruled_signed_out'>> = {
  offline: 'not_ruled_offline',
  forbidden: 'not_ruled_forbidden',
  auth_rejected: 'not_ruled_signed_out',
  auth_empty: 'not_ruled_signed_out',
};
