// The chats behind a figure, a page at a time, and an admin's ruling on a return.
import { type ChatFigure, ChatPage, type ReturnRulingInput } from '@qontak/impact-contract';
import { type Reader, assertBeside } from './beside-report.ts';
import type { Connection } from './connection.ts';
import { ReportError } from './errors.ts';
import { renewReports } from './query-options.ts';
import { isGood, refusal, requestAnswer, requestJson } from './request-json.ts';

/** Which chats: those of a figure, or of one place of its picture, in the days and the channel of the report that shows it. */
export interface ChatsQuery {
  figure: ChatFigure;
  /** Null: wherever the picture of the figure has them. */
  place: number | null;
  from: string;
  to: string;
  /** Null: all channels. */
  channel: string | null;
}

function chatsUrl(base: URL, { figure, place, from, to, channel }: ChatsQuery, cursor: string | null): URL {
  const url = new URL('v1/impact-report/chats', base);
  for (const [name, value] of Object.entries({ figure, place, from, to, channel, cursor })) if (value !== null) url.searchParams.set(name, String(value));
  return url;
}

/**
 * One page of the chats; without a cursor the first.
 * @throws {ReportError}
 */
export async function fetchChats(connection: Connection, query: ChatsQuery, { cursor, ...reader }: Reader & { cursor: string | null }): Promise<ChatPage> {
  const { base, tokens, fetcher } = connection;
  const page = await requestJson({ url: chatsUrl(base, query, cursor), parser: ChatPage, tokens, fetcher, signal: reader.signal });
  assertBeside(connection, page.meta.organization, reader);
  // A service that knows no places yet would answer with the whole figure.
  if (page.meta.figure !== query.figure || (page.meta.place ?? null) !== query.place)
    throw new ReportError('schema', { note: 'meta.figure: chats of another figure' });
  return page;
}

/**
 * Marks the return of a chat as a different matter, or takes that back. Every report of the connection is then asked for anew.
 * @throws {ReportError} Nothing is known to be stored.
 */
export async function ruleOnReturn(connection: Connection, id: string, ruling: ReturnRulingInput, signal: AbortSignal): Promise<void> {
  const { base, tokens, fetcher } = connection;
  // An address takes `..` for the way up, however it is escaped: such an id would reach another route.
  if (/^\.*$/.test(id)) throw new ReportError('bad_request', { note: 'an id that is no id' });
  const url = new URL(`v1/chats/${encodeURIComponent(id)}/return-ruling`, base);
  const answer = await requestAnswer({ url, write: { method: 'PUT', body: ruling, etag: null }, tokens, fetcher, signal });
  if (!isGood(answer)) throw refusal(answer);
  renewReports(connection);
}
