// What the elements look like, against pictures that somebody has looked at: `npm run pictures` takes them anew, a difference is drawn into
// test/pictures/failed. Browser and fonts come from npm, so that they are the same everywhere; with another browser this is left out.
import { setViewport } from '@web/test-runner-commands';
import { visualDiff } from '@web/test-runner-visual-regression';
import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { type Locale, LOCALES } from '#lang';
import type { Settings } from '#state';
import '#report';
import '#widgets/after-hours';
import '#widgets/cost';
import '#widgets/how-we-count';
import '#widgets/journey';
import '#widgets/period-picker';
import '#widgets/reopen-rate';
import '#widgets/sentiment';
import '#widgets/share';
import '#widgets/trend';
import '#widgets/turns';
import { type Appearance, dress } from './appearances.ts';
import { fullReport } from './reports/full-report.ts';
import { endOf, everything } from './on-page.ts';

const NAMES = ['hero', 'cost', 'trend', 'journey', 'after-hours', 'reopen-rate', 'turns', 'sentiment', 'how-we-count', 'period-picker', 'share'] as const;
interface Look {
  width: number;
  appearance: Appearance;
  locale: Locale;
}

const look = (width: number, appearance: Appearance, locale: Locale): Look => ({ width, appearance, locale });

/** A telephone and the panel of the shell, both in the dark, too; words wrap most in the narrowest, so that is where English is. */
const CARD: readonly Look[] = [look(360, 'light', 'id'), look(360, 'dark', 'en'), look(1016, 'light', 'id'), look(1016, 'dark', 'id')];

/** Of the report every width in both languages, and every appearance. */
const REPORT: readonly Look[] = [
  ...[360, 768, 1016, 1440].flatMap((width) => LOCALES.map((locale) => look(width, 'light', locale))),
  look(360, 'dark', 'id'),
  look(1016, 'dark', 'id'),
  look(1016, 'enterprise', 'id'),
];

const nameOf = (name: string, { width, appearance, locale }: Look): string => `${name}-${width}-${appearance}${locale === 'id' ? '' : `-${locale}`}`;

/** Shows an element on a page of its own, and waits until all of it is drawn. */
async function shown(name: string, { width, appearance, locale }: Look): Promise<HTMLElement> {
  const page = document.createElement('div');
  page.style.cssText = `box-sizing: border-box; inline-size: ${width}px; padding: 16px`;
  const element = document.createElement(`qontak-impact-${name}`) as LitElement & Settings;
  Object.assign(element, { data: fullReport(), locale }, await dress(page, appearance));
  page.append(element);
  document.body.append(page);
  const root = element.shadowRoot!;
  await waitUntil(() => endOf(root) === 'ready', `${name} is never ready`, { timeout: 5000 });
  if (name === 'share') root.querySelector<HTMLElement>('#share')!.click();
  await waitUntil(() => [...everything(page)].every(isDrawn), `${name} is never drawn`, { timeout: 10_000 });
  await document.fonts.ready;
  return page;
}

/** What comes later than the element itself: the code of others, the drawings of the trend and of the journey. */
function isDrawn(element: Element): boolean {
  if (element.localName.startsWith('qontak-')) {
    const root = element.shadowRoot;
    return root !== null && (element.localName !== 'qontak-impact-journey' || root.querySelector('[part="chart"]') !== null);
  }
  return !element.matches('.first') || element.querySelector('svg') !== null;
}

async function compare(name: string, looks: readonly Look[]): Promise<void> {
  for (const one of looks) {
    const page = await shown(name, one);
    await visualDiff(page, nameOf(name, one));
    page.remove();
  }
}

describe('the looks', () => {
  const viewport = { width: 1500, height: 900 };
  before(() => setViewport(viewport));
  after(() => setViewport({ width: 800, height: 600 }));

  // Before the others, so that new pictures are those of the first drawing.
  it('of the trend, once Chart.js draws it: the same', async () => {
    for (const look of CARD) {
      const page = await shown('trend', look);
      const plot = [...everything(page)].find((element) => element.matches('.plot'))!;
      plot.dispatchEvent(new PointerEvent('pointerenter'));
      await waitUntil(() => plot.querySelector('svg') === null, 'Chart.js never takes over', { timeout: 5000 });
      await visualDiff(page, nameOf('trend', look));
      page.remove();
    }
  });

  for (const name of NAMES) it(`of ${name}`, () => compare(name, CARD));

  // At half the size: what its cards look like is compared above, here it is how they stand together. Whole they would weigh as much as all of those.
  it('of the report', async () => {
    await setViewport({ ...viewport, deviceScaleFactor: 0.5 });
    await compare('report', REPORT);
    await setViewport({ ...viewport, deviceScaleFactor: 1 });
  }).timeout(60_000);
});
