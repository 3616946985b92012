import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { codeOf, SyncRefused } from './errors.ts';
import type { SyncConfig, TableMapping } from './sync-config.ts';

const TABLE_COLUMNS = sqlFile(import.meta.url, './table-columns.sql');

/** A column of the source: its name as SQL, and its type as PostgreSQL says it. */
export interface SourceColumn {
  sql: string;
  type: string;
  /** Times without a zone are read as UTC. */
  naive: boolean;
}

/** A table whose mapping the source itself has confirmed. */
export interface SourceTable extends Pick<TableMapping, 'kind'> {
  sql: string;
  columns: ReadonlyMap<string, SourceColumn>;
}

interface Catalogued {
  table_name: string;
  column_name: string;
  type: string;
  category: string;
  base_type: string;
  readable: boolean;
}

/** What can stand in a column of ours; every value travels as text and is read as the import reads it. */
interface Family {
  name: string;
  fits: (column: Catalogued) => boolean;
}

const isWhole = ({ base_type }: Catalogued): boolean => ['int2', 'int4', 'int8'].includes(base_type);
const isText = ({ category }: Catalogued): boolean => category === 'S';
const isTime = ({ base_type }: Catalogued): boolean => base_type === 'timestamptz' || base_type === 'timestamp';
const isFlag = (column: Catalogued): boolean => column.category === 'B' || isText(column) || isWhole(column);

const ID: Family = { name: 'an id must be text, uuid or a whole number', fits: (c) => isText(c) || isWhole(c) || c.base_type === 'uuid' };
const LABEL: Family = { name: 'a text must be text, an enum or a whole number', fits: (c) => isText(c) || isWhole(c) || c.category === 'E' };
const TIME: Family = { name: 'a time must be timestamp with or without time zone', fits: isTime };
const FLAG: Family = { name: 'it must be boolean, text or a whole number', fits: isFlag };
const NUMBER: Family = { name: 'a number must be numeric', fits: ({ category }) => category === 'N' };
const DELETION: Family = { name: 'it must be boolean or a time', fits: (c) => c.category === 'B' || isTime(c) };

const FAMILIES: Readonly<Record<string, Family>> = {
  id: ID,
  room_id: ID,
  organization_id: ID,
  contact_id: ID,
  assign_channel_agent_id: ID,
  created_at: TIME,
  first_inbound_at: TIME,
  closed_at: TIME,
  answered_at: TIME,
  updated_at: TIME,
  deleted_at: DELETION,
  is_test: FLAG,
  thanks_only: FLAG,
  q_relevant: FLAG,
  q_accurate: FLAG,
  q_safe: FLAG,
  ai_answers: NUMBER,
  customer_messages: NUMBER,
  turns: NUMBER,
  first_response_ms: NUMBER,
  handle_seconds: NUMBER,
  confidence: NUMBER,
  csat: NUMBER,
  actions_ok: NUMBER,
  actions_failed: NUMBER,
};

/**
 * Looks every mapped table and column up in the source.
 * @throws {SyncRefused} with a sentence for everything that does not fit
 */
export async function sourceTables(source: Queryable, { tables, organizations }: SyncConfig): Promise<SourceTable[]> {
  const problems: string[] = [];
  const found: SourceTable[] = [];
  for (const mapping of tables) found.push(await sourceTable(source, mapping, problems));
  for (const { kind, columns } of found) await assertNames(source, kind, columns.get('organization_id'), organizations, problems);
  if (problems.length > 0) throw new SyncRefused(`Could not follow the source:\n${problems.map((problem) => `  ${problem}.`).join('\n')}`);
  return found;
}

async function sourceTable(source: Queryable, { kind, table, columns }: TableMapping, problems: string[]): Promise<SourceTable> {
  const catalogued = await cataloguedColumns(source, table);
  const [first] = catalogued;
  if (first === undefined) problems.push(`${kind}.table: there is no table ${JSON.stringify(table)} in the source`);
  const known = new Map(catalogued.map((column) => [column.column_name, column]));
  const checked = new Map<string, SourceColumn>();
  for (const [ours, theirs] of first === undefined ? [] : columns) {
    const column = known.get(theirs);
    const problem = column === undefined ? `the table has no column ${JSON.stringify(theirs)}` : problemOf(ours, column);
    if (column === undefined || problem !== null) problems.push(`${kind}.columns.${ours}: ${problem}`);
    else checked.set(ours, { sql: quoted(theirs), type: column.type, naive: column.base_type === 'timestamp' });
  }
  return { kind, sql: first?.table_name ?? '', columns: checked };
}

function problemOf(ours: string, column: Catalogued): string | null {
  const family = FAMILIES[ours] ?? LABEL;
  const name = JSON.stringify(column.column_name);
  if (!column.readable) return `${name} may not be read. Grant select on it to the user of SYNC_SOURCE_URL`;
  return family.fits(column) ? null : `${name} is ${column.type}; ${family.name}`;
}

async function cataloguedColumns(source: Queryable, table: string): Promise<Catalogued[]> {
  try {
    return await source.query<Catalogued>(TABLE_COLUMNS, [table]);
  } catch (error) {
    // what is no name of a table at all
    if (['42602', '42601', '0A000'].includes(codeOf(error))) return [];
    throw error;
  }
}

/** Organizations are looked for in the type of the source's column, or no index would help. */
async function assertNames(
  source: Queryable,
  kind: string,
  column: SourceColumn | undefined,
  organizations: SyncConfig['organizations'],
  problems: string[],
): Promise<void> {
  if (column === undefined) return;
  const names = organizations === null ? ['00000000-0000-4000-8000-000000000000'] : [...organizations.keys()];
  try {
    await source.query(`select unnest($1::text[])::${column.type}`, [names]);
  } catch (error) {
    if (!['22P02', '22003'].includes(codeOf(error))) throw error;
    problems.push(
      organizations === null
        ? `${kind}.columns.organization_id is ${column.type}, which holds none of our ids. Say in organizations which of ours each one is`
        : `organizations: a name in it is no ${column.type}, as ${kind}.columns.organization_id is`,
    );
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
