// The tables of chats once more, partitioned by month, as far as our statements let them be.
import type { OwnerDatabase, OwnerTransaction, Queryable } from '@qontak/impact-service';

/** What tells the month of a row. It has to be a part of the key, so two rows of one chat can stand in two months. */
const MONTH_OF: Readonly<Record<string, string>> = { rooms: 'created_at', ai_activity_logs: 'updated_at', episode_outcomes: 'local_day' };

const CONFLICT = /(insert into (rooms|ai_activity_logs|episode_outcomes)\b[^]*?on conflict \(organization_id, (?:id|room_id))\)/;

/** Sees the statements on their way: what inserts a chat has to name the month with its key. */
export function ofMonths(owner: OwnerDatabase): OwnerDatabase {
  const renamed = <On extends Queryable>(on: On): On => ({ ...on, query: (sql: string, values?: readonly unknown[]) => on.query(withMonth(sql), values) });
  return { ...renamed(owner), transaction: (work, signal) => owner.transaction((tx: OwnerTransaction) => work(renamed(tx)), signal) };
}

const withMonth = (sql: string): string => sql.replace(CONFLICT, (_, head: string, table: string) => `${head}, ${MONTH_OF[table]})`);

/**
 * Puts partitioned tables in the place of the empty ones, with the same columns, indexes and policies.
 * @param months first days, oldest first, and the day behind the last one
 */
export async function partition(owner: OwnerDatabase, months: readonly string[]): Promise<void> {
  await owner.transaction(async (tx) => {
    // The view is bound to the tables that it was made of.
    const [view] = await tx.query<{ text: string }>(`select pg_get_viewdef('episodes') as text`);
    await tx.script('drop view episodes');
    for (const [table, column] of Object.entries(MONTH_OF)) await replace(tx, table, column, months);
    await tx.script(`create view episodes with (security_invoker = true) as ${view!.text}; grant select on episodes to impact_app`);
  });
}

async function replace(tx: OwnerTransaction, table: string, column: string, months: readonly string[]): Promise<void> {
  const indexes = await tx.query<{ definition: string }>(
    `select pg_get_indexdef(i.indexrelid) as definition from pg_index i where i.indrelid = to_regclass($1) and not i.indisprimary`,
    [table],
  );
  const key = table === 'ai_activity_logs' ? 'room_id' : 'id';
  const first = months[0]!;
  await tx.script(`
    alter table ${table} rename to ${table}_whole;
    create table ${table} (like ${table}_whole including defaults including generated including constraints) partition by range (${column});
    alter table ${table} add primary key (organization_id, ${key}, ${column});
    drop table ${table}_whole;
    create table ${table}_before partition of ${table} for values from (minvalue) to ('${first}');
    ${months
      .slice(0, -1)
      .map((month, i) => `create table ${partitionOf(table, month)} partition of ${table} for values from ('${month}') to ('${months[i + 1]}');`)
      .join('\n')}
    create table ${table}_later partition of ${table} for values from ('${months.at(-1)}') to (maxvalue);
    ${indexes.map(({ definition }) => `${definition};`).join('\n')}
    grant select on ${table} to impact_app;
    alter table ${table} enable row level security;
    create policy everything on ${table} to current_user using (true) with check (true);
    create policy own_organization on ${table} for select to impact_app using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
  `);
}

const partitionOf = (table: string, month: string): string => `${table}_${month.slice(0, 7).replace('-', '_')}`;

/** All that retention would be: the months before, of all organizations together. */
export async function dropMonths(owner: OwnerDatabase, before: readonly string[]): Promise<void> {
  await owner.transaction(async (tx) => {
    for (const table of Object.keys(MONTH_OF)) await tx.script(`drop table ${table}_before, ${before.map((month) => partitionOf(table, month)).join(', ')}`);
  });
}
