// The drift check counts what the refresh counts, by SQL of its own: on any shop the two must agree, or it would cry wolf.
//   DRIFT_RUNS=1000   more shops
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { type Database, type OwnerDatabase, refreshOrganization } from '@qontak/impact-service';
import fc from 'fast-check';
import { type Checked, runDrift } from '../service/src/drift/run-drift.ts';
import { eachDatabase } from '../service/test/databases.ts';
import { randomShop } from './shops/random-shop.ts';
import { reusedShop } from './shops/reused-shop.ts';
import { ServedShop } from './shops/served.ts';

const RUNS = Number(process.env['DRIFT_RUNS'] ?? 40);
const { signal } = new AbortController();

const COLUMNS = `
  select column_name as name from information_schema.columns
  where table_schema = current_schema() and table_name = 'daily_counts' and column_name not in ('organization_id', 'dimension', 'key', 'local_day')`;

/** The columns in which an organization has counted anything. */
const MEASURED = `
  select distinct c.key as name
  from daily_counts d
  cross join lateral jsonb_each(to_jsonb(d)) c
  where d.organization_id = $1 and c.value::text ~ '[1-9]'`;

/** What the logs of the shops lack. */
async function score(owner: OwnerDatabase, id: string): Promise<void> {
  await owner.query(
    `update ai_activity_logs
     set confidence = 0.5, answer_scope = case when ai_answers > 1 then 'in_scope' else 'OUT_OF_SCOPE' end, out_of_scope_reason = case when turns > 1 then 'unknown' end
     where organization_id = $1`,
    [id],
  );
  await owner.query(
    'insert into changed_episodes (organization_id, id) select organization_id, id from rooms where organization_id = $1 on conflict do nothing',
    [id],
  );
  await refreshOrganization(owner, id);
}

eachDatabase('drift', (open) => {
  let database: Database;
  let owner: OwnerDatabase;
  before(async () => {
    database = await open();
    ({ owner } = database);
  });

  async function assertNoDrift(organizationId: string): Promise<void> {
    const { organizations } = await runDrift({ organizationId, days: 'all', seed: null }, { owner, tell: () => {}, signal });
    const [drift] = organizations as [Checked];
    assert.deepEqual([drift.differences, drift.pending, drift.checked?.length], [[], [], drift.days]);
  }

  test('finds random shops equal, after every step of what comes in', async () => {
    const measured = new Set<string>();
    const property = (shops: typeof randomShop) =>
      fc.asyncProperty(shops, async ({ time_zone, ai_activated_on, settings, steps }) => {
        const id = randomUUID();
        const shop = new ServedShop(database, id);
        await shop.create({ id, name: 'Toko Acak', time_zone, ai_activated_on, source: 'sample' });
        await shop.set(settings);
        for (const step of steps) {
          await shop.take(step);
          await assertNoDrift(id);
        }
        await score(owner, id);
        await assertNoDrift(id);
        for (const { name } of await owner.query<{ name: string }>(MEASURED, [id])) measured.add(name);
      });
    await fc.assert(property(randomShop), { numRuns: RUNS, seed: 20_261_103 });
    await fc.assert(property(reusedShop), { numRuns: RUNS / 4, seed: 20_261_104 });
    const columns = await owner.query<{ name: string }>(COLUMNS);
    assert.ok(columns.length > 20);
    assert.deepEqual(
      columns.map(({ name }) => name).filter((name) => !measured.has(name)),
      [],
      'columns that no shop counted anything in',
    );
  });
});
