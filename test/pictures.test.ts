// What the elements look like, against pictures that somebody has looked at: `npm run pictures` takes them anew, a difference is drawn into
// test/pictures/failed. Browser and fonts come from npm, so that they are the same everywhere; with another browser this is left out.
import { setViewport } from '@web/test-runner-commands';
import { visualDiff } from '@web/test-runner-visual-regression';
import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
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
import { Chart } from '../widgets/kit/chart/chart-parts.ts';
import { fullReport } from './reports/full-report.ts';
import { endOf, everything } from './on-page.ts';

const NAMES = ['hero', 'cost', 'trend', 'journey', 'after-hours', 'reopen-rate', 'turns', 'sentiment', 'how-we-count', 'period-picker', 'share'] as const;
/** A telephone, the panel of the shell, and that panel in the dark: colours do not depend on the width. */
const LOOKS = [
  [360, 'light'],
  [1016, 'light'],
  [1016, 'dark'],
] as const;

const BACKGROUND = { light: '#f1f5f9', dark: '#161a1d' } as const;
type Theme = keyof typeof BACKGROUND;

/** Shows an element on a page of its own, and waits until all of it is drawn. */
async function shown(name: string, width: number, theme: Theme): Promise<HTMLElement> {
  const page = document.createElement('div');
  page.style.cssText = `box-sizing: border-box; inline-size: ${width}px; padding: 16px; background: ${BACKGROUND[theme]}`;
  const element = document.createElement(`qontak-impact-${name}`) as LitElement & Settings;
  Object.assign(element, { data: fullReport(), locale: 'id', theme });
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
  return !(element instanceof HTMLCanvasElement) || Chart.getChart(element) !== undefined;
}

async function compare(name: string, width: number, theme: Theme): Promise<void> {
  const page = await shown(name, width, theme);
  await visualDiff(page, `${name}-${width}-${theme}`);
  page.remove();
}

describe('the looks', () => {
  before(() => setViewport({ width: 1100, height: 900 }));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const name of NAMES) {
    it(`of ${name}`, async () => {
      for (const [width, theme] of LOOKS) await compare(name, width, theme);
    });
  }
  // One picture of the whole: it weighs as much as ten of its cards.
  it('of the report', () => compare('report', 1016, 'light'));
});
