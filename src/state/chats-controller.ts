import type { Chat, ChatPage, LocalDate } from '@qontak/impact-contract';
import type { ReactiveController, ReactiveElement } from 'lit';
import { fetchChats, isDenied, ReportError, ruleOnReturn } from '#data';
import type { Stale } from './report-state.ts';
import { isSame, isSameReader, type WantedChats } from './wanted-chats.ts';

/** The chats behind a figure, as far as they have been asked for. */
export interface ChatList {
  chats: Chat[];
  total: number;
  as_of: string | null;
  /** Chats of the days before it are no longer kept; null: all of the period are. */
  kept_from: LocalDate | null;
  /** Of further chats; `none`: these are all. */
  more: 'none' | 'there' | 'loading' | 'failed';
  stale: Stale | null;
}

export type ChatsState =
  /** Nobody wants to see chats. */
  { status: 'closed' } | { status: 'loading' } | { status: 'failed'; error: ReportError; shown: true; retry: () => void } | { status: 'ready'; list: ChatList };

/** An admin's last ruling on a return: on its way, stored, or not. */
export type Ruling = Ruled & ({ status: 'saving' | 'saved'; different_matter: boolean } | { status: 'failed'; error: ReportError });

/** What was ruled on, and where it stood: a ruling may take it off the list. */
interface Ruled {
  id: string;
  /** The chats that stood below it. */
  below: readonly string[];
}

/** What came so far, and where it goes on. */
interface Pages {
  list: ChatList;
  cursor: string | null;
  count: number;
  /** In milliseconds since the epoch. */
  fetchedAt: number;
}

const CLOSED: ChatsState = { status: 'closed' };

/** The chats that an element wants to show: asked for while it wants them, given up when it does not. */
export class ChatsController implements ReactiveController {
  state: ChatsState = CLOSED;
  ruling: Ruling | null = null;
  readonly #host: ReactiveElement;
  readonly #wanted: () => WantedChats | null;
  #now: WantedChats | null = null;
  #reader = new AbortController();
  #pages: Pages | null = null;
  #canRule = true;

  /** @param wanted - Read at every update; null: no chats. */
  constructor(host: ReactiveElement, wanted: () => WantedChats | null) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  /** False once the service has said that this reader may not rule on returns. */
  get canRule(): boolean {
    return this.#canRule;
  }

  hostUpdate(): void {
    const wanted = this.#host.isConnected ? this.#wanted() : null;
    if (isSame(wanted, this.#now)) return;
    // A ruling is said for as long as its list, or the list of what was ruled, is looked at.
    if (wanted === null || !isSameReader(wanted, this.#now)) this.#startOver();
    this.#now = wanted;
    this.#leave();
    this.state = wanted === null ? CLOSED : { status: 'loading' };
    if (wanted !== null) void this.#load(1);
  }

  hostDisconnected(): void {
    this.#leave();
    this.#startOver();
    this.#now = null;
    this.state = CLOSED;
  }

  /** The next page, below what is shown. */
  async more(): Promise<void> {
    const pages = this.#pages;
    const { signal } = this.#reader;
    if (pages === null || pages.cursor === null || pages.list.more === 'loading') return;
    this.#show({ ...pages, list: { ...pages.list, more: 'loading' } });
    try {
      const page = await this.#fetch(pages.cursor, signal);
      if (!signal.aborted) this.#show(joined(pages, page));
    } catch (error) {
      if (signal.aborted) return;
      if (isDenied(asReportError(error))) this.#fail(error);
      else this.#show({ ...pages, list: { ...pages.list, more: 'failed' } });
    }
  }

  /** Rules on a return, then asks for the list anew. */
  async rule(id: string, different_matter: boolean): Promise<void> {
    const connection = this.#now?.connection;
    const { signal } = this.#reader;
    if (!connection || this.ruling?.status === 'saving') return;
    const ruled = { id, below: this.#below(id) };
    this.#say({ ...ruled, status: 'saving', different_matter });
    try {
      await ruleOnReturn(connection, id, { different_matter }, signal);
    } catch (error) {
      if (signal.aborted) return;
      const problem = asReportError(error);
      if (problem.code === 'forbidden') this.#canRule = false;
      this.#say({ ...ruled, status: 'failed', error: problem });
      return;
    }
    if (signal.aborted) return;
    this.#say({ ...ruled, status: 'saved', different_matter });
    await this.#load(this.#pages?.count ?? 1);
  }

  /** One that the last ruling took off the list stands there no more. */
  #below(id: string): readonly string[] {
    const ids = this.#pages?.list.chats.map((chat) => chat.id) ?? [];
    if (!ids.includes(id) && this.ruling?.id === id) return this.ruling.below;
    return ids.slice(ids.indexOf(id) + 1);
  }

  /** Asks for as many pages as are shown; what is shown stays until they are there. */
  async #load(count: number): Promise<void> {
    const { signal } = this.#reader;
    try {
      let pages = opened(await this.#fetch(null, signal));
      while (pages.count < count && pages.cursor !== null) pages = joined(pages, await this.#fetch(pages.cursor, signal));
      if (!signal.aborted) this.#show(pages);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  async #fetch(cursor: string | null, signal: AbortSignal): Promise<ChatPage> {
    const { connection, organization, query } = this.#now!;
    if (connection === null) throw new ReportError('bad_source');
    const page = await fetchChats(connection, query, { organization, cursor, signal });
    if (page.meta.can_edit === false && !signal.aborted) this.#canRule = false;
    return page;
  }

  #show(pages: Pages): void {
    this.#pages = pages;
    this.state = { status: 'ready', list: pages.list };
    this.#host.requestUpdate();
  }

  /** Older chats stay, and are said to be older; not for a reader who may no longer see them. */
  #fail(cause: unknown): void {
    const error = asReportError(cause);
    const pages = this.#pages;
    if (pages !== null && !isDenied(error)) return this.#show({ ...pages, list: { ...pages.list, stale: { since: pages.fetchedAt, error } } });
    this.#pages = null;
    this.state = { status: 'failed', error, shown: true, retry: () => this.#retry() };
    this.#host.requestUpdate();
  }

  #retry(): void {
    if (this.#now === null) return;
    this.state = { status: 'loading' };
    this.#host.requestUpdate();
    void this.#load(1);
  }

  #say(ruling: Ruling): void {
    this.ruling = ruling;
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#reader.abort();
    this.#reader = new AbortController();
    this.#pages = null;
  }

  #startOver(): void {
    this.ruling = null;
    this.#canRule = true;
  }
}

const opened = ({ data, meta }: ChatPage): Pages => ({
  list: {
    chats: data,
    total: meta.total,
    as_of: meta.as_of,
    kept_from: meta.kept_from ?? null,
    more: meta.next_cursor === null ? 'none' : 'there',
    stale: null,
  },
  cursor: meta.next_cursor,
  count: 1,
  fetchedAt: Date.now(),
});

/** A chat that moved from one page to the next while they were asked for is one chat. */
function joined({ list, count }: Pages, page: ChatPage): Pages {
  const known = new Set(list.chats.map(({ id }) => id));
  const next = opened(page);
  return { ...next, list: { ...next.list, chats: [...list.chats, ...page.data.filter(({ id }) => !known.has(id))] }, count: count + 1 };
}

const asReportError = (error: unknown): ReportError => (error instanceof ReportError ? error : new ReportError('network', { cause: error }));
