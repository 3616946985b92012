import type { OwnerDatabase } from '../db/database.ts';
import { reuseRooms } from '../import/reused-rooms.ts';
import type { ChatKind } from '../import/rows.ts';
import { countDue } from './count-due.ts';
import { SourceAway } from './errors.ts';
import { dueIn } from './due-in.ts';
import { followedOrganizations } from './followed.ts';
import { type Followed, followTable, type Pass, type TableResult } from './follow-table.ts';
import { forgetPositions } from './position.ts';
import { removeGone } from './reconcile.ts';
import { Source } from './source.ts';
import { strangersQuestion } from './source-queries.ts';
import { type SourceTable, sourceTables } from './source-table.ts';
import type { SyncConfig } from './sync-config.ts';

/** What a pass did. */
export interface PassResult {
  tables: ReadonlyMap<ChatKind, TableResult>;
  /** Organizations whose reports were counted anew, and the newest moment among them. */
  counted: number;
  asOf: string | null;
}

export interface PassOptions {
  url: string;
  config: SyncConfig;
  /** Compares all ids as well, and reads every row again. */
  reconcile: boolean;
  deleteMany: boolean;
  signal: AbortSignal;
  /** Told once a process: what the source has that is left out. */
  tell: ((line: string) => void) | null;
}

/** Brings in everything that changed in the source since the last pass, and counts the reports anew. */
export async function syncPass(owner: OwnerDatabase, options: PassOptions): Promise<PassResult> {
  const { url, config, signal, tell } = options;
  const source = await Source.open(url, config.statementTimeoutSeconds);
  try {
    const tables = await sourceTables(source, config);
    const { followed, unknown } = await followedOrganizations(owner, config);
    if (tell) await tellLeftOut(source, tables, followed, unknown, tell);
    return await followAll({ owner, source, overlapSeconds: config.overlapSeconds, signal }, tables, followed, options);
  } finally {
    await source.close();
  }
}

async function followAll(pass: Pass, tables: readonly SourceTable[], followed: readonly Followed[], options: PassOptions): Promise<PassResult> {
  const { owner, signal } = pass;
  const kinds = tables.map(({ kind }) => kind);
  const totals = new Map(kinds.map((kind): [ChatKind, TableResult] => [kind, { read: 0, misspelled: 0, changed: 0, deleted: 0, rejected: 0 }]));
  const result = { tables: totals, counted: 0, asOf: null as string | null };
  const count = async (among: readonly Followed[]): Promise<void> => {
    const { counted, asOf } = await countDue(owner, { followed, among, kinds });
    result.counted += counted;
    result.asOf = asOf ?? result.asOf;
  };
  const due = new Map<ChatKind, ReadonlySet<string>>();
  for (const table of options.reconcile ? [] : tables) due.set(table.kind, await dueIn(table, followed, pass));
  for (const organization of followed) {
    const own = tables.filter(({ kind }) => due.get(kind)?.has(organization.id) ?? true);
    if (own.length === 0) continue;
    if (await followOrganization(pass, own, organization, totals, options)) await count([organization]);
    if (signal.aborted) return result;
  }
  await count(followed);
  return result;
}

/** @returns whether rows were read that may change the organization's reports */
async function followOrganization(
  pass: Pass,
  tables: readonly SourceTable[],
  organization: Followed,
  totals: ReadonlyMap<ChatKind, TableResult>,
  { reconcile, deleteMany }: PassOptions,
): Promise<boolean> {
  const { owner, signal } = pass;
  if (reconcile) await forgetPositions(owner, organization.id);
  if (tables.some(({ kind }) => kind === 'closes')) await reuseRooms(owner, organization.id);
  let changed = 0;
  for (const table of tables) {
    const one = await followTable(table, organization, pass);
    if (reconcile && table.kind === 'rooms' && !signal.aborted) one.deleted += await removeGone(table, organization, pass, deleteMany);
    const total = totals.get(table.kind)!;
    for (const what of ['read', 'misspelled', 'changed', 'deleted', 'rejected'] as const) total[what] += one[what];
    changed += one.changed + one.deleted;
    if (signal.aborted) return false;
  }
  return changed > 0;
}

/** Rows of nobody whom we know are left out: an organization needs a name and a time zone, which no row has. */
async function tellLeftOut(
  source: Source,
  tables: readonly SourceTable[],
  followed: readonly Followed[],
  unknown: number,
  tell: (line: string) => void,
): Promise<void> {
  if (unknown > 0) tell(`${unknown} organizations of the configuration are not known here, and not followed. Create them with npm run import -- --create.`);
  for (const { kind, columns } of tables) {
    const naive = [...columns].filter(([, column]) => column.naive).map(([ours]) => ours);
    if (naive.length > 0) tell(`${kind}: ${naive.join(', ')} without a time zone: read as UTC.`);
  }
  const rooms = tables.find(({ kind }) => kind === 'rooms')!;
  try {
    const names = followed.map(({ name }) => name);
    const [left] = (await source.read<{ organizations: string; rows: string }>(strangersQuestion(rooms, names))).rows;
    if (left!.rows !== '0') tell(`rooms: ${left!.rows} rows of ${left!.organizations} organizations that are not followed are left out.`);
  } catch (error) {
    if (!(error instanceof SourceAway)) throw error;
    tell('rooms: whether rows of other organizations are left out could not be counted in time.');
  }
}
