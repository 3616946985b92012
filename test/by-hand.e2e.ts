// Twenty chats whose right answer was written down first, from spec/metrics.md, then imported by the command and read off the page.
//
//  1 solved by AI, nobody came back                        stayed_solved
//  2 its customer (c2) writes on Instagram 48:00:00 later  came_back
//  3 that chat on Instagram, solved by AI                  stayed_solved
//  4 its customer (c3) writes 48:00:01 later               stayed_solved
//  5 that chat, taken by an agent                          handed_over
//  6 topic "order", the next one is about "refund"         stayed_solved
//  7 that chat, closed by nobody in particular             ended_unclear
//  8 no contact id                                         uncheckable
//  9 AI not involved                                       human_only
// 10 AI's success, but an agent was attached               handed_over
// 11 a test                                                left out
// 12 a broadcast without an answer                         left out
// 13 closed on 1 November in Jakarta                       not October
// 14 closed on 1 October in Jakarta, 30 September in UTC   stayed_solved
// 15 its customer only says thanks in 16                   stayed_solved
// 16 the thanks, closed by AI                              stayed_solved
// 17 its next chat (18) was begun by the shop              stayed_solved
// 18 that chat, without AI                                 human_only
// 19 not closed                                            still open
// 20 spam                                                  left out
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { DevelopmentToken, ImpactReport } from '@qontak/impact-contract';
import { launch, waitForText, watchedPage } from '../scripts/demo-browser.ts';
import { start, temporaryFolder } from '../scripts/running-service.ts';

const ROOT = join(import.meta.dirname, '..');
const ORGANIZATION = '0b5e7c1a-4d2f-4e8b-9a36-7f1c2d3e4a50';
const NEW = ['--create', '--name', 'Toko Dua Puluh', '--time-zone', 'Asia/Jakarta', '--ai-activated-on', '2026-09-01'];
const FILES = ['--rooms', join(ROOT, 'test/by-hand/rooms.csv'), '--activity', join(ROOT, 'test/by-hand/activity.ndjson')];

describe('twenty chats by hand', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  test('are counted as they were judged by hand, on the page too', async () => {
    const command = join(ROOT, 'service/src/import/command.ts');
    const { DATABASE_URL: _, ...environment } = process.env;
    const env = { ...environment, DATA_DIR: folder.path };
    const { stdout } = await promisify(execFile)(process.execPath, [command, '--organization', ORGANIZATION, ...NEW, ...FILES], { env });
    assert.match(stdout, /20 rows read, 20 changed, 0 unchanged, 0 rejected/);

    const service = await start({ dataDir: folder.path });
    const browser = await launch();
    try {
      await service.ready();
      const signIn = await fetch(`${service.url}dev/token?organization=${ORGANIZATION}&role=supervisor`);
      const { token } = DevelopmentToken.parse(await signIn.json());
      const answer = await fetch(`${service.url}v1/impact-report?period=2026-10`, { headers: { authorization: `Bearer ${token}` } });
      const { hero } = ImpactReport.parse(await answer.json()).data;
      assert.ok(hero.status === 'ok');
      assert.deepEqual(hero.outcomes, {
        human_only: 2,
        checking: 0,
        uncheckable: 1,
        came_back: 1,
        stayed_solved: 8,
        handed_over: 2,
        ended_unclear: 1,
      });
      assert.equal(hero.still_open, 1);

      const { page, problems } = await watchedPage(browser);
      await page.goto(`${service.url}?organization=${ORGANIZATION}&locale=en`);
      await waitForText(page, /AI solved 8 of 12 chats by itself/);
      await waitForText(page, /1 more looked solved, but the customer came back/);
      await waitForText(page, /That is 8 of the 14 chats you received/);
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
      await service.stop();
    }
  });
});
