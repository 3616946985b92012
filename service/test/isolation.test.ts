import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import type { Database } from '../src/db/database.ts';
import { createOrganization } from '../src/organizations.ts';
import { eachDatabase } from './databases.ts';

eachDatabase('isolation', (open) => {
  let database: Database;
  const [own, other] = [randomUUID(), randomUUID()];
  before(async () => {
    database = await open();
    for (const id of [own, other]) await createOrganization(database.owner, { id, name: id, timeZone: 'Asia/Jakarta', aiActivatedOn: null, source: 'live' });
  });

  test('a request sees its own organization only', async () => {
    const rows = await database.request.asOrganization(own, (tx) => tx.query('select id::text from organizations'));
    assert.deepEqual(rows, [{ id: own }]);
  });
});
