// The report in hosts of every kind that we know of, each under its own strict policy: every situation in every shell in which it can happen.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch } from '../scripts/demo-browser.ts';
import { buildShells } from '../scripts/shells/build.ts';
import { serveShells, type ShellServer } from '../scripts/shells/server.ts';
import { comeAndGo, counterOf, heldBy } from './shells/leaks.ts';
import { Opened, SHELLS } from './shells/opened.ts';
import { SITUATIONS } from './shells/situations.ts';

let server: ShellServer;
let browser: Browser;

describe('shells', () => {
  before(
    async () => {
      await buildShells();
      [server, browser] = await Promise.all([serveShells(), launch()]);
    },
    { timeout: 120_000 },
  );

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const shell of SHELLS) {
    describe(shell.name, () => {
      for (const { name, at, happens } of SITUATIONS.filter(({ not }) => not?.[shell.name] === undefined)) {
        test(name, async () => {
          const opened = await Opened.at(browser, server, shell, at);
          await happens(opened);
          assert.deepEqual(opened.problems, []);
          await opened.page.close();
        });
      }

      test('fifty times away and back: nothing stays behind', async (context) => {
        const opened = await Opened.at(browser, server, shell, '/inbox');
        // What is made once, such as templates, is made before.
        await opened.go('/report');
        await opened.whole();
        const count = await counterOf(browser, opened);
        await comeAndGo(opened, 10);
        const at10 = await heldBy(opened, count);
        const then = server.asked.length;
        await comeAndGo(opened, 50);
        const at60 = await heldBy(opened, count);
        context.diagnostic(`${shell.name} after 10 times: ${JSON.stringify(at10)}, after 60: ${JSON.stringify(at60)}`);
        assert.equal(opened.askedFor('/v1/impact-report', then), shell.asksAtReturn ? 50 : 0);
        for (const what of ['nodes', 'listeners', 'reports', 'timers'] as const) assert.ok(at60[what] <= at10[what], what);
        // In MB; what is compiled and the browser's own history grow by a quarter. Fifty reports that stay are tens.
        if (at60.heap !== null) assert.ok(at60.heap - at10.heap! < 2, 'heap');
        assert.ok(at60.reports <= 1);
        assert.equal(server.answering, 0);
        assert.deepEqual(opened.problems, []);
        await opened.page.close();
      });
    });
  }
});
