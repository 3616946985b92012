// A source of the tests: tables under other names and with other types than ours, in another database of the server.
import { createServer, type Server, type Socket, connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { OwnerDatabase } from '../src/db/database.ts';
import type { SyncConfig } from '../src/sync/sync-config.ts';
import { readSyncConfig } from '../src/sync/sync-config.ts';
import { type PassOptions, type PassResult, syncPass } from '../src/sync/sync-pass.ts';
import { newServerDatabase } from './databases.ts';

const TABLES = `
  create type channel_kind as enum ('WhatsApp', 'Instagram');
  create table "Rooms" (
    number bigint primary key, company uuid, customer text, kind channel_kind, subject varchar(80), created timestamptz, wrote timestamptz, resolved timestamp,
    how text, agent integer, test boolean, changed timestamptz, removed timestamptz);
  create index on "Rooms" (company, changed, number);
  create table logs (room bigint, company uuid, answers integer, turns numeric, answered timestamptz, changed timestamptz);
  create table closings (room bigint, company uuid, resolved timestamptz, how text, agent integer, wrote timestamptz, changed timestamptz)`;

/** What a configuration file about these tables holds. */
export const MAPPING = {
  rooms: {
    table: 'public."Rooms"',
    columns: {
      id: 'number',
      organization_id: 'company',
      contact_id: 'customer',
      channel: 'kind',
      topic: 'subject',
      created_at: 'created',
      first_inbound_at: 'wrote',
      closed_at: 'resolved',
      closed_reason: 'how',
      assign_channel_agent_id: 'agent',
      is_test: 'test',
      updated_at: 'changed',
      deleted_at: 'removed',
    },
  },
  activity: { table: 'logs', columns: { room_id: 'room', organization_id: 'company', ai_answers: 'answers', turns: 'turns', updated_at: 'changed' } },
};

export const CLOSES = {
  table: 'closings',
  columns: {
    room_id: 'room',
    organization_id: 'company',
    closed_at: 'resolved',
    closed_reason: 'how',
    assign_channel_agent_id: 'agent',
    first_inbound_at: 'wrote',
    updated_at: 'changed',
  },
};

export const configOf = (file: unknown, differs: Partial<SyncConfig> = {}): SyncConfig => ({
  ...readSyncConfig(JSON.stringify(file), 'sync.json'),
  ...differs,
});

/** A room of the source: AI solved it alone on 5 October at noon, unless the test says otherwise. */
export interface SourceRoom {
  number: number | string;
  company: string;
  customer?: string | null;
  subject?: string;
  created?: string | null;
  wrote?: string;
  resolved?: string | null;
  how?: string | null;
  agent?: number;
  changed?: string;
  removed?: string | null;
}

export class SyncSource implements AsyncDisposable {
  readonly url: string;
  readonly client: pg.Client;

  private constructor(url: string, client: pg.Client) {
    this.url = url;
    this.client = client;
  }

  static async open(): Promise<SyncSource> {
    const url = await newServerDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`set timezone to 'UTC'`);
    await client.query(TABLES);
    return new SyncSource(url, client);
  }

  async run(sql: string, values: readonly unknown[] = []): Promise<void> {
    await this.client.query(sql, [...values]);
  }

  /** Writes a room as it is now. */
  put(room: SourceRoom): Promise<void> {
    const row = {
      customer: 'rina',
      kind: 'WhatsApp',
      subject: 'ongkir',
      created: '2026-10-05T11:50:00Z',
      wrote: '2026-10-05T11:50:00Z',
      resolved: '2026-10-05 12:00:00',
      how: 'RESOLVE_AI',
      test: false,
      changed: '2026-10-05T12:00:00Z',
      ...room,
    };
    const columns = Object.keys(row);
    const places = columns.map((_, i) => `$${i + 1}`);
    const set = columns.map((column) => `${column} = excluded.${column}`);
    const sql = `insert into "Rooms" (${columns.join(', ')}) values (${places.join(', ')}) on conflict (number) do update set ${set.join(', ')}`;
    return this.run(sql, Object.values(row));
  }

  /** Whether a sync is connected to it. */
  async isRead(): Promise<boolean> {
    const { rows } = await this.client.query(`select from pg_stat_activity where datname = current_database() and application_name = 'impact-sync'`);
    return rows.length > 0;
  }

  /** One pass over it. */
  pass(owner: OwnerDatabase, differs: Partial<PassOptions> = {}): Promise<PassResult> {
    const usual = { url: this.url, config: configOf(MAPPING), reconcile: false, deleteMany: false, signal: new AbortController().signal, tell: null };
    return syncPass(owner, { ...usual, ...differs });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.end();
  }
}

/** A way to a server that can be cut. */
export class Relay implements AsyncDisposable {
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;

  private constructor(target: string) {
    this.#target = new URL(target);
  }

  static async to(target: string): Promise<Relay> {
    const relay = new Relay(target);
    await relay.mend();
    return relay;
  }

  get url(): string {
    const url = new URL(this.#target);
    url.hostname = '127.0.0.1';
    url.port = String(this.#port);
    return url.href;
  }

  async mend(): Promise<void> {
    this.#server = createServer((near) => {
      const far = connect(Number(this.#target.port), this.#target.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one
          .on('error', () => {})
          .on('close', () => {
            this.#sockets.delete(one);
            other.destroy();
          });
        one.pipe(other);
      }
    }).listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as { port: number }).port;
  }

  async cut(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  [Symbol.asyncDispose] = (): Promise<void> => this.cut();
}

/** Waits until something is so; the test's own time limit ends a wait for nothing. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await pause(20);
}
