// What is asked of the source. Names come from its own catalogue, quoted; values are always parameters.
import type { SourceColumn, SourceTable } from './source-table.ts';

/** Rows of a page. One that is full is followed by another. */
export const PAGE_ROWS = 5000;

/** Where a page ended; null: from the beginning. Without a key: behind every row of that moment. */
export type Place = { updated_at: string; key: string | null } | null;

export interface Question {
  sql: string;
  values: readonly unknown[];
}

/** What a value may be long at most: far more than the import takes, and far less than a document that somebody put into a text column. */
const LONGEST = 4000;

/** The column that tells rows of one moment apart. */
const keyOf = ({ kind, columns }: SourceTable): SourceColumn => columns.get(kind === 'rooms' ? 'id' : 'room_id')!;

/** A moment of the source as one with a zone. */
const zoned = ({ sql, naive }: SourceColumn): string => (naive ? `(${sql} at time zone 'UTC')` : sql);

/**
 * The next rows of an organization in the order of their last change, and all rows that share the last place, so that none is passed over where
 * several rows of one room changed at one moment. Without a row that is still being written: see docs/sync.md on the overlap.
 */
export function pageQuestion(table: SourceTable, organization: string, after: Place): Question {
  const [organizationColumn, updated, key] = [table.columns.get('organization_id')!, table.columns.get('updated_at')!, keyOf(table)];
  const cells = [...table.columns].filter(([ours]) => ours !== 'organization_id').map(([ours, column]) => `left(${column.sql}::text, ${LONGEST}) as "${ours}"`);
  const moment = updated.naive ? `($2::timestamptz at time zone 'UTC')` : '$2::timestamptz';
  const behind =
    after === null ? '' : after.key === null ? `and ${updated.sql} > ${moment}` : `and (${updated.sql}, ${key.sql}) > (${moment}, $3::${key.type})`;
  return {
    sql: `select ${zoned(updated)}::text as "place at", ${key.sql}::text as "place key", ${cells.join(', ')}
      from ${table.sql}
      where ${organizationColumn.sql} = $1::${organizationColumn.type} and ${updated.sql} is not null ${behind}
      order by ${updated.sql}, ${key.sql}
      fetch first ${PAGE_ROWS} rows with ties`,
    values: [organization, ...(after === null ? [] : after.key === null ? [after.updated_at] : [after.updated_at, after.key])],
  };
}

/** Which of the organizations have rows that changed behind their moment, by their place in the question. For each the last entry of an index. */
export function newsQuestion(table: SourceTable, organizations: readonly { name: string; since: string }[]): Question {
  const [organizationColumn, updated] = [table.columns.get('organization_id')!, table.columns.get('updated_at')!];
  return {
    sql: `select o.place::integer as place
      from unnest($1::text[]::${organizationColumn.type}[], $2::timestamptz[]) with ordinality o (name, since, place)
      where (select max(r.${updated.sql}) from ${table.sql} r where r.${organizationColumn.sql} = o.name) > ${updated.naive ? `(o.since at time zone 'UTC')` : 'o.since'}`,
    values: [organizations.map(({ name }) => name), organizations.map(({ since }) => since)],
  };
}

/** The ids of an organization's rooms in their order, whenever they changed last. */
export function idsQuestion(table: SourceTable, organization: string, after: string | null): Question {
  const [organizationColumn, key] = [table.columns.get('organization_id')!, keyOf(table)];
  return {
    sql: `select ${key.sql}::text as id
      from ${table.sql}
      where ${organizationColumn.sql} = $1::${organizationColumn.type} ${after === null ? `and ${key.sql} is not null` : `and ${key.sql} > $2::${key.type}`}
      order by ${key.sql}
      limit ${PAGE_ROWS}`,
    values: after === null ? [organization] : [organization, after],
  };
}

/** How much of the table belongs to organizations that are not followed. Reads all of it. */
export function strangersQuestion(table: SourceTable, organizations: readonly string[]): Question {
  const { sql, type } = table.columns.get('organization_id')!;
  return {
    sql: `select count(distinct ${sql}) as organizations, count(*) as rows from ${table.sql} where ${sql} is null or not (${sql} = any ($1::text[]::${type}[]))`,
    values: [organizations],
  };
}

/**
 * What the source's clock shows: everything that was committed before is seen by what is read next. On a standby the primary's clock, as far as it
 * has been replayed; null: it does not know.
 */
export const CLOCK = `select (case when pg_is_in_recovery() then pg_last_xact_replay_timestamp() else now() end)::text as clock`;
