// What only a Citus cluster can show: `npm run test:citus`.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Database, Queryable, RequestTransaction } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { selfCheck } from '../src/db/self-check.ts';
import { chatPage } from '../src/chats/chat-page.ts';
import { pageEndOf } from '../src/chats/cursor.ts';
import { impactReport, reportBasis } from '../src/metrics/report.ts';
import { costAssumption } from '../src/settings/cost-assumption.ts';
import { workingHours } from '../src/settings/working-hours.ts';
import { chat, newOrganization, putChats } from './chats.ts';
import { newLoneDatabase, onCitus } from './databases.ts';
import { ACROSS } from './sql-files.ts';

const ROOT = fileURLToPath(new URL('../src/', import.meta.url));
const INDETERMINATE_TYPE = '42P18';

/** Those that neither have a place for another nor are put into one. */
const wholeFiles = (): string[] =>
  globSync('{import,sync,refresh,retention,settings}/**/*.sql', { cwd: ROOT }).filter(
    (file) => !ACROSS.includes(file) && isWhole(readFileSync(ROOT + file, 'utf8')),
  );

const isWhole = (sql: string): boolean => /^(--.*\n)*\s*(select|insert|update|delete)\b/.test(sql) && !/\{\w+\}|\bdays\.day\b/.test(sql);

if (onCitus)
  describe('a database with rows in it that becomes a Citus cluster', () => {
    let database: Database;
    let organization: string;
    before(async () => {
      const { url, join } = await newLoneDatabase();
      const alone = await openPostgres({ databaseUrl: url });
      await migrate(alone.owner);
      await selfCheck(alone);
      organization = await newOrganization(alone);
      await putChats(alone.owner, organization, [chat('a'), chat('b')]);
      await alone.close();
      await join();
      database = await openPostgres({ databaseUrl: url });
      await migrate(database.owner);
    });
    after(() => database.close());

    test('is distributed by organization, all tables beside each other', async () => {
      const local = await database.owner.query(
        `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'organization_id'
           and a.attrelid not in (select logicalrelid from pg_dist_partition)`,
      );
      assert.deepEqual(local, []);
      const [groups] = await database.owner.query('select count(distinct colocationid)::int as groups from pg_dist_partition');
      assert.deepEqual(groups, { groups: 1 });
    });

    test('has its rows, on the nodes and nowhere else', async () => {
      assert.deepEqual(await database.owner.query('select id from rooms where organization_id = $1 order by id', [organization]), [{ id: 'a' }, { id: 'b' }]);
      assert.deepEqual(await database.owner.query(`select pg_relation_size('rooms')::int as here`), [{ here: 0 }]);
    });

    test('is left as it is by the next start', async () => {
      assert.deepEqual(await migrate(database.owner), []);
    });

    test('lets a request see its own organization, by the policies on the nodes', async () => {
      await selfCheck(database);
      const seen = await database.request.asOrganization(organization, (tx) => tx.query('select id::text from organizations'));
      assert.deepEqual(seen, [{ id: organization }]);
      const other = await newOrganization(database);
      assert.deepEqual(await database.request.asOrganization(other, (tx) => tx.query('select id from organizations where id = $1', [organization])), []);
    });

    test('answers every request from the one node that keeps the organization', async () => {
      const plans: string[] = [];
      await database.request.asOrganization(organization, async (tx) => {
        const explaining = explained(tx, plans);
        const basis = (await reportBasis(explaining, organization, { period: '2026-10', channel: null }))!;
        await impactReport(explaining, basis);
        await chatPage(explaining, organization, { figure: 'came_back', place: null, days: basis.days, channel: null, after: pageEndOf(undefined), limit: 5 });
        await costAssumption.read(explaining, organization);
        await workingHours.read(explaining, organization);
      });
      assert.equal(plans.length, 7);
      for (const plan of plans) assert.deepEqual(tasksOf(plan), ['1'], plan);
    });

    for (const file of wholeFiles()) {
      test(`runs ${file} on the one node that keeps the organization`, async () => {
        const sql = readFileSync(ROOT + file, 'utf8').replace(/;\s*$/, '');
        const places = Math.max(...[...sql.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place)));
        const values = [organization, ...Array.from({ length: places - 1 }, () => null)];
        const plan = await database.owner.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values).catch((error: unknown) => {
          if ((error as { code?: string }).code !== INDETERMINATE_TYPE) throw error;
          return [];
        });
        const tasks = tasksOf(textOf(plan));
        assert.ok(
          tasks.every((n) => n === '1' || n === '0'),
          textOf(plan),
        );
      });
    }
  });

const textOf = (rows: readonly { 'QUERY PLAN': string }[]): string => rows.map((row) => row['QUERY PLAN']).join('\n');
const tasksOf = (plan: string): string[] => [...plan.matchAll(/Task Count: (\d+)/g)].map(([, n]) => n!);

/** Notes the plan of each statement before it runs. */
function explained(tx: RequestTransaction, plans: string[]): RequestTransaction {
  const note =
    (run: Queryable['query']): Queryable['query'] =>
    async (sql, values) => {
      plans.push(textOf(await tx.query<{ 'QUERY PLAN': string }>(`explain ${sql.replace(/;\s*$/, '')}`, values)));
      return run(sql, values);
    };
  return { query: note((sql, values) => tx.query(sql, values)), prepared: note((sql, values) => tx.query(sql, values)) };
}
