import { type Chat, type ChatFigure, type ChatPage, type ImpactReport, type ReturnRulingInput } from '@qontak/impact-contract';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';
import { offline } from '../kit/common-stories.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-chats';
const ORIGIN = 'https://metrics.example.id';
const PAGE = 20;

const TOPICS = ['Jadwal pengiriman', 'Cara retur barang', null, 'Stok ukuran XL', 'Pembayaran gagal', '\u202Emalem tukA', 'Ganti alamat'];

/** A chat that came back, the n-th of a month; a test says what is special about it. */
export const chatOf = (n: number, special: Partial<Chat> = {}): Chat => {
  const at = (hours: number): string => new Date(Date.UTC(2026, 9, 31, 9) - n * 11 * 3_600_000 + hours * 3_600_000).toISOString();
  return {
    id: `chat-${n}`,
    room_id: `room-${n}`,
    channel: n % 3 === 0 ? 'instagram' : 'whatsapp',
    topic: TOPICS[n % TOPICS.length]!,
    first_inbound_at: at(-1),
    closed_at: at(0),
    outcome: 'came_back',
    returned_in: `chat-${n}-again`,
    returned_in_room_id: special.returned_in === null ? null : `room-${n}-again`,
    corrected: false,
    ...special,
  };
};

export const manyChats = (count: number, special?: (n: number) => Partial<Chat>): Chat[] => Array.from({ length: count }, (_, n) => chatOf(n, special?.(n)));

interface Books {
  chats: Chat[];
  /** What a page says beside the chats. */
  meta?: Partial<ChatPage['meta']>;
  /** Instead of a page. */
  refuse?: () => Response | Promise<Response>;
  /** Instead of storing a ruling. */
  refuseRuling?: () => Response;
}

/** A service with these chats, which an admin may rule on; the report counts its corrections. */
export function service(books: Books): (url: URL, init: RequestInit) => Promise<Response> {
  const corrected = new Set<string>();
  return async (url, init) => {
    if (init.method === 'PUT') return rule(url, init, corrected, books);
    if (!url.pathname.endsWith('/chats')) return Response.json(reportOf(books.chats.length - corrected.size, corrected.size));
    return books.refuse?.() ?? Response.json(pageOf(url, corrected, books));
  };
}

export const reportOf = (came_back: number, corrected = 0): ImpactReport =>
  sampleReport({
    hero: sampleHero({ outcomes: { human_only: 510, came_back, stayed_solved: 620 + corrected, handed_over: 240, ended_unclear: 79 }, corrected }),
  });

function rule(url: URL, init: RequestInit, corrected: Set<string>, { refuseRuling }: Books): Response {
  if (refuseRuling) return refuseRuling();
  const id = decodeURIComponent(url.pathname.split('/').at(-2)!);
  const { different_matter } = JSON.parse(init.body as string) as ReturnRulingInput;
  if (different_matter) corrected.add(id);
  else corrected.delete(id);
  return Response.json({ status: 'success' });
}

function pageOf(url: URL, corrected: Set<string>, { chats, meta }: Books): ChatPage {
  const figure = url.searchParams.get('figure') as ChatFigure;
  const all = chats.flatMap((chat): Chat[] => {
    if (!corrected.has(chat.id)) return figure === 'corrected' ? [] : [chat];
    return figure === 'corrected' ? [{ ...chat, outcome: 'stayed_solved', returned_in: null, returned_in_room_id: null, corrected: true }] : [];
  });
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const next_cursor = from + PAGE < all.length ? String(from + PAGE) : null;
  const { organization } = sampleReport().meta;
  return {
    status: 'success',
    data: all.slice(from, from + PAGE),
    meta: { organization, figure, total: all.length, next_cursor, as_of: '2026-11-22T03:15:00Z', ...meta },
  };
}

const shown = (name: string, books: Books, figure: ChatFigure = 'came_back', more: Partial<Story> = {}): Story => ({
  tag,
  name,
  settings: () => ({ src: ORIGIN, fetcher: service(books), inline: true, figure }),
  ends: 'ready',
  ...more,
});
const refused = (name: string, status: number): Story =>
  shown(name, { chats: [], refuse: () => new Response(null, { status }) }, 'came_back', { ends: 'failed' });

const press =
  (selector: string): ((root: ShadowRoot) => boolean) =>
  (root) => {
    const button = root.querySelector<HTMLElement>(selector);
    button?.click();
    return button !== null;
  };
const RULE = '.row [aria-label^="Tandai urusan lain"], .row [aria-label^="Mark as"]';

const OUTCOMES = ['stayed_solved', 'came_back', 'handed_over', 'ended_unclear', 'human_only', 'checking', 'uncheckable', 'a_newer_one'];

export const stories: Story[] = [
  shown('customers who came back', { chats: manyChats(61) }),
  shown('days whose chats are no longer kept', { chats: [], meta: { total: 61, kept_from: '2026-10-01' } }),
  shown('some days whose chats are no longer kept', { chats: manyChats(3), meta: { total: 61, kept_from: '2026-10-15' } }),
  shown('a reader who may not rule', { chats: manyChats(3), meta: { can_edit: false } }),
  shown(
    'every outcome',
    { chats: manyChats(9, (n) => (n === 8 ? { closed_at: null, outcome: 'still_open', returned_in: null } : { outcome: OUTCOMES[n]!, returned_in: null })) },
    'closed',
  ),
  shown('a corrected return', { chats: manyChats(2, () => ({ outcome: 'stayed_solved', returned_in: null, corrected: true })) }, 'stayed_solved'),
  shown('just marked as a different matter', { chats: manyChats(4) }, 'came_back', { acts: [press(RULE)] }),
  shown('a mark that was refused', { chats: manyChats(2), refuseRuling: () => new Response(null, { status: 403 }) }, 'came_back', { acts: [press(RULE)] }),
  shown('long and strange names', { chats: [chatOf(1, { topic: 'Pertanyaan'.repeat(40), channel: 'kanal-buatan-sendiri-yang-panjang-sekali' })] }),
  shown('no chats', { chats: [] }, 'uncheckable'),
  shown('loading', { chats: [], refuse: () => new Promise(() => {}) }, 'came_back', { ends: 'loading' }),
  shown('no answer', { chats: [], refuse: () => Promise.reject(new TypeError('Failed to fetch')) }, 'came_back', { ends: 'failed' }),
  shown('offline', { chats: [], refuse: offline }, 'came_back', { ends: 'failed' }),
  refused('forbidden', 403),
  refused('too many requests', 429),
  refused('the service is away', 503),
  refused('signed out', 401),
  { tag, name: 'no way to the service', settings: () => ({ data: reportOf(61), inline: true, figure: 'came_back' }) as never, ends: 'failed' },
];
