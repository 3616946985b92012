// What is tested in a shell of every kind: each situation that can happen there, and what fifty visits leave behind. One file of tests a shell, so that
// two run side by side.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch } from '../../scripts/demo-browser.ts';
import { buildShells } from '../../scripts/shells/build.ts';
import { serveShells, type ShellServer } from '../../scripts/shells/server.ts';
import { comeAndGo, counterOf, heldBy, KINDS, riseOf } from './leaks.ts';
import { Opened, type Shell, SHELLS } from './opened.ts';
import { SITUATIONS } from './situations.ts';

/** Beyond what the shell takes alone. What is compiled grows a little; one report that stays is more. */
const HEAP_MB = 1;

export function testShell(name: string): void {
  const shell = SHELLS.find((one) => one.name === name)!;
  describe(`the report in a shell: ${name}`, () => testIn(shell));
}

function testIn(shell: Shell): void {
  let server: ShellServer;
  let browser: Browser;

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

  for (const { name, at, happens } of SITUATIONS.filter(({ not }) => not?.[shell.name] === undefined)) {
    test(`${shell.name}: ${name}`, async () => {
      const opened = await Opened.at(browser, server, shell, at);
      await happens(opened);
      assert.deepEqual(opened.problems, []);
      await opened.page.close();
    });
  }

  test(`${shell.name}: fifty times away and back: no more stays behind than the shell itself leaves`, async (context) => {
    const opened = await Opened.at(browser, server, shell, '/inbox');
    // What is made once, such as templates, is made before.
    await opened.go('/report');
    await opened.whole();
    const count = await counterOf(browser, opened);
    await comeAndGo(opened, '/report', 10);
    await comeAndGo(opened, '/blank', 10);
    const first = await heldBy(opened, count);
    await comeAndGo(opened, '/blank', 50);
    const second = await heldBy(opened, count);
    // What nothing shows for half a minute is given up, and the wait for that with it: both counts are taken just after a visit.
    await comeAndGo(opened, '/report', 1);
    const visited = await heldBy(opened, count);
    // And where counting took longer than that, this visit has to ask.
    await comeAndGo(opened, '/report', 1);
    const then = server.asked.length;
    await comeAndGo(opened, '/report', 49);
    const third = await heldBy(opened, count);
    const [alone, ours] = [riseOf(first, second), riseOf(visited, third)];
    context.diagnostic(`${shell.name} held ${JSON.stringify(first)}, then rose by ${JSON.stringify(alone)} alone and ${JSON.stringify(ours)} with the report`);
    assert.equal(opened.askedFor('/v1/impact-report', then), shell.asksAtReturn ? 49 : 0);
    for (const kind of KINDS) {
      const allowed = kind === 'heap' ? HEAP_MB : 0;
      if (ours[kind] !== null) assert.ok(ours[kind] <= Math.max(0, alone[kind]!) + allowed, `${kind}: ${ours[kind]}, alone ${alone[kind]}`);
    }
    assert.ok(third.reports <= 1);
    await opened.until(() => server.answering === 0, 'nobody waits for an answer any more');
    assert.deepEqual(opened.problems, []);
    await opened.page.close();
  });
}
