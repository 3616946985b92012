import { OrganizationId } from '@qontak/impact-contract';
import { columnsOf, REQUIRED } from '../import/columns.ts';
import type { ChatKind } from '../import/rows.ts';
import { SyncRefused } from './errors.ts';

/** A table of the source, and what its columns are called there. */
export interface TableMapping {
  kind: ChatKind;
  /** As it is written in SQL: `public.rooms`. */
  table: string;
  /** Our column, and the source's. */
  columns: ReadonlyMap<string, string>;
}

/** What a configuration file says (docs/sync.md). */
export interface SyncConfig {
  /** In the order in which they are read. */
  tables: TableMapping[];
  /** What the source calls an organization, and our id of it; null: it uses our ids, and every organization that we know is followed. */
  organizations: ReadonlyMap<string, string> | null;
  overlapSeconds: number;
  pollSeconds: number;
  statementTimeoutSeconds: number;
}

/** As in an import: with the closes in, each row of a room falls into its place. */
const KINDS: readonly ChatKind[] = ['closes', 'rooms', 'activity'];
const KEYS = [...KINDS, 'organizations', 'overlap_seconds', 'poll_seconds', 'statement_timeout_seconds'];

/** Says that the source has deleted a row, when it is true or a time. */
export const DELETED = 'deleted_at';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a configuration file.
 * @throws {SyncRefused} with a sentence for everything that is wrong
 */
export function readSyncConfig(text: string, name: string): SyncConfig {
  const problems: string[] = [];
  const file = objectOf(parsed(text, name), 'the file', problems) ?? {};
  refuseUnknown(file, KEYS, '', problems);
  const config: SyncConfig = {
    tables: KINDS.flatMap((kind) => (file[kind] === undefined ? [] : tableOf(kind, file[kind], problems))),
    organizations: file['organizations'] === undefined ? null : organizationsOf(file['organizations'], problems),
    overlapSeconds: seconds(file, 'overlap_seconds', { usual: 300, least: 1, most: 86_400 }, problems),
    pollSeconds: seconds(file, 'poll_seconds', { usual: 30, least: 1, most: 3_600 }, problems),
    statementTimeoutSeconds: seconds(file, 'statement_timeout_seconds', { usual: 60, least: 1, most: 3_600 }, problems),
  };
  if (file['rooms'] === undefined) problems.push('rooms is missing: it names the table of the chats');
  if (problems.length > 0) throw new SyncRefused(`Could not use ${name}:\n${problems.map((problem) => `  ${problem}.`).join('\n')}`);
  return config;
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SyncRefused(`Could not use ${name}: it is not JSON. docs/sync.example.json shows what it looks like.`);
  }
}

function objectOf(value: unknown, where: string, problems: string[]): Json | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  problems.push(`${where} must be an object`);
  return null;
}

function refuseUnknown(object: Json, known: readonly string[], path: string, problems: string[]): void {
  for (const key of Object.keys(object)) if (!known.includes(key)) problems.push(`${path}${key} is not known; known are ${known.join(', ')}`);
}

function tableOf(kind: ChatKind, value: unknown, problems: string[]): TableMapping[] {
  const object = objectOf(value, kind, problems);
  if (object === null) return [];
  refuseUnknown(object, ['table', 'columns'], `${kind}.`, problems);
  const { table } = object;
  if (typeof table !== 'string' || table.trim() === '') problems.push(`${kind}.table must name a table, such as public.rooms`);
  const columns = objectOf(object['columns'], `${kind}.columns`, problems) ?? {};
  const known = [...columnsOf(kind), ...(kind === 'rooms' ? [DELETED] : [])];
  refuseUnknown(columns, known, `${kind}.columns.`, problems);
  for (const [column, source] of Object.entries(columns)) {
    if (typeof source !== 'string' || source === '') problems.push(`${kind}.columns.${column} must name a column of the source`);
  }
  // organization and last change may be missing in a file, which is about one organization and read from end to end
  const missing = [...new Set([...REQUIRED[kind], 'organization_id', 'updated_at'])].filter((column) => columns[column] === undefined);
  for (const column of missing) problems.push(`${kind}.columns.${column} is missing`);
  return [{ kind, table: String(table), columns: new Map(Object.entries(columns).map(([column, source]) => [column, String(source)])) }];
}

function organizationsOf(value: unknown, problems: string[]): Map<string, string> {
  const pairs = Object.entries(objectOf(value, 'organizations', problems) ?? {});
  for (const [name, id] of pairs) if (!OrganizationId.safeParse(id).success) problems.push(`organizations.${name} must be a UUID`);
  if (pairs.length === 0) problems.push('organizations names none; leave it out if the source uses our ids');
  const twice = pairs.find(([name, id]) => pairs.some(([other, same]) => other !== name && String(same).toLowerCase() === String(id).toLowerCase()));
  if (twice) problems.push(`organizations.${twice[0]} is an organization that stands there twice`);
  return new Map(pairs.map(([name, id]) => [name, String(id).toLowerCase()]));
}

function seconds(file: Json, key: string, { usual, least, most }: { usual: number; least: number; most: number }, problems: string[]): number {
  const value = file[key] ?? usual;
  if (typeof value === 'number' && value >= least && value <= most) return value;
  problems.push(`${key} must be a number from ${least} to ${most}`);
  return usual;
}
