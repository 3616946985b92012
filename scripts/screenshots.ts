// Pictures of the demo on the real service: docs/images/ gets the one that the README shows, dist/screenshots/ all others, to be looked at.
//   npm run screenshots
// Fonts come from the browser's package, so the pictures do not depend on the machine.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DevelopmentOrganizations } from '@qontak/impact-contract';
import type { Page } from 'puppeteer-core';
import { launch, waitForText, watchedPage } from './demo-browser.ts';
import { SHOP_CONDITIONS } from '../mocks/sandbox/conditions.ts';
import { start, temporaryFolder } from './running-service.ts';

const IMAGES = join(import.meta.dirname, '../docs/images');
const ALL = join(import.meta.dirname, '../dist/screenshots');
const WIDTHS = [1440, 1280, 768, 360] as const;
const THEMES = ['light', 'dark'] as const;
const LOCALES = ['id', 'en'] as const;
const CONDITIONS = ['slow', 'failed', 'forbidden', 'offline', 'stale', ...SHOP_CONDITIONS] as const;

/** As browsers leave it. */
const MARGIN = { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' } as const;

/** The code of every element has come, and each has its answer, be it a figure or the reason why there is none. */
const answered = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const elements = [...document.querySelectorAll('impact-demo-page [org], .story:not([id$=loading]) .story-frame > *')];
    const stands = ({ shadowRoot }: Element): boolean =>
      shadowRoot !== null &&
      shadowRoot.querySelector('[aria-busy="true"], .reserved') === null &&
      // Below what went wrong no code is waited for.
      (shadowRoot.querySelector('[part="error"]') !== null || shadowRoot.querySelector(':not(:defined)') === null) &&
      [...shadowRoot.querySelectorAll('*')].every((inner) => inner.shadowRoot === null || stands(inner));
    return elements.length > 0 && elements.every(stands);
  });

async function open(page: Page, url: string, width: number): Promise<void> {
  await page.setViewport({ width, height: 800 });
  await page.goto(url, { waitUntil: 'networkidle0' });
  await answered(page);
}

/** The whole page, in a window as high as that: what sticks to the foot of a window is at the end of the page. */
async function shoot(page: Page, name: string): Promise<void> {
  const { width } = page.viewport()!;
  await page.setViewport({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  await page.screenshot({ path: `${join(ALL, name)}.png`, fullPage: true });
}

async function organizations(page: Page, url: string): Promise<void> {
  const list = DevelopmentOrganizations.parse(await (await fetch(`${url}dev/organizations`)).json());
  for (const { id, name } of list) {
    const slug = name.toLowerCase().replaceAll(/\W+/g, '-');
    const take = async (width: number, theme: string, locale: string): Promise<void> => {
      await open(page, `${url}?${new URLSearchParams({ organization: id, theme, locale })}`, width);
      await shoot(page, `${slug}-${width}-${theme}-${locale}`);
    };
    for (const width of WIDTHS) for (const theme of THEMES) for (const locale of LOCALES) await take(width, theme, locale);
    // What differs from light are colours, not lengths.
    await take(1280, 'enterprise', 'id');
  }
}

async function print(page: Page, url: string): Promise<void> {
  await open(page, url, 1280);
  await page.pdf({ path: join(ALL, 'print.pdf'), format: 'A4', margin: MARGIN, printBackground: false });
  await page.emulateMediaType('print');
  // A4 at 96 dots an inch, less the margins.
  await page.setViewport({ width: 718, height: 1000 });
  await shoot(page, 'print');
  await page.emulateMediaType('screen');
}

async function sandbox(page: Page, url: string): Promise<void> {
  for (const condition of CONDITIONS) {
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(`${url}sandbox.html?${new URLSearchParams({ condition })}`, { waitUntil: 'networkidle0' });
    await waitForText(page, condition === 'stale' ? 'Belum bisa diperbarui' : /\S/);
    if (condition !== 'slow') await answered(page);
    await shoot(page, `sandbox-${condition}`);
  }
}

mkdirSync(IMAGES, { recursive: true });
rmSync(ALL, { recursive: true, force: true });
mkdirSync(ALL, { recursive: true });
const folder = temporaryFolder();
const [service, browser] = await Promise.all([start({ dataDir: folder.path }), launch()]);
try {
  await service.ready();
  const { page, problems } = await watchedPage(browser);
  await open(page, `${service.url}?theme=light&locale=id`, 1280);
  // Down to what the headline is worth, and below it what sticks to the foot of the window.
  const foot = await page.evaluate(() => {
    const root = document.querySelector('qontak-impact-report')!.shadowRoot!;
    return root.querySelector('.cost')!.getBoundingClientRect().bottom + 16 + root.querySelector('.sample')!.getBoundingClientRect().height;
  });
  await page.setViewport({ width: 1280, height: Math.ceil(foot) });
  await page.screenshot({ path: join(IMAGES, 'report.png') });
  await organizations(page, service.url);
  await print(page, service.url);
  await sandbox(page, service.url);
  for (const problem of new Set(problems)) console.error(problem);
  console.log(`Pictures are in docs/images and dist/screenshots${problems.length > 0 ? `; the pages complained ${problems.length} times` : ''}.`);
} finally {
  await browser.close();
  await service.stop();
  folder.remove();
}
