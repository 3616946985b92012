// A page whose tags are written by hand, and whose code comes from two builds of the library, or only in part.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { built } from '../scripts/build/built.ts';
import { launch, waitForText } from '../scripts/demo-browser.ts';
import { type Host, serveHost } from './hosts/serve.ts';

const PAGE = `<!doctype html>
<html lang="en">
  <link rel="icon" href="/icon.svg" />
  <script type="module" src="/page.js"></script>
  <qontak-impact-provider src="/"><qontak-impact-hero></qontak-impact-hero></qontak-impact-provider>
</html>`;

let host: Host;
let browser: Browser;

interface Opened {
  page: Page;
  /** What the console got from us. */
  said: string[];
  /** Its first line. */
  complaint: Promise<string>;
}

/** Opens the page with these modules. */
async function open(...modules: string[]): Promise<Opened> {
  const imports = modules.map((name) => `import '${name}';`).join('\n');
  host.files['/'] = ['text/html', PAGE];
  host.files['/page.js'] = [
    'text/javascript',
    `${imports}\nimport { token } from '/identity.js';\ndocument.querySelector('qontak-impact-provider').tokenProvider = () => token;`,
  ];
  const page = await browser.newPage();
  const said: string[] = [];
  const { promise: complaint, resolve } = Promise.withResolvers<string>();
  page.on('console', (message) => {
    if (!message.text().startsWith('IMPACT-')) return;
    said.push(message.text());
    resolve(message.text());
  });
  await page.goto(host.origin);
  return { page, said, complaint };
}

/** What the console is told of a card that stays without its report, in one line. */
async function complaintOf(...modules: string[]): Promise<string> {
  const { page, said, complaint } = await open(...modules);
  await waitForText(page, 'The report is not connected yet', 'qontak-impact-hero');
  const line = await complaint;
  await page.close();
  assert.deepEqual(said, [line]);
  return line;
}

describe('a card in a provider by hand', () => {
  before(
    async () => {
      await built();
      [host, browser] = await Promise.all([serveHost('for bundlers'), launch()]);
    },
    { timeout: 120_000 },
  );
  after(async () => {
    await browser?.close();
    await host?.close();
  });

  test('of one copy shows its report, also beside the same elements of another', async () => {
    const { page, said } = await open('/first/provider.js', '/first/hero.js', '/second/provider.js', '/second/hero.js');
    await waitForText(page, /AI solved \d+/, 'qontak-impact-hero');
    assert.deepEqual(
      said.map((line) => line.slice(0, 10)),
      ['IMPACT-024', 'IMPACT-024'],
    );
    await page.close();
  });

  test('of another copy says so, and how to mend it', async () => {
    const line = await complaintOf('/first/provider.js', '/second/hero.js');
    assert.match(line, /^IMPACT-029 .*\(<qontak-impact-hero> in <qontak-impact-provider>, of another copy\) Take both from one build/);
  });

  test('whose code is not loaded says so', async () => {
    const line = await complaintOf('/first/hero.js');
    assert.match(line, /^IMPACT-029 .*\(<qontak-impact-hero> in <qontak-impact-provider>, not loaded\).* import the provider too/);
  });
});
