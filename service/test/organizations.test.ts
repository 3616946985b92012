import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import type { Database } from '../src/db/database.ts';
import { createOrganization, lockOrganization, type Organization, OrganizationRefused, UnknownOrganization } from '../src/organizations.ts';
import { eachDatabase } from './databases.ts';

const shop = (differs: Partial<Organization> = {}): Organization => ({
  id: randomUUID(),
  name: 'Toko Rina',
  timeZone: 'Asia/Jakarta',
  aiActivatedOn: '2026-01-05',
  source: 'live',
  ...differs,
});

eachDatabase('organizations', (open) => {
  let database: Database;
  before(async () => {
    database = await open();
  });

  test('are made once; the same again changes nothing, also at the same moment', async () => {
    for (const organization of [shop(), shop({ aiActivatedOn: null })]) {
      await Promise.all([1, 2, 3].map(() => createOrganization(database.owner, organization)));
      await createOrganization(database.owner, organization);
      const rows = await database.owner.query('select name, time_zone, ai_activated_on, source, as_of, revision from organizations where id = $1', [
        organization.id,
      ]);
      assert.deepEqual(rows, [
        { name: 'Toko Rina', time_zone: 'Asia/Jakarta', ai_activated_on: organization.aiActivatedOn, source: 'live', as_of: null, revision: 0 },
      ]);
    }
  });

  for (const differs of [
    { name: 'Toko Budi' },
    { timeZone: 'Asia/Makassar' },
    { aiActivatedOn: '2026-01-06' },
    { aiActivatedOn: null },
    { source: 'sample' },
  ] as const) {
    test(`are not changed by making them again with ${JSON.stringify(differs)}`, async () => {
      const organization = shop();
      await createOrganization(database.owner, organization);
      await assert.rejects(
        createOrganization(database.owner, { ...organization, ...differs }),
        /^OrganizationRefused: .* it exists with another name, time zone, start or source\.$/,
      );
    });
  }

  for (const [differs, sentence] of [
    [{ id: 'toko' }, /its id must be a UUID/],
    [{ name: ' ' }, /its name is empty/],
    [{ timeZone: 'Jakarta' }, /"Jakarta" is no IANA time zone such as Asia\/Jakarta/],
    [{ timeZone: '+07:00' }, /"\+07:00" is no IANA time zone/],
    [{ timeZone: '' }, /is no IANA time zone/],
    [{ aiActivatedOn: '2026-02-30' }, /the start of AI must be a day such as 2026-10-31/],
  ] as const) {
    test(`are refused with ${JSON.stringify(differs)}`, async () => {
      await assert.rejects(createOrganization(database.owner, shop(differs)), (error) => error instanceof OrganizationRefused && sentence.test(error.message));
    });
  }

  test('may lie in any zone', async () => {
    for (const timeZone of ['Asia/Makassar', 'Asia/Jayapura', 'America/Havana', 'UTC']) await createOrganization(database.owner, shop({ timeZone }));
  });

  test('are locked only when they are there', async () => {
    await assert.rejects(
      database.owner.transaction((tx) => lockOrganization(tx, randomUUID())),
      UnknownOrganization,
    );
  });
});
