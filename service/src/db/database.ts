/** Runs one statement. Values are always parameters ($1, $2, ...); nothing is ever pasted into SQL. */
export interface Queryable {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A transaction of the owner. */
export interface OwnerTransaction extends Queryable {
  /** Runs a script of several statements, such as a migration. */
  script(sql: string): Promise<void>;
}

/** A transaction of request code. */
export interface RequestTransaction extends Queryable {
  /** As `query`, for a statement that every report asks: on a server each connection parses and plans it once, which takes longer than to answer it. */
  prepared<Row>(sql: string, values: readonly unknown[]): Promise<Row[]>;
}

/** The owner's access: migrations, imports and refresh. Request code never gets hold of it. */
export interface OwnerDatabase extends Queryable {
  /**
   * One transaction: committed when the work is done, rolled back when it throws.
   * @param signal lets the work fail at its next statement, and on a server gives up the one that runs
   */
  transaction<T>(work: (tx: OwnerTransaction) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** After many rows of these tables changed: renews what the planner knows of them, and frees their room where no server does that by itself. */
  tidy(tables: readonly string[]): Promise<void>;
}

/** The access of request code: a limited role that sees one organization's rows, by row-level security, and may write to no table. */
export interface RequestDatabase {
  /** One read-only transaction that sees only what belongs to the organization. */
  asOrganization<T>(organizationId: string, work: (tx: RequestTransaction) => Promise<T>): Promise<T>;
  /** One transaction as above that may also call the functions which change what the organization itself enters. */
  changeAsOrganization<T>(organizationId: string, work: (tx: Queryable) => Promise<T>): Promise<T>;
}

/** How many connections of a pool work, are free, and are waited for. */
export interface PoolState {
  pool: 'owner' | 'request';
  busy: number;
  idle: number;
  waiting: number;
}

/** An open database, with both kinds of access apart. */
export interface Database {
  /** Names the server for the log: `PGlite in .data` or `PostgreSQL 17.2`. No address, no secret. */
  readonly name: string;
  readonly owner: OwnerDatabase;
  readonly request: RequestDatabase;
  /** None where there is one session and no pool. */
  readonly connections: () => readonly PoolState[];
  close(): Promise<void>;
}

/** The group role that every request runs under; migrations create it and grant it what a report needs. */
export const REQUEST_ROLE = 'impact_app';
