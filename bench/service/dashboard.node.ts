// The benchmark fails when a report is wrong, so its own count of the chats must be right, and must find a report that is not.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readConfig, rebuildOrganization, type Service, startService } from '@qontak/impact-service';
import { serverUrl } from '../../service/test/databases.ts';
import { checkReport } from './dashboard.ts';
import { differences, WrongFigures } from './direct-count.ts';
import { type BenchDatabase, newDatabase } from './postgres.ts';
import { fetchReport, SECRET, type Served, served, USUAL_PATH } from './served.ts';
import { AS_OF, makeShop, take } from './shop.ts';

describe('counting the chats of a report one by one', () => {
  let database: BenchDatabase;
  let service: Service;
  let shop: Served;

  before(async () => {
    database = await newDatabase({ url: await serverUrl(), isOurs: true });
    const made = await makeShop(database.owner, { number: 1, rooms: 4_000, weeks: 40 });
    await rebuildOrganization(database.owner, made.organizationId, { asOf: AS_OF });
    const config = readConfig({ DATABASE_URL: database.url, AUTH_SECRET: SECRET, PORT: '0', NODE_ENV: 'production' });
    service = await startService({ config, log: { write: () => {} } });
    shop = served(made, database, service.url);
  });
  after(async () => {
    await service.close();
    await database.drop();
  });

  test('gives what the report says, for all channels and for one', async () => {
    for (const path of [USUAL_PATH, ...take(shop.paths.all, 1), ...take(shop.paths.each, 5)]) await checkReport(shop, path);
  });

  test('the chats are such that every outcome, and every helper of those who came back, is there', async () => {
    const { data } = await fetchReport(shop, '/v1/impact-report?from=2025-06-01&to=2025-12-31');
    assert.ok(data.hero.status === 'ok' && data.journey.status === 'ok');
    assert.deepEqual(
      Object.entries(data.hero.outcomes).filter(([, chats]) => chats < 5),
      [],
    );
    assert.deepEqual(
      data.journey.nodes.map(({ id }) => id).filter((id) => id.startsWith('came_back_')),
      ['came_back_ai', 'came_back_team', 'came_back_open'],
    );
    assert.ok(data.hero.still_open > 0);
    assert.ok(Math.abs(data.hero.return_rate.share! - 0.09) < 0.03, `${data.hero.return_rate.share} came back`);
  });

  test('finds a report that has not followed its chats', async () => {
    await database.owner.query(
      `update rooms set assign_channel_agent_id = 'agent-late' where closed_at between '2025-12-01' and '2025-12-02' and closed_reason = 'RESOLVE_AI'`,
    );
    await assert.rejects(
      checkReport(shop, USUAL_PATH),
      (error) => error instanceof WrongFigures && /stayed_solved: \d+ in the report, \d+ counted/.test(error.message),
    );
  });

  test('finds a report without a trend', async () => {
    const report = await fetchReport(shop, USUAL_PATH);
    const trend = { status: 'unavailable', reason: 'no_data_yet' } as const;
    assert.deepEqual(differences({ ...report, data: { ...report.data, trend } }, []), ['the report lacks a figure']);
  });
});
