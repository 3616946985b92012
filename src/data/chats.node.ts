import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { QueryObserver } from '@tanstack/query-core';
import type { ChatPage } from '@qontak/impact-contract';
import { type ChatsQuery, fetchChats, ruleOnReturn } from './chats.ts';
import { type Connection, connect } from './connection.ts';
import { ReportError } from './errors.ts';
import { REPORT_KEY } from './query-options.ts';
import type { Fetcher } from './request-json.ts';

const QUERY: ChatsQuery = { figure: 'came_back', place: null, from: '2026-10-01', to: '2026-10-31', channel: null };
const PAGE: ChatPage = { status: 'success', data: [], meta: { organization: { id: 'a' }, figure: 'came_back', total: 0, next_cursor: null, as_of: null } };
const { signal } = new AbortController();
const reader = { organization: 'a', signal };

function service(answer: () => Response): { connection: Connection; seen: { url: URL; init: RequestInit }[] } {
  const seen: { url: URL; init: RequestInit }[] = [];
  const fetcher: Fetcher = async (url, init) => (seen.push({ url, init }), answer());
  return { connection: connect({ src: 'https://metrics.example.id/api', org: undefined, tokenProvider: () => 't', fetcher }), seen };
}
const fails = (code: string) => (error: unknown) => error instanceof ReportError && error.code === code;

describe('the chats behind a figure', () => {
  test('are asked for by days, channel and cursor, with the token in the header only', async () => {
    const { connection, seen } = service(() => Response.json(PAGE));
    await fetchChats(connection, { ...QUERY, channel: 'web & chat' }, { cursor: 'a/b=', ...reader });
    const [{ url, init }] = seen as [(typeof seen)[0]];
    assert.equal(url.pathname, '/api/v1/impact-report/chats');
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      figure: 'came_back',
      from: '2026-10-01',
      to: '2026-10-31',
      channel: 'web & chat',
      cursor: 'a/b=',
    });
    assert.equal(new Headers(init.headers).get('authorization'), 'Bearer t');
  });
  test('of one bar of a picture are asked for by its place', async () => {
    const { connection, seen } = service(() => Response.json({ ...PAGE, meta: { ...PAGE.meta, figure: 'after_hours', place: 0 } }));
    await fetchChats(connection, { ...QUERY, figure: 'after_hours', place: 0 }, { cursor: null, ...reader });
    assert.equal(seen[0]!.url.search, '?figure=after_hours&place=0&from=2026-10-01&to=2026-10-31');
  });
  test('of another figure or place, or of no contract, are none', async () => {
    const other = service(() => Response.json({ ...PAGE, meta: { ...PAGE.meta, figure: 'closed' } }));
    await assert.rejects(fetchChats(other.connection, QUERY, { cursor: null, ...reader }), fails('schema'));
    await assert.rejects(fetchChats(service(() => Response.json(PAGE)).connection, { ...QUERY, place: 3 }, { cursor: null, ...reader }), fails('schema'));
    const broken = service(() => Response.json({ ...PAGE, data: [{ id: 7 }] }));
    await assert.rejects(fetchChats(broken.connection, QUERY, { cursor: null, ...reader }), fails('schema'));
  });
  test('of another organization than the host says are none', async () => {
    const { connection } = service(() => Response.json(PAGE));
    await assert.rejects(fetchChats({ ...connection, org: 'b' }, QUERY, { cursor: null, ...reader }), fails('tenant_mismatch'));
    assert.equal((await fetchChats({ ...connection, org: 'A' }, QUERY, { cursor: null, ...reader })).status, 'success');
  });
});

describe('a ruling on a return', () => {
  test('is stored under the chat alone, whatever its id holds', async () => {
    const { connection, seen } = service(() => new Response(null, { status: 204 }));
    await ruleOnReturn(connection, 'a/../b?c#d', { different_matter: true }, signal);
    assert.equal(seen[0]!.url.href, 'https://metrics.example.id/api/v1/chats/a%2F..%2Fb%3Fc%23d/return-ruling');
    assert.equal(seen[0]!.init.body, '{"different_matter":true}');
  });
  test('never leaves its route: an id of dots is refused before anything is sent', async () => {
    const { connection, seen } = service(() => new Response(null, { status: 204 }));
    for (const id of ['..', '.', '']) await assert.rejects(ruleOnReturn(connection, id, { different_matter: true }, signal), fails('bad_request'));
    assert.equal(seen.length, 0);
  });
  test('has every report asked for anew, but not when it was refused', async () => {
    let status = 403;
    const { connection } = service(() => new Response(null, { status }));
    let asked = 0;
    const observer = new QueryObserver(connection.client, { queryKey: [...REPORT_KEY, {}], queryFn: () => (asked += 1) });
    const stop = observer.subscribe(() => {});
    await observer.refetch();
    const before = asked;
    await assert.rejects(ruleOnReturn(connection, 'a', { different_matter: true }, signal), fails('forbidden'));
    assert.equal(asked, before);
    status = 200;
    await ruleOnReturn(connection, 'a', { different_matter: true }, signal);
    assert.equal(asked, before + 1);
    stop();
    connection.client.clear();
  });
});
