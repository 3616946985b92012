// The command as an operator runs it: a process of its own, its exit code and its words.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, HOUR, later, newOrganization, putChats } from './chats.ts';
import { commandOf } from './command-of.ts';
import { makeDataFolder } from './data-folder.ts';
import { newServerDatabase } from './databases.ts';
import { Folder } from './import-setting.ts';

const [drift, rebuild] = [commandOf('drift'), commandOf('rebuild')];

describe('drift command', () => {
  test('says where stored figures differ and how to put them right; the rebuild does', async () => {
    const DATABASE_URL = await newServerDatabase();
    const database = await openDatabase({ databaseUrl: DATABASE_URL });
    try {
      await migrate(database.owner);
      const [right, wrong, fresh] = (await Promise.all(Array.from({ length: 3 }, () => newOrganization(database)))) as [string, string, string];
      for (const organization of [right, wrong]) {
        await putChats(database.owner, organization, [chat('e'), later('f', HOUR)]);
        await refreshOrganization(database.owner, organization, { asOf: after(60 * 24 * HOUR) });
      }
      const equal = await drift({ DATABASE_URL });
      assert.deepEqual([equal.code, equal.stderr], [0, '']);
      assert.match(equal.stdout, new RegExp(`^Organization ${right}: 1 of 1 day recounted as of 2026-12-04T12:00:00Z: equal\\.$`, 'm'));
      assert.match(equal.stdout, new RegExp(`^Organization ${fresh}: nothing is counted yet\\.$`, 'm'));
      assert.match(equal.stdout, /^3 organizations checked, drift in 0\. [\d.]+ s\. The same days again: --seed \d+\.\n$/m);

      await database.owner.query(`update daily_counts set came_back = 7 where organization_id = $1 and dimension = 'channel'`, [wrong]);
      await database.owner.query(`update episode_outcomes set outcome = 'handed_over' where organization_id = $1 and id = 'e'`, [wrong]);
      const found = await drift({ DATABASE_URL }, '--days', '3', '--seed', '1');
      assert.equal(found.code, 1);
      const lines = [
        `Organization ${wrong}: 1 of 1 day recounted as of .*: 2 figures differ\\.`,
        '  2026-10-05 outcome of 1 chat, the first: stored handed_over, recounted came_back',
        '  2026-10-05 channel whatsapp came_back: stored 7, recounted 1',
        `  Put it right with: npm run rebuild -- --organization ${wrong}`,
      ];
      assert.match(found.stdout, new RegExp(`^${lines.join('\n')}$`, 'm'));
      assert.match(found.stdout, /drift in 1\. .* --seed 1\.\n$/);

      assert.equal((await rebuild({ DATABASE_URL }, '--organization', wrong)).code, 0);
      assert.equal((await drift({ DATABASE_URL }, '--all')).code, 0);

      await database.owner.query(`update organizations set time_zone = 'Mars/Olympus' where id = $1`, [wrong]);
      const failing = await drift({ DATABASE_URL });
      assert.equal(failing.code, 2);
      assert.match(failing.stdout, /^1 organization could not be checked\.$/m);
      assert.doesNotMatch(failing.stdout, /Mars/, 'a message of the database can quote a row');
    } finally {
      await database.close();
    }
  });

  test('changes nothing, not even the schema', async () => {
    const DATABASE_URL = await newServerDatabase();
    const empty = await drift({ DATABASE_URL });
    assert.equal(empty.code, 2);
    assert.match(empty.stderr, /^Could not read the database: it does not have 0001_rooms\.sql yet\. Start the service of this version first\.\n$/);
    const database = await openDatabase({ databaseUrl: DATABASE_URL });
    assert.deepEqual(await database.owner.query(`select 1 from pg_class where relnamespace = 'public'::regnamespace and relname not like 'citus%'`), []);
    await database.close();
  });

  test('ends with 2 when it cannot check', async () => {
    await using folder = new Folder();
    const DATA_DIR = `${folder.path}/data`;
    await makeDataFolder(DATA_DIR);
    const database = await openDatabase({ dataDir: DATA_DIR });
    await migrate(database.owner);
    const taken = await drift({ DATA_DIR });
    await database.close();
    assert.equal(taken.code, 2);
    assert.match(taken.stderr, /^Could not open .*\n$/);
    const none = await drift({ DATA_DIR }, '--organization', randomUUID());
    assert.equal(none.code, 2);
    assert.match(none.stderr, /^Could not check: there is no organization [\da-f-]{36}\. Check the id\.\n$/);
    const wrong = await drift({}, '--all', '--days', '3');
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /^Could not start the drift check: --all does not go with --days\. Run it with --help to see what it takes\.\n$/);
    const away = await drift({ DATABASE_URL: 'postgres://secret-user:secret-password@127.0.0.1:1/x' });
    assert.equal(away.code, 2);
    assert.match(away.stderr, /^Could not reach the database: .*\n$/);
    assert.doesNotMatch(away.stderr + away.stdout, /secret/);
    assert.equal((await drift({}, '--help')).code, 0);
  });
});
