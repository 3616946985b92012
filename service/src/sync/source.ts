import pg from 'pg';
import type { Queryable } from '../db/database.ts';
import { DatabaseAway, databaseError } from '../db/errors.ts';
import { codeOf, SourceAway, SyncRefused } from './errors.ts';
import { CLOCK, type Question } from './source-queries.ts';

const CONNECTION_TIMEOUT = 10_000;
/** When the server does not even say that the time is over, the network is gone. */
const GRACE = 5_000;

/** Why a login or a statement can never succeed as things stand. */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': 'it does not accept the password. Check SYNC_SOURCE_URL',
  '28000': 'it does not accept the login. Check SYNC_SOURCE_URL',
  '3D000': 'it has no such database. Check SYNC_SOURCE_URL',
  '42501': 'the user of SYNC_SOURCE_URL may not read it. Grant select on the mapped tables',
  '42P01': 'a mapped table is gone. Check the configuration',
  '42703': 'a mapped column is gone. Check the configuration',
};

/** Rows and what the source's clock showed before they were read. */
export interface Read<Row> {
  clock: string | null;
  rows: Row[];
}

/**
 * The followed database, for one pass. Every question is a read-only transaction of its own: a pass that held one open for hours would keep the
 * source from tidying up. Nothing is set on the connection itself, because it may be a pooler's.
 */
export class Source implements Queryable {
  readonly #client: pg.Client;
  readonly #begin: string;

  private constructor(client: pg.Client, begin: string) {
    this.#client = client;
    this.#begin = begin;
  }

  /** @throws {SourceAway | SyncRefused} */
  static async open(url: string, statementTimeoutSeconds: number): Promise<Source> {
    const milliseconds = statementTimeoutSeconds * 1000;
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECTION_TIMEOUT,
      query_timeout: milliseconds + GRACE,
      application_name: 'impact-sync',
    });
    // a connection that is lost between two questions would end the process
    client.on('error', () => {});
    try {
      await client.connect();
    } catch (error) {
      throw sourceError(error);
    }
    return new Source(
      client,
      `begin transaction read only; set local statement_timeout = ${milliseconds}; set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'`,
    );
  }

  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.read<Row>({ sql, values })).rows;
  }

  async read<Row>({ sql, values }: Question): Promise<Read<Row>> {
    try {
      await this.#client.query(this.#begin);
      const clock = await this.#client.query<{ clock: string | null }>(CLOCK);
      const { rows } = await this.#client.query({ text: sql, values: [...values] });
      await this.#client.query('commit');
      return { clock: clock.rows[0]!.clock, rows: rows as Row[] };
    } catch (error) {
      await this.#client.query('rollback').catch(() => {});
      throw sourceError(error);
    }
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => {});
  }
}

/** Without the driver's own message, which may name host and user. */
function sourceError(error: unknown): unknown {
  const code = codeOf(error);
  const refusal = REFUSALS[code];
  if (refusal !== undefined) return new SyncRefused(`Could not read the source: ${refusal}.`, { cause: error });
  if (code === '57014') {
    const advice = 'Make an index on its organization, its last change and its id, or raise statement_timeout_seconds';
    return new SourceAway(`Could not read the source: a page took too long. ${advice}.`, { cause: error });
  }
  if (!(databaseError(error) instanceof DatabaseAway)) return error;
  return new SourceAway(`Could not reach the source${code === '' ? '' : ` (${code})`}. Is it running, and is SYNC_SOURCE_URL right?`, { cause: error });
}
