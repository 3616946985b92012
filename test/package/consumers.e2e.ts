// What a consumer meets in the browser: the packed package, through bundlers and without, under a strict policy.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import vue from '@vitejs/plugin-vue';
import { build, type PluginOption, preview, type PreviewServer } from 'vite';
import webpack from 'webpack';
import { reports } from '../../bench/widgets/reports.ts';
import { launch, waitForText, waitToSee, type Watched, watchedPage } from '../../scripts/demo-browser.ts';
import { PAGE_POLICY } from '../../vite.config.ts';
import { REPOSITORY } from '../../scripts/build/entries.ts';
import { DIST } from '../../scripts/build/built.ts';
import { type Consumer, consumer } from './consumer.ts';

/** Ours, and the policy that Vue makes for itself. */
const POLICY = `${PAGE_POLICY} vue`;

let host: Consumer;
let server: PreviewServer;
let browser: Browser;

/** Under `built/<name>`, as the consumer's own build would put it. */
const buildWithVite = (name: string, plugins: PluginOption[] = []): Promise<unknown> =>
  build({
    configFile: false,
    root: join(host.folder, name),
    base: './',
    logLevel: 'error',
    plugins,
    build: { outDir: join(host.folder, 'built', name), modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1000 },
  });

/** What a server sends for the page of a framework. */
const FROM_SERVER =
  '<qontak-impact-provider><qontak-impact-hero id="hero" class="first"></qontak-impact-hero><qontak-impact-trend></qontak-impact-trend>' +
  '<qontak-impact-cost></qontak-impact-cost></qontak-impact-provider>';

function replaceIn(file: string, wanted: string, text: string): void {
  const path = join(host.folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(wanted, text));
}

async function buildWithWebpack(): Promise<void> {
  const output = join(host.folder, 'built/webpack');
  const stats = await new Promise<webpack.Stats>((done, failed) => {
    webpack(
      {
        context: host.folder,
        mode: 'production',
        entry: './bundled/main.js',
        output: { path: output, filename: '[name].js', module: true, chunkFormat: 'module' },
        experiments: { outputModule: true, topLevelAwait: true },
        optimization: { minimize: false },
        performance: false,
      },
      (error, result) => (result ? done(result) : failed(error as Error)),
    );
  });
  assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString({ preset: 'errors-warnings' }));
  copyFileSync(join(host.folder, 'bundled/index.html'), join(output, 'index.html'));
}

/** As a content delivery network would have it, with the hash that the page was told. */
function placeCdn(name: string, change: string): void {
  const cdn = join(DIST, 'cdn', REPOSITORY.version);
  const { 'impact.js': hash } = JSON.parse(readFileSync(join(cdn, 'sri.json'), 'utf8')) as Record<string, string>;
  const folder = join(host.folder, name);
  cpSync(join(host.folder, 'cdn'), folder, { recursive: true });
  replaceIn(`${name}/index.html`, 'INTEGRITY', hash!);
  writeFileSync(join(folder, 'impact.js'), readFileSync(join(cdn, 'impact.js'), 'utf8') + change);
}

async function visit(path: string): Promise<Watched> {
  const watched = await watchedPage(browser);
  await watched.page.goto(new URL(`${path}/index.html`, server.resolvedUrls!.local[0]).href);
  return watched;
}

/** The figure, and the chart, whose code comes when someone points at it. */
async function showsReport({ page, problems }: Watched): Promise<void> {
  await waitForText(page, /AI solved|AI menyelesaikan/, 'qontak-impact-hero');
  await (await waitToSee(page, 'qontak-impact-trend >>> .first svg')).hover();
  await page.waitForSelector('qontak-impact-trend >>> .first svg', { hidden: true });
  assert.deepEqual(problems, []);
  await page.close();
}

describe('the package in a page', () => {
  before(
    async () => {
      host = await consumer();
      writeFileSync(join(host.folder, 'report.json'), JSON.stringify(reports().first));
      server = await preview({
        configFile: false,
        // Served is what lies in the consumer's folder.
        root: dirname(host.folder),
        build: { outDir: basename(host.folder) },
        logLevel: 'warn',
        preview: { port: 0, host: '127.0.0.1', headers: { 'Content-Security-Policy': POLICY } },
      });
      browser = await launch();
    },
    { timeout: 120_000 },
  );
  after(async () => {
    await browser?.close();
    await server?.close();
    host?.remove();
  });

  test('built with Vite', async () => {
    await buildWithVite('bundled');
    await showsReport(await visit('built/bundled'));
  });

  test('built with webpack', async () => {
    await buildWithWebpack();
    await showsReport(await visit('built/webpack'));
  });

  test('as plain modules', async () => showsReport(await visit('plain')));

  test('in the parts for pages without a bundler', async () => {
    cpSync(join(host.folder, 'plain'), join(host.folder, 'split'), { recursive: true });
    for (const name of ['hero', 'trend']) replaceIn('split/main.js', `esm/${name}.js`, `cdn/${REPOSITORY.version}/split/${name}.js`);
    await showsReport(await visit('split'));
  });

  test('as one file with its hash, before which the markup stands already', async () => {
    placeCdn('built/cdn', '');
    await showsReport(await visit('built/cdn'));
  });

  test('as one file that is not what was built: the browser does not run it', async () => {
    placeCdn('built/tampered', '// one byte more');
    const { page, problems } = await visit('built/tampered');
    await page.waitForNetworkIdle();
    assert.equal(await page.evaluate(() => customElements.get('qontak-impact-hero') === undefined), true);
    assert.match(problems.join(), /integrity/);
    await page.close();
  });

  test('in templates of Vue, by components and by a tag itself', async () => {
    // As a build's own configuration would: on Node.
    const { isImpactElement } = (await import(join(DIST, 'node/vue.js'))) as typeof import('../../entries/vue.ts');
    await buildWithVite('template', [vue({ template: { compilerOptions: { isCustomElement: isImpactElement } } })]);
    const watched = await visit('built/template');
    const { page } = watched;
    await waitForText(page, /ready qontak-impact-trend/, 'button');
    await page.waitForSelector('qontak-impact-trend:defined', { timeout: 20_000 });
    const setting = (tag: string, name: string): Promise<unknown> =>
      page.evaluate((selector, key) => (document.querySelector(selector) as never as Record<string, unknown>)[key], tag, name);
    assert.equal(await page.$eval('qontak-impact-provider', (provider) => typeof provider.tokenProvider), 'function');
    assert.equal(await setting('qontak-impact-hero', 'headingLevel'), 3);
    assert.equal(await setting('qontak-impact-sentiment', 'headingLevel'), 4);
    assert.equal(await setting('qontak-impact-trend', 'gross'), true);
    await page.click('button');
    assert.equal(await setting('qontak-impact-trend', 'gross'), false);
    await showsReport(watched);
  });

  for (const framework of ['vue', 'react']) {
    test(`through the components for ${framework}, where a server has sent the markup`, async () => {
      replaceIn(`${framework}/index.html`, 'FROM_SERVER', FROM_SERVER);
      await buildWithVite(framework);
      const watched = await visit(`built/${framework}`);
      const { page } = watched;
      await page.waitForSelector('body[data-ready=true]', { timeout: 20_000 });
      await waitForText(page, /By month/, 'qontak-impact-trend');
      const told = await page.evaluate(() => {
        const [hero, trend, provider] = ['hero', 'trend', 'provider'].map(
          (name) => document.querySelector(`qontak-impact-${name}`) as never as Record<string, unknown>,
        );
        return [hero!.id, hero!.className, hero!.headingLevel, trend!.by, trend!.gross, typeof provider!.tokenProvider];
      });
      assert.deepEqual(told, ['hero', 'first', 3, 'months', true, 'function']);
      assert.doesNotMatch(await page.content(), /reason/, 'the source of a function stands in the page');
      await page.waitForSelector('qontak-impact-cost:defined', { timeout: 20_000 });
      await showsReport(watched);
    });

    test(`through the components for ${framework}, when the code of one gets lost: the others stand, and the console says it once`, async () => {
      await buildWithVite(framework);
      const watched = await watchedPage(browser);
      const { page, problems } = watched;
      await page.setRequestInterception(true);
      page.on('request', (request) => void (/\/cost-[^/]*\.js$/.test(request.url()) ? request.abort() : request.continue()));
      await page.evaluateOnNewDocument(() => addEventListener('unhandledrejection', () => console.error('unhandled rejection')));
      await page.goto(new URL(`built/${framework}/index.html`, server.resolvedUrls!.local[0]).href);
      await waitForText(page, /AI solved/, 'qontak-impact-hero');
      await waitToSee(page, 'qontak-impact-trend >>> .first svg');
      await page.waitForNetworkIdle();
      assert.equal(await page.evaluate(() => customElements.get('qontak-impact-cost') === undefined), true);
      const ours = problems.filter((problem) => !problem.startsWith('Failed to load resource'));
      assert.equal(ours.length, 1, problems.join('\n'));
      assert.match(ours[0]!, /^IMPACT-025 A part of the library could not be loaded\. \(qontak-impact-cost\)/);
      await page.close();
    });
  }
});
