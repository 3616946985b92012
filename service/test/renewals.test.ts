// Renewals from the books of customer success, and what the success metrics make of them.
import assert from 'node:assert/strict';
import { after as afterAll, before, test } from 'node:test';
import { type Rate, SuccessMetrics } from '@qontak/impact-contract';
import type { Database } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import type { FilesResult } from '../src/import/run-import.ts';
import { runRenewals } from '../src/import/run-renewals.ts';
import { newOrganization } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { Folder, importSetting } from './import-setting.ts';
import { appFor, bearer, get } from './service-under-test.ts';

eachDatabase('renewals', (open) => {
  let database: Database;
  before(async () => {
    // the success metrics are sums over all organizations
    database = await open.fresh();
    await migrate(database.owner);
  });
  afterAll(() => database.close());

  const take = async (folder: Folder, content: string): Promise<FilesResult> => {
    folder.write('renewals.csv', content);
    return runRenewals({ kind: 'renewals', path: 'renewals.csv', rejects: null, strict: false }, importSetting(database, folder));
  };
  const numbersOf = ({ files: [file] }: FilesResult): number[] => [file!.read, file!.changed, file!.rejected];
  const stored = (): Promise<unknown[]> => database.owner.query('select due_on, outcome from renewals order by due_on, outcome');

  test('are stored once, corrected by a newer file, and refused row by row', async () => {
    await using folder = new Folder();
    const toko = await newOrganization(database);
    const good = `organization_id;due_on;outcome\n${toko.toUpperCase()};2020-10-01;Renewed\n${toko};2021-10-01;lapsed\n`;
    assert.deepEqual(numbersOf(await take(folder, good)), [2, 2, 0]);
    assert.deepEqual(numbersOf(await take(folder, good)), [2, 0, 0]);
    const mixed = [
      `${toko};2021-10-01;renewed`,
      `${toko};2021-10-01;expanded`,
      `${toko};2021-02-30;renewed`,
      `${toko};2022-10-01;perhaps`,
      `${toko};;renewed`,
      `00000000-0000-4000-8000-000000000000;2022-10-01;renewed`,
    ];
    assert.deepEqual(numbersOf(await take(folder, `${good.split('\n')[0]}\n${mixed.join('\n')}\n`)), [6, 1, 4]);
    assert.deepEqual(folder.read('renewals.csv.rejects.csv').match(/^renewals,\d+,\w+,"[^"]+"/gm), [
      'renewals,4,due_on,"is not a day like 2026-10-31"',
      'renewals,5,outcome,"is none of renewed, expanded, lapsed"',
      'renewals,6,due_on,"is missing"',
      'renewals,7,organization_id,"is no organization that is known here"',
    ]);
    assert.deepEqual(await stored(), [
      { due_on: '2020-10-01', outcome: 'renewed' },
      { due_on: '2021-10-01', outcome: 'expanded' },
    ]);
  });

  test('a file that cannot be trusted changes nothing', async () => {
    await using folder = new Folder();
    const known = await stored();
    const toko = await newOrganization(database);
    await assert.rejects(take(folder, `organization_id,due_on,outcome\n${toko},2026-10-01,renewed\n${toko},2026-1`), /breaks off in the middle of line 3/);
    await assert.rejects(take(folder, `organization_id,outcome\n${toko},renewed\n`), /as renewals it lacks the column due_on/);
    assert.deepEqual(await stored(), known);
  });

  test('stand beside engagement in the success metrics', async () => {
    await using folder = new Folder();
    const [engaged, other] = [await newOrganization(database), await newOrganization(database)];
    const [clock] = await database.owner.query<{ today: string }>('select current_date as today');
    await database.owner.query(`insert into report_views values ($1, date_trunc('month', current_date), 'admin', true, true)`, [engaged]);
    await take(folder, `organization_id,due_on,outcome\n${engaged},${clock!.today},expanded\n${other},${clock!.today},lapsed\n`);
    const { body } = await get(await appFor(database), '/internal/success-metrics', await bearer({ org_id: engaged, role: 'internal' }));
    const [month] = SuccessMetrics.parse(body).data;
    const parts = ({ count, of }: Rate): string => `${count} of ${of}`;
    assert.deepEqual([parts(month!.renewal.engaged), parts(month!.renewal.others)], ['1 of 1', '0 of 1']);
  });
});
