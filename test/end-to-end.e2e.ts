// `npm start` as a customer's engineer meets it: the service, the page in a browser, the same figures in both, and a clean end.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DevelopmentOrganizations, DevelopmentToken, type HeroValue, ImpactReport } from '@qontak/impact-contract';
import type { Browser, HTTPResponse } from 'puppeteer-core';
import { launch, shownText, waitForText, waitToSee, type Watched, watchedPage } from '../scripts/demo-browser.ts';
import { start, type Started, temporaryFolder } from '../scripts/running-service.ts';
import { PAGE_POLICY } from '../vite.config.ts';

/** The progress of the first start. */
const LOADS_SAMPLES = /sample/i;

const folder = temporaryFolder();
let service: Started;
let browser: Browser;
let organizations: DevelopmentOrganizations;

/** What the service itself answers, asked without the page. */
async function ask(organization: string, query = ''): Promise<ImpactReport> {
  const signIn = await fetch(`${service.url}dev/token?organization=${organization}&role=admin`);
  const { token } = DevelopmentToken.parse(await signIn.json());
  const response = await fetch(`${service.url}v1/impact-report${query}`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(response.status, 200);
  return ImpactReport.parse(await response.json());
}

async function heroOf(organization: string, query = ''): Promise<HeroValue> {
  const { hero } = (await ask(organization, query)).data;
  assert.equal(hero.status, 'ok');
  return hero as HeroValue;
}

const inIndonesian = ({ net }: HeroValue): string => `AI menyelesaikan sendiri ${Math.round(net.share! * 100)} dari 100 chat`;
const inEnglish = ({ net }: HeroValue): string => `AI solved ${Math.round(net.share! * 100)} of every 100 chats by itself`;

async function visit(query = ''): Promise<Watched> {
  const watched = await watchedPage(browser);
  await watched.page.goto(`${service.url}${query}`);
  return watched;
}

describe('npm start', () => {
  before(
    async () => {
      [service, browser] = await Promise.all([start({ dataDir: folder.path }), launch()]);
      await service.ready();
      organizations = DevelopmentOrganizations.parse(await (await fetch(`${service.url}dev/organizations`)).json());
    },
    { timeout: 180_000 },
  );

  after(async () => {
    await browser?.close();
    await service?.stop();
    folder.remove();
  });

  test('says where the page is, and has three organizations to show', () => {
    assert.match(service.output(), new RegExp(service.url.replace(/\/$/, '')));
    assert.ok(organizations.length >= 3);
    assert.ok(organizations.every(({ source }) => source === 'sample'));
  });

  test('the pages come with the rule under which the sandbox is tested', async () => {
    const response = await fetch(service.url);
    assert.equal(response.headers.get('content-security-policy'), PAGE_POLICY);
    assert.match(await response.text(), /<script type="module"/);
  });

  test('the page shows the figure of the service, says that it is simulated, and nothing complains', async () => {
    const { page, problems } = await visit();
    const busy = organizations[0]!;
    await waitForText(page, inIndonesian(await heroOf(busy.id)));
    assert.match(await shownText(page, '.what-it-is'), /Demo Data simulasi/);
    assert.equal(await page.$eval('.account', (element) => element.textContent), busy.name);
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('the service is told once that the report was looked at, and takes it', async () => {
    const page = await browser.newPage();
    const views: HTTPResponse[] = [];
    page.on('response', (response) => void (response.url().endsWith('/v1/report-views') && views.push(response)));
    const told = page.waitForResponse((response) => response.url().endsWith('/v1/report-views'));
    await page.goto(service.url);
    await told;
    assert.deepEqual(await Promise.all(views.map(async (view) => [view.request().method(), await view.request().fetchPostData(), view.status()])), [
      ['POST', '{"net_and_gap":true,"work_absorbed":true}', 204],
    ]);
    await page.close();
  });

  test('organization, period, channel, language and theme change what is shown, and the address with them', async () => {
    const { page, problems } = await visit();
    const busy = organizations[0]!;
    const whole = await heroOf(busy.id);
    await waitForText(page, inIndonesian(whole));

    const { meta } = await ask(busy.id);
    await waitToSee(page, `>>> select[name=channel]:has(option[value="${meta.channels[1]}"])`);
    await page.select('>>> select[name=channel]', meta.channels[1]!);
    const oneChannel = await heroOf(busy.id, `?channel=${meta.channels[1]}`);
    assert.ok(oneChannel.net.of < whole.net.of);
    await waitForText(page, inIndonesian(oneChannel));

    await page.select('>>> select[name=channel]', '');
    await page.select('>>> select[name=period]', 'last_7');
    const lastWeek = await heroOf(busy.id, '?period=P7D');
    await waitForText(page, inIndonesian(lastWeek));

    await page.select('select[name=locale]', 'en');
    await waitForText(page, inEnglish(lastWeek));
    assert.equal(await page.$eval('h1', (element) => element.textContent), 'AI impact report');
    assert.equal(await page.$eval('html', (element) => element.lang), 'en');

    const ground = () => page.$eval('main', (element) => getComputedStyle(element.querySelector('.page-header')!).backgroundColor);
    const light = await ground();
    await page.select('select[name=theme]', 'dark');
    await page.waitForSelector('html.dark');
    assert.notEqual(await ground(), light);

    await page.select('select[name=organization]', organizations[1]!.id);
    await page.waitForFunction((name) => document.querySelector('.account')?.textContent === name, {}, organizations[1]!.name);
    await page.waitForFunction((before) => !document.querySelector('qontak-impact-report')?.shadowRoot?.textContent?.includes(before), {}, inEnglish(lastWeek));

    const address = new URL(page.url());
    assert.deepEqual(Object.fromEntries(address.searchParams), { organization: organizations[1]!.id, period: 'P7D', locale: 'en', theme: 'dark' });
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('an address brings a view back, custom dates included', async () => {
    const busy = organizations[0]!;
    const { meta } = await ask(busy.id);
    const { from } = meta.period;
    const to = `${from.slice(0, 8)}14`;
    const { page, problems } = await visit(`?organization=${busy.id}&period=${from}/${to}&locale=en`);
    await waitForText(page, inEnglish(await heroOf(busy.id, `?from=${from}&to=${to}`)));
    await waitToSee(page, '>>> input[name=from]');
    assert.equal(await page.$eval('>>> input[name=from]', (element) => (element as HTMLInputElement).value), from);
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('at 360 px nothing is cut off, and the menu opens and closes with keys', async () => {
    const { page } = await visit('?locale=en');
    await page.setViewport({ width: 360, height: 760 });
    await waitForText(page, 'by itself');
    // A browser may take room for a scroll bar off the width.
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    await page.focus('[popovertarget=navigation]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('nav:popover-open');
    await page.keyboard.press('Escape');
    await page.waitForSelector('nav:not(:popover-open)');
    await page.close();
  });

  test('no token is written anywhere', async () => {
    const { page } = await visit();
    await waitForText(page, 'AI menyelesaikan');
    const { html, address, stored } = await page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      address: location.href,
      stored: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    }));
    for (const place of [html, address, stored]) assert.doesNotMatch(place, /eyJ/);
    await page.close();
  });

  test('a service outside development mode and one that is away are told apart', async () => {
    const { page } = await watchedPage(browser);
    let answer: 'missing' | 'away' = 'missing';
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.url().includes('/dev/')) void request.continue();
      else if (answer === 'missing') void request.respond({ status: 404, contentType: 'application/json', body: '{}' });
      else void request.abort('connectionrefused');
    });
    await page.goto(`${service.url}?locale=en`);
    await page.waitForSelector('.trouble');
    assert.match(await shownText(page, '.trouble'), /not available on this service/);
    answer = 'away';
    await page.click('.trouble button');
    await waitForText(page, 'does not answer', '.trouble');
    await page.close();
  });

  test('a second start on the same folder says so in one sentence and ends', { timeout: 60_000 }, async () => {
    const second = await start({ dataDir: folder.path });
    assert.notEqual(await second.exited, 0);
    oneSentence(second.output(), folder.path);
  });

  test('a start on a taken port says so in one sentence and ends', { timeout: 60_000 }, async () => {
    const other = temporaryFolder();
    const port = Number(new URL(service.url).port);
    const second = await start({ dataDir: other.path, port });
    assert.notEqual(await second.exited, 0);
    oneSentence(second.output(), String(port));
    other.remove();
  });

  test('Ctrl-C ends it cleanly, and started again it keeps the data', { timeout: 120_000 }, async () => {
    const busy = organizations[0]!;
    const before = await ask(busy.id);
    assert.match(service.output(), LOADS_SAMPLES);
    assert.equal(await service.stop(), 0);
    service = await start({ dataDir: folder.path });
    await service.ready();
    assert.doesNotMatch(service.output(), LOADS_SAMPLES);
    assert.deepEqual((await ask(busy.id)).data, before.data);
  });
});

/** One line for people, with the name of what is in the way, and no stack. */
function oneSentence(output: string, mentions: string): void {
  const lines = output.trim().split('\n');
  assert.equal(lines.length, 1, output);
  assert.ok(output.includes(mentions), output);
  assert.doesNotMatch(output, /\bat .+:\d+:\d+/);
}
