import { QueryClient } from '@tanstack/query-core';
import { watchBlocked } from './complain-of.ts';
import { ReportError } from './errors.ts';
import { forgetOrganization } from './organization.ts';
import type { Fetcher } from './request-json.ts';
import { type TokenProvider, TokenSource } from './token.ts';

/** Who asks, and where. */
export interface Identity {
  src: string | undefined;
  org: string | undefined;
  tokenProvider: TokenProvider | undefined;
  fetcher: Fetcher | undefined;
}

/** One identity's way to one service: its address, its token and its cache. */
export interface Connection {
  /** Ends with a slash. */
  readonly base: URL;
  readonly org: string | undefined;
  readonly tokens: TokenSource | null;
  readonly fetcher: Fetcher | undefined;
  readonly client: QueryClient;
}

const NONE = {};
/** By provider, then fetcher, then address and organization. Weak: a connection goes when the host lets go of its functions. */
let connections = new WeakMap<object, WeakMap<object, Map<string, Connection>>>();
/** The same, to go through them all. */
const made = new Set<WeakRef<Connection>>();

/**
 * The connection of an identity. Widgets of the same identity get the same one, hence one token, one request and one cache;
 * another identity gets another one, and nothing passes between the two.
 * @throws {ReportError} `bad_source`, `no_token_provider`
 */
export function connect(identity: Identity): Connection {
  const { tokenProvider, fetcher } = identity;
  // Frameworks write null or an empty text for what is not set.
  const org = identity.org || undefined;
  const base = baseOf(identity.src);
  watchBlocked();
  if (!tokenProvider && !fetcher) throw new ReportError('no_token_provider');
  // A token in place of the function, for one.
  if (![tokenProvider, fetcher].every((given) => !given || typeof given === 'function')) throw new ReportError('no_token_provider', { misuse: 'IMPACT-005' });
  const byFetcher = inserted<object, WeakMap<object, Map<string, Connection>>>(connections, tokenProvider ?? NONE, () => new WeakMap());
  const byPlace = inserted<object, Map<string, Connection>>(byFetcher, fetcher ?? NONE, () => new Map());
  return inserted(byPlace, `${base.href} ${org ?? ''}`, () => {
    const connection = { base, org, tokens: !tokenProvider ? null : new TokenSource(tokenProvider, org), fetcher, client: new QueryClient() };
    made.add(new WeakRef(connection));
    return connection;
  });
}

/** Drops token and figures of a connection. Whoever looks at it has to ask for another one. */
export function forget(connection: Connection): void {
  const { client, tokens } = connection;
  // A request on its way would otherwise be kept with what asked for it.
  void client.cancelQueries();
  client.clear();
  tokens?.forget();
  forgetOrganization(connection);
}

/** Drops every token and figure of this page: from now on the same functions may stand for somebody else. */
export function forgetAll(): void {
  for (const connection of living()) forget(connection);
  made.clear();
  connections = new WeakMap();
}

/** Those of this page that are still held, by anyone. */
export function living(): Connection[] {
  return [...made].flatMap((reference) => {
    const connection = reference.deref();
    if (connection === undefined) made.delete(reference);
    return connection ?? [];
  });
}

function inserted<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = create();
  map.set(key, value);
  return value;
}

/** The service's address, from the page's. A token never leaves over plain http, except to this very machine. */
function baseOf(src: string | undefined): URL {
  if (!src) throw new ReportError('bad_source');
  const url = URL.parse(src, globalThis.document?.baseURI);
  if (url === null) throw new ReportError('bad_source', { misuse: 'IMPACT-002' });
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(url.hostname)))
    throw new ReportError('bad_source', { misuse: 'IMPACT-003', note: url.origin === 'null' ? url.protocol : url.origin });
  // Addresses below it are made of its path alone; what else it says would get lost on the way, or make the browser refuse.
  if (/[?#]/.test(url.href)) throw new ReportError('bad_source', { misuse: 'IMPACT-002', note: 'it goes on after the path, with ? or #' });
  if (url.username || url.password) throw new ReportError('bad_source', { misuse: 'IMPACT-002', note: 'it names a user or a password' });
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

const isThisMachine = (host: string): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
