// The command as an operator runs it: a process of its own, its exit code and its words.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, HOUR, newOrganization, putChats } from './chats.ts';
import { commandOf } from './command-of.ts';
import { makeDataFolder } from './data-folder.ts';
import { newServerDatabase } from './databases.ts';
import { Folder } from './import-setting.ts';

const run = commandOf('rebuild');

describe('rebuild command', () => {
  test('counts every organization of a server, and ends with 1 when one of them fails', async () => {
    const DATABASE_URL = await newServerDatabase();
    const database = await openDatabase({ databaseUrl: DATABASE_URL });
    try {
      await migrate(database.owner);
      const organizations = [await newOrganization(database), await newOrganization(database)];
      for (const organization of organizations) {
        await putChats(database.owner, organization, [chat('e')]);
        await refreshOrganization(database.owner, organization, { asOf: after(60 * 24 * HOUR) });
      }
      const all = await run({ DATABASE_URL });
      assert.deepEqual([all.code, all.stderr.includes('Could not')], [0, false]);
      assert.match(all.stdout, /^Counted 2 organizations anew: 2 chats\. [\d.]+ s\.\n$/);

      await database.owner.query(`update organizations set time_zone = 'Mars/Olympus' where id = $1`, [organizations[0]]);
      const one = await run({ DATABASE_URL });
      assert.equal(one.code, 1);
      assert.match(
        one.stdout,
        new RegExp(`^Counted 1 organization anew: 1 chat\\..*\nFailed; try again with: npm run rebuild -- --organization ${organizations[0]}\n$`),
      );

      const none = await run({ DATABASE_URL }, '--organization', randomUUID());
      assert.equal(none.code, 1);
      assert.match(none.stderr, /^Could not rebuild: there is no organization [\da-f-]{36}\. Check the id\.\n$/);
    } finally {
      await database.close();
    }
  });

  test('works in a folder, which belongs to one process', async () => {
    await using folder = new Folder();
    const DATA_DIR = `${folder.path}/data`;
    await makeDataFolder(DATA_DIR);
    const database = await openDatabase({ dataDir: DATA_DIR });
    try {
      const taken = await run({ DATA_DIR });
      assert.equal(taken.code, 1);
      assert.match(taken.stderr, /^Could not open .*\n$/);
    } finally {
      await database.close();
    }
    const empty = await run({ DATA_DIR });
    assert.deepEqual([empty.code, empty.stderr], [0, '']);
    assert.match(empty.stdout, /^Counted 0 organizations anew: 0 chats\./);
  });

  test('says in one sentence what keeps it from starting', async () => {
    const wrong = await run({}, '--organisation', 'x');
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /^Could not start the rebuild: Unknown option '--organisation'.*Run it with --help to see what it takes\.\n$/);
    const away = await run({ DATABASE_URL: 'postgres://secret-user:secret-password@127.0.0.1:1/x' });
    assert.equal(away.code, 1);
    assert.match(away.stderr, /^Could not reach the database: .*\n$/);
    assert.doesNotMatch(away.stderr + away.stdout, /secret/);
    const help = await run({}, '--help');
    assert.equal(help.code, 0);
    assert.match(help.stdout, /--after UUID/);
  });
});
