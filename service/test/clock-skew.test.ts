// Clocks that are wrong: of the machine that the service runs on, and of the source. Reports hang on the data and on no clock.
import assert from 'node:assert/strict';
import { afterEach, before, describe, mock, test } from 'node:test';
import type { ImpactReport } from '@qontak/impact-contract';
import type { Database } from '../src/db/database.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { RateLimit } from '../src/rate-limit.ts';
import { after, chat, HOUR, later, newOrganization, outcomesOf, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { csv, importRoomsFile, room } from './import-setting.ts';
import { appFor, bearer, get } from './service-under-test.ts';

const DAY_MS = 24 * HOUR * 1000;

/** Lets the machine's clock be wrong by so much until the test ends. */
const skew = (ms: number): void => mock.timers.enable({ apis: ['Date'], now: Date.now() + ms });

eachDatabase('a wrong clock', (open) => {
  let database: Database;
  before(async () => {
    database = await open();
  });
  afterEach(() => mock.timers.reset());

  const asOf = async (organization: string): Promise<string | null> => {
    const [row] = await database.owner.query<{ as_of: string | null }>('select as_of from organizations where id = $1', [organization]);
    return row!.as_of;
  };
  /** The real clock, as an export writes it. */
  const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * HOUR * 1000).toISOString();

  test('of the machine changes no report', async () => {
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e'), later('f', HOUR), chat('g', { contact_id: 'budi', closed_at: after(60 * HOUR) })]);
    await refreshOrganization(database.owner, organization, { asOf: after(100 * HOUR) });
    const seen: unknown[] = [];
    // Forth by no more than a timer of Node can wait: PGlite has one that goes by this clock, and would ring all the time afterwards.
    for (const wrong of [0, 24 * DAY_MS, -400 * DAY_MS]) {
      skew(wrong);
      const app = await appFor(database);
      const headers = await bearer({ org_id: organization });
      for (const url of ['/v1/impact-report', '/v1/impact-report?period=2026-10', '/v1/impact-report?period=P30D']) {
        const { status, body, headers: answered } = await get<ImpactReport>(app, url, headers);
        const { generated_at: _, ...meta } = body.meta;
        seen.push([url, status, answered['etag'], body.data, meta]);
      }
      mock.timers.reset();
    }
    assert.deepEqual(seen.slice(3, 6), seen.slice(0, 3));
    assert.deepEqual(seen.slice(6, 9), seen.slice(0, 3));
  });

  for (const ahead of [2, 23, 24 * 365, 24 * 365 * 70]) {
    test(`of one row, ${ahead} hours ahead, lets no other chat look settled`, async () => {
      const organization = await newOrganization(database);
      const [opened, closed] = [hoursFromNow(-31), hoursFromNow(-30)];
      const young = room('young', { created_at: opened, first_inbound_at: opened, closed_at: closed, updated_at: closed });
      const wrong = room('wrong', { contact_id: 'budi', closed_at: hoursFromNow(ahead), updated_at: hoursFromNow(ahead) });
      const { result } = await importRoomsFile(database, organization, csv([young, wrong]));
      assert.equal(result.files[0]!.notes.futureRows, 1);
      assert.ok(Date.parse((await asOf(organization))!) <= Date.parse(hoursFromNow(1)));
      assert.deepEqual(await outcomesOf(database.owner, organization), { wrong: 'checking', young: 'checking' });
    });
  }

  test('of the machine, behind, lets as_of wait for the next import: too careful, never too bold', async () => {
    const organization = await newOrganization(database);
    const rows = [room('a'), room('b', { contact_id: 'budi', updated_at: '2026-10-09T00:00:00Z' })];
    skew(Date.parse('2026-10-06T00:00:00Z') - Date.now());
    const { result } = await importRoomsFile(database, organization, csv(rows));
    assert.equal(result.files[0]!.notes.futureRows, 1);
    assert.equal(await asOf(organization), '2026-10-05T12:00:00Z');
    mock.timers.reset();
    await importRoomsFile(database, organization, csv([...rows, room('c', { contact_id: 'tono' })]));
    assert.equal(await asOf(organization), '2026-10-09T00:00:00Z');
  });
});

describe('a wrong clock', () => {
  test('of the machine, set forth or back, neither locks an organization out nor lets it ask more often', () => {
    const limit = new RateLimit(4);
    assert.equal(limit.take('a'), 0);
    for (const jump of [DAY_MS, -DAY_MS]) {
      skew(jump);
      const seconds = limit.take('a');
      mock.timers.reset();
      assert.ok(seconds > 0 && seconds <= 15, String(seconds));
    }
  });
});
