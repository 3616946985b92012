// WebKitGTK by WebDriver, as much of it as these tests need. The programs come from the system: apt-get install webkit2gtk-driver xvfb.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../scripts/running-service.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const BROWSERS = '/usr/lib/*/webkit2gtk-4.*/MiniBrowser';
const WAIT_MS = 30_000;

/** What identifies an element in the protocol. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export interface WebKit {
  open(url: string): Promise<void>;
  /** Runs a function in the page, or in the frame that was entered. */
  run<Given, Told>(what: (given: Given) => Told, given: Given): Promise<Told>;
  /** Waits until a function gives an empty list, and fails with what is left in it. */
  untilNothing<Given>(what: (given: Given) => string[], given: Given): Promise<void>;
  enterFrame(): Promise<void>;
  close(): Promise<void>;
}

type Ask = <Told>(method: string, path: string, body?: object) => Promise<Told>;

async function startDriver(): Promise<{ ask: Ask; end: () => Promise<unknown> }> {
  if (!existsSync(DRIVER)) throw new Error(`Could not test in WebKit: there is no ${DRIVER}. Install it: apt-get install webkit2gtk-driver.`);
  const port = await freePort();
  // Its sandbox needs rights that a container does not give; what it shows are our own pages.
  const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const driver = spawn(DRIVER, ['--host=127.0.0.1', `--port=${port}`], { env, stdio: 'ignore' });
  process.on('exit', () => driver.kill());
  const ended = once(driver, 'exit');
  const ask: Ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: never };
    if (!answer.ok) throw new Error(`WebKit could not ${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const answers = (): Promise<boolean> =>
    ask('GET', '/status').then(
      () => true,
      () => false,
    );
  await until(answers, Boolean);
  return { ask, end: () => (driver.kill(), ended) };
}

export async function startWebKit(): Promise<WebKit> {
  const { ask, end } = await startDriver();
  const [binary] = globSync(BROWSERS);
  const options = { binary, args: ['--automation'] };
  const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
  const session = `/session/${sessionId}`;
  const run = <Given, Told>(what: (given: Given) => Told, given: Given): Promise<Told> =>
    ask('POST', `${session}/execute/sync`, { script: `return (${what.toString()})(arguments[0])`, args: [given] });
  return {
    open: (url) => ask('POST', `${session}/url`, { url }),
    run,
    untilNothing: async (what, given) => {
      const left = await until(
        () => run(what, given),
        (one) => one.length === 0,
      );
      if (left.length > 0) throw new Error(left.join('\n'));
    },
    enterFrame: async () => {
      const frame = await ask<Record<string, string>>('POST', `${session}/element`, { using: 'css selector', value: 'iframe' });
      await ask('POST', `${session}/frame`, { id: { [ELEMENT]: frame[ELEMENT] } });
    },
    close: async () => {
      await ask('DELETE', session);
      await end();
    },
  };
}

/** The first answer that will do, or the last before the time was over. */
async function until<Told>(ask: () => Promise<Told>, isEnough: (told: Told) => boolean): Promise<Told> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const told = await ask();
    if (isEnough(told) || Date.now() > end) return told;
    await pause(100);
  }
}
