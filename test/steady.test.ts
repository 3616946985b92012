// Nothing that a reader looks at moves when the figures come: measured as browsers measure it for everybody (Cumulative Layout Shift).
import { assert, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import type { Settings } from '#state';
import '#report';
import { endOf } from './on-page.ts';
import { fullReport } from './reports/full-report.ts';

/** The report first: it brings the code of the others only once its first figure stands, and that code must not move anything either. */
const NAMES = ['report', 'hero', 'cost', 'trend', 'journey', 'after-hours', 'reopen-rate', 'turns', 'sentiment', 'how-we-count', 'period-picker'];

/** The parts of the API that TypeScript does not know yet. */
interface Shift extends PerformanceEntry {
  value: number;
  sources: { previousRect: DOMRect; currentRect: DOMRect }[];
}

const IN_TIME = { timeout: 15_000 };

const frames = async (n: number): Promise<void> => {
  for (let i = 0; i < n; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
};

/** How much, and from where to where; a browser does not name what stands in a shadow root. */
const told = ({ value, sources }: Shift): string =>
  `${value.toFixed(4)}: ${sources.map(({ previousRect, currentRect }) => `from ${previousRect.top} to ${currentRect.top} px`).join(', ')}`;

/** Shows an element whose report comes some frames later, and gives what moved meanwhile. */
async function shiftsOf(name: string, width: number): Promise<string[]> {
  const shifts: Shift[] = [];
  const page = document.createElement('div');
  page.style.cssText = `inline-size: ${width}px`;
  const element = document.createElement(`qontak-impact-${name}`) as LitElement & Settings;
  const { promise: answer, resolve: arrive } = Promise.withResolvers<Response>();
  Object.assign(element, { src: 'https://metrics.example.id', locale: 'id', fetcher: () => answer });
  page.append(element);
  document.body.append(page);
  await element.updateComplete;
  await frames(4);
  const observer = new PerformanceObserver((list) => shifts.push(...(list.getEntries() as Shift[])));
  observer.observe({ type: 'layout-shift' });
  arrive(Response.json(fullReport()));
  await waitUntil(() => endOf(element.shadowRoot!) === 'ready', `${name} is never ready`, IN_TIME);
  if (name === 'report')
    await waitUntil(() => element.shadowRoot!.querySelectorAll(':not(:defined)').length === 0, 'the code of all widgets has come', IN_TIME);
  await frames(20);
  observer.disconnect();
  page.remove();
  return shifts.map(told);
}

describe('what is on the page stays where it is when the figures come', () => {
  for (const width of [360, 1016]) {
    describe(`${width} px`, () => {
      before(() => setViewport({ width, height: 800 }));
      after(() => setViewport({ width: 800, height: 600 }));
      for (const name of NAMES) {
        it(name, async () => {
          assert.deepEqual(await shiftsOf(name, width), []);
        });
      }
    });
  }
});
