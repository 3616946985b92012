import { assert, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { readIn } from '#test/fake-service';
import { Chart } from '../kit/chart/chart-parts.ts';
import { chartSource } from '#kit';
import type { Trend } from '#widgets/trend';
import '#widgets/trend';
import { sampleReport } from '../kit/sample-report.ts';
import { BUSY } from './trend.story.ts';

const report = sampleReport({ trend: BUSY });
const show = (locale = 'id'): Promise<Trend> => fixture<Trend>(html`<qontak-impact-trend locale=${locale} .data=${report}></qontak-impact-trend>`);
const inside = <E extends Element>(trend: Trend, selector: string): E => trend.shadowRoot!.querySelector<E>(selector)!;
const chartOf = (trend: Trend): Chart | undefined => Chart.getChart(inside<HTMLCanvasElement>(trend, 'canvas'));
const charts = (): number => Object.keys(Chart.instances).length;

/** Waits until the chart is drawn. */
async function drawn(trend: Trend): Promise<Chart> {
  await waitUntil(() => inside(trend, 'canvas') !== null && chartOf(trend) !== undefined, 'no chart', { timeout: 5000 });
  await trend.updateComplete;
  return chartOf(trend)!;
}
const press = async (trend: Trend, key: string): Promise<void> => {
  const plot = inside<HTMLElement>(trend, '.plot');
  plot.focus();
  plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
  await trend.updateComplete;
};
const spoken = (trend: Trend): string => inside(trend, '[role="status"]').textContent;
const tip = (trend: Trend): HTMLElement => inside(trend, '.tip');
/** The colour of a pixel of the drawing. */
const pixel = ({ ctx }: Chart, x: number, y: number): string => ctx.getImageData(x * devicePixelRatio, y * devicePixelRatio, 1, 1).data.join();

describe('trend', () => {
  it('says how it goes before it draws it, and keeps the place for the drawing', async () => {
    const trend = await show();
    assert.include(readIn(trend), 'Lebih baik dibanding bulan pertama memakai AI');
    const height = trend.getBoundingClientRect().height;
    await drawn(trend);
    assert.equal(trend.getBoundingClientRect().height, height);
  });

  it('shows weeks or months, and what only looked solved with its gap', async () => {
    const trend = await show('en');
    await drawn(trend);
    assert.notInclude(readIn(trend), 'more looked solved');
    inside<HTMLInputElement>(trend, 'input[type="checkbox"]').click();
    await trend.updateComplete;
    assert.match(readIn(trend), /9–15 Nov 2026: AI solved \d\d of every 100 chats\. \d+ more looked solved, but the customer came back\./);
    const lines = chartOf(trend)!.data.datasets.length;
    trend.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="radio"]')[1]!.click();
    await trend.updateComplete;
    assert.include(readIn(trend), 'By month, February 2026 – November 2026');
    assert.equal(chartOf(trend)!.data.datasets.length, lines);
    assert.equal(chartOf(trend)!.data.labels!.length, 10);
    inside<HTMLInputElement>(trend, 'input[type="checkbox"]').click();
    await trend.updateComplete;
    assert.equal(chartOf(trend)!.data.datasets.length, lines - 1);
    assert.equal(charts(), 1);
  });

  it('is walked with the keyboard, from the newest place on, and says each aloud', async () => {
    const trend = await show('en');
    await drawn(trend);
    assert.equal(spoken(trend), '');
    inside<HTMLElement>(trend, '.plot').focus();
    await trend.updateComplete;
    assert.match(spoken(trend), /^16–22 Nov 2026\. .*Not final yet, final on 25 November\. Expected: most likely between 56 and 68 of every 100 chats$/);
    await press(trend, 'ArrowLeft');
    assert.match(spoken(trend), /^9–15 Nov 2026\. AI solved/);
    await press(trend, 'Home');
    assert.match(spoken(trend), /^25–31 May 2026\. AI solved \d\d of every 100 chats\. Range \d\d–\d\d%\. Of \d+ chats$/);
    await press(trend, 'ArrowLeft');
    assert.match(spoken(trend), /^25–31 May 2026/);
    await press(trend, 'End');
    assert.match(spoken(trend), /^16–22 Nov 2026/);
    assert.isFalse(tip(trend).hidden);
    await press(trend, 'Escape');
    assert.isTrue(tip(trend).hidden);
  });

  it('keeps the keys it uses from the page and leaves the others', async () => {
    const trend = await show();
    await drawn(trend);
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
    addEventListener('keydown', hear);
    for (const key of ['ArrowLeft', 'Home', 'Escape', 's']) await press(trend, key);
    removeEventListener('keydown', hear);
    assert.deepEqual(heard, ['Escape', 's']);
  });

  for (const [name, css] of [
    ['plain', ''],
    ['zoomed', 'zoom: 1.5'],
    ['scaled', 'transform: scale(0.8)'],
    ['right to left', 'direction: rtl'],
  ] as const) {
    it(`shows the point under the pointer, beside it and within the drawing: ${name}`, async () => {
      const trend = await show();
      const chart = await drawn(trend);
      trend.style.cssText = css;
      await waitUntil(() => chart.width === inside<HTMLElement>(trend, '.plot').clientWidth);
      const plot = inside<HTMLElement>(trend, '.plot');
      const box = plot.getBoundingClientRect();
      const along = chart.scales.x!.getPixelForValue(7) / plot.offsetWidth;
      plot.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + along * box.width, clientY: box.top + 20 }));
      await trend.updateComplete;
      assert.include(tip(trend).textContent, '13–19 Jul 2026');
      const rect = tip(trend).getBoundingClientRect();
      assert.isTrue(rect.left >= box.left - 1 && rect.right <= box.right + 1, 'the tooltip sticks out');
      plot.dispatchEvent(new PointerEvent('pointerleave'));
      await trend.updateComplete;
      assert.isTrue(tip(trend).hidden);
    });
  }

  it('does not draw again for a tooltip', async () => {
    const trend = await show();
    const chart = await drawn(trend);
    const { data } = chart;
    await press(trend, 'ArrowLeft');
    assert.equal(chart.data, data);
  });

  it('has all its figures in a table, the newest first', async () => {
    const trend = await show('en');
    inside<HTMLDetailsElement>(trend, 'details').open = true;
    const rows = [...trend.shadowRoot!.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    assert.equal(rows.length, 27);
    assert.deepEqual(rows[0], ['16–22 Nov 2026', '—', '56–68%', '—', 'Expected']);
    assert.equal(rows[1]!.at(-1), 'Not final');
    await assert.isAccessible(trend);
  });

  it('opens the chats of a week from its table, by the percentage or by the number it is of', async () => {
    const trend = await show('en');
    const week = BUSY.weeks.points.at(-2)!;
    const row = trend.shadowRoot!.querySelectorAll('tbody tr')[2]!;
    const [share, judged] = [...row.querySelectorAll('button')];
    for (const [button, figure] of [
      [share!, 'stayed_solved'],
      [judged!, 'judged'],
    ] as const) {
      setTimeout(() => button.click());
      const { detail } = await oneEvent(trend, 'impact-open-chats');
      assert.deepInclude(detail, { figure, days: { from: week.from, to: week.to } });
    }
    assert.match(share!.textContent, /^\d+%$/);
  });

  it('is accessible with its tooltip open', async () => {
    const trend = await show();
    await drawn(trend);
    await press(trend, 'ArrowLeft');
    await assert.isAccessible(trend);
  });
});

describe('trend: its place in the page', () => {
  it('frees every chart, also when it leaves before one is drawn', async () => {
    for (let round = 0; round < 50; round += 1) {
      const trend = await show();
      if (round % 5 === 0) await drawn(trend);
      trend.remove();
    }
    await waitUntil(() => charts() === 0, 'charts are left', { timeout: 5000 });
  });

  it('keeps its chart when it is moved, and draws a new one when it comes back', async () => {
    const trend = await show();
    const chart = await drawn(trend);
    const elsewhere = await fixture<HTMLElement>(html`<div></div>`);
    elsewhere.append(trend);
    await trend.updateComplete;
    assert.equal(chartOf(trend), chart);
    trend.remove();
    await waitUntil(() => charts() === 0);
    elsewhere.append(trend);
    assert.notEqual(await drawn(trend), chart);
  });

  it('follows the width of its box, down too, without pushing the page', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    frame.style.cssText = 'display: grid; grid-template-columns: 1fr; inline-size: 900px';
    const trend = Object.assign(document.createElement('qontak-impact-trend'), { data: report });
    frame.append(trend);
    const chart = await drawn(trend);
    assert.isAbove(chart.width, 700);
    frame.style.inlineSize = '360px';
    await waitUntil(() => chart.width < 340);
    assert.equal(frame.scrollWidth, 360);
  });

  it('is drawn once its page is shown', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    frame.style.display = 'none';
    const trend = Object.assign(document.createElement('qontak-impact-trend'), { data: report });
    frame.append(trend);
    await trend.updateComplete;
    frame.style.display = 'block';
    assert.isAbove((await drawn(trend)).width, 200);
  });

  it("paints again when the theme changes, be it by its own attribute or by a host's style", async () => {
    const trend = await show();
    const chart = await drawn(trend);
    const at = (): string => {
      const { x, y } = chart.getDatasetMeta(1).data[3]!.getProps(['x', 'y'], true) as { x: number; y: number };
      return pixel(chart, Math.round(x), Math.round(y));
    };
    const before = at();
    assert.equal(before, '130,112,219,255');
    trend.theme = 'dark';
    await waitUntil(() => at() === '184,174,235,255', 'not dark');
    trend.style.setProperty('--impact-chart-ai', 'rgb(10, 120, 30)');
    await waitUntil(() => at() === '10,120,30,255', "not the host's");
  });

  it('is printed sharper, for the width of a sheet, dark on white', async () => {
    const trend = await show();
    trend.theme = 'dark';
    const chart = await drawn(trend);
    const [width, ratio] = [chart.width, chart.currentDevicePixelRatio];
    assert.notEqual(width, 640);
    dispatchEvent(new Event('beforeprint'));
    assert.isAtLeast(chart.currentDevicePixelRatio, 3);
    assert.equal(chart.width, 640);
    assert.equal(chart.options.scales!.y!.ticks!.color, 'rgb(0, 0, 0)');
    dispatchEvent(new Event('afterprint'));
    assert.equal(chart.currentDevicePixelRatio, ratio);
    assert.equal(chart.width, width);
    await waitUntil(() => chart.options.scales!.y!.ticks!.color !== 'rgb(0, 0, 0)');
  });

  it('shows the table and says why when the drawing cannot be loaded', async () => {
    const { load } = chartSource;
    const { error } = console;
    const told: unknown[] = [];
    console.error = (...all: unknown[]) => told.push(all);
    chartSource.load = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    const rejections: unknown[] = [];
    const reject = (event: PromiseRejectionEvent): void => void rejections.push(event.reason);
    addEventListener('unhandledrejection', reject);
    try {
      const trend = await show('en');
      await waitUntil(() => readIn(trend).includes('The picture could not be loaded. Its figures are in this table.'));
      assert.isTrue(inside<HTMLDetailsElement>(trend, 'details').open);
      assert.equal(told.length, 1);
      await assert.isAccessible(trend);
      chartSource.load = load;
      const parent = trend.parentElement!;
      trend.remove();
      await Promise.resolve();
      parent.append(trend);
      await drawn(trend);
    } finally {
      chartSource.load = load;
      console.error = error;
      removeEventListener('unhandledrejection', reject);
    }
    assert.deepEqual(rejections, []);
  });

  it('speaks the other language at once', async () => {
    const trend = await show();
    await drawn(trend);
    trend.locale = 'en';
    await waitUntil(() => readIn(trend).includes('Better than in your first month with AI'));
    assert.include(tip(trend).parentElement!.ariaLabel, 'Chats that AI solved by itself, By week');
  });
});
