import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Database } from '../src/db/database.ts';
import { DatabaseAway } from '../src/db/errors.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { impactReport, reportBasis } from '../src/metrics/report.ts';
import { newOrganization } from './chats.ts';
import { newServerDatabase, onCitus } from './databases.ts';

describe('statements that every report asks', () => {
  let url: string;
  let database: Database;
  let organization: string;
  before(async () => {
    url = await newServerDatabase();
    database = await openPostgres({ databaseUrl: url });
    await migrate(database.owner);
    organization = await newOrganization(database);
    await database.close();
  });
  beforeEach(async () => {
    database = await openPostgres({ databaseUrl: url, requestConnections: 1 });
  });
  after(() => database.close());

  const report = (period: string, channel: string | null = null) =>
    database.request.asOrganization(organization, async (tx) => impactReport(tx, (await reportBasis(tx, organization, { period, channel }))!));
  const prepared = () =>
    database.request.asOrganization(organization, (tx) =>
      tx.query<{ planned: number; reused: number }>('select custom_plans as planned, generic_plans as reused from pg_prepared_statements'),
    );

  test('are planned a few times on a connection, whatever they are asked for, and never again', async () => {
    for (let month = 1; month <= 9; month++) await report(`2026-0${month}`, month % 2 === 0 ? 'whatsapp' : null);
    // PostgreSQL looks at five plans before it decides to keep one; Citus keeps none of a statement with several tables.
    const often = onCitus ? { planned: 9, reused: 0 } : { planned: 5, reused: 4 };
    assert.deepEqual(await prepared(), [often, often]);
    await database.close();
  });

  test('are asked without a name once a pooler has lost them', async () => {
    await report('2026-01');
    // What the next transaction of a client finds when a pooler gives it another connection.
    await database.request.asOrganization(organization, (tx) => tx.query('deallocate all'));
    await assert.rejects(report('2026-01'), (error) => error instanceof DatabaseAway && error.message.startsWith('Could not use a prepared statement'));
    await report('2026-01');
    assert.deepEqual(await prepared(), []);
  });
});
