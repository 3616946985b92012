// The first picture, Chart.js that takes over from it, and their place in the page.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { chartSource } from '#kit';
import { quiet } from '#state';
import { createLang } from '#lang';
import { readIn } from '#test/fake-service';
import { chartOf, charts, drawn, inside, inUse, press, report, show, spoken, tip } from '#test/trend-on-page';
import type { Chart } from '../kit/chart/chart-parts.ts';
import { frameOf } from './trend.frame.ts';
import { BUSY } from './trend.story.ts';
import { strings } from './trend.strings.ts';
import { trendView } from './trend.view.ts';

/** The colour of a pixel of the drawing. */
const pixel = ({ ctx }: Chart, x: number, y: number): string => ctx.getImageData(x * devicePixelRatio, y * devicePixelRatio, 1, 1).data.join();

/** What a canvas makes of a colour: red, green and blue. */
function painted(colour: string): number[] {
  const ctx = document.createElement('canvas').getContext('2d')!;
  ctx.fillStyle = colour;
  ctx.fillRect(0, 0, 1, 1);
  return Array.from(ctx.getImageData(0, 0, 1, 1).data).slice(0, 3);
}

describe('trend: when Chart.js takes over', () => {
  it('is not fetched for who only looks', async () => {
    const { load } = chartSource;
    let loads = 0;
    chartSource.load = () => ((loads += 1), load());
    try {
      const trend = await show();
      await drawn(trend);
      await quiet();
      assert.equal(loads, 0);
      inside<HTMLInputElement>(trend, 'input[type="checkbox"]').click();
      await waitUntil(() => loads === 1 && chartOf(trend) !== undefined, 'no chart', { timeout: 5000 });
      assert.isNull(inside(trend, '.first svg'));
    } finally {
      chartSource.load = load;
    }
  });

  it('answers the first key at once, and goes on where the reader stands', async () => {
    const trend = await show('en');
    await drawn(trend);
    await press(trend, 'ArrowLeft');
    assert.match(spoken(trend), /^9–15 Nov 2026\. AI solved/);
    assert.isFalse(tip(trend).hidden);
    const before = inside(trend, '.here').getBoundingClientRect().left;
    await inUse(trend);
    assert.match(spoken(trend), /^9–15 Nov 2026\. AI solved/);
    assert.equal(inside(trend, '.here').getBoundingClientRect().left, before);
    await press(trend, 'ArrowLeft');
    assert.match(spoken(trend), /^2–8 Nov 2026\. AI solved/);
  });

  for (const by of ['weeks', 'months'] as const)
    for (const width of [300, 380, 700, 1016])
      it(`draws ${by} where the first picture had them, ${width} px wide`, async () => {
        const frame = await fixture<HTMLElement>(html`<div></div>`);
        frame.style.inlineSize = `${width}px`;
        const trend = Object.assign(document.createElement('qontak-impact-trend'), { data: report, by, gross: true });
        frame.append(trend);
        const labels = [...(await drawn(trend)).querySelectorAll('.tick[text-anchor="middle"]')].map((label) => label.textContent);
        const { plot } = trendView(BUSY, report.meta, createLang('id', strings), { by, gross: true });
        const wanted = frameOf(plot!, { width: inside(trend, '.plot').clientWidth, height: inside(trend, '.plot').clientHeight });
        const { scales, chartArea } = await inUse(trend);
        const near = (one: number, other: number): void => assert.approximately(one, other, 0.01);
        for (const side of ['left', 'right', 'top', 'bottom'] as const) near(chartArea[side], wanted[side]);
        plot!.labels.forEach((_, at) => near(scales.x!.getPixelForValue(at), wanted.x(at)));
        for (const value of [wanted.scale.min, 55, wanted.scale.max]) near(scales.y!.getPixelForValue(value), wanted.y(value));
        assert.deepEqual(
          scales.x!.ticks.map(({ label }) => label as string).filter((label) => label !== ''),
          labels,
        );
      });

  it('keeps its first picture, and all that can be done with it, when Chart.js cannot be loaded', async () => {
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
      await drawn(trend);
      await press(trend, 'ArrowLeft');
      await waitUntil(() => told.length > 0, 'nothing was said', { timeout: 5000 });
      assert.isNotNull(inside(trend, '.first svg'));
      await press(trend, 'ArrowLeft');
      assert.match(spoken(trend), /^2–8 Nov 2026\. AI solved/);
      assert.equal(told.length, 1);
      assert.match(String(told[0]), /^IMPACT-025 .*\(chart of <qontak-impact-trend>\)/);
      chartSource.load = load;
      const parent = trend.parentElement!;
      trend.remove();
      await Promise.resolve();
      parent.append(trend);
      await inUse(trend);
    } finally {
      chartSource.load = load;
      console.error = error;
      removeEventListener('unhandledrejection', reject);
    }
    assert.deepEqual(rejections, []);
  });
});

describe('trend: its place in the page', () => {
  it('frees every chart, also when it leaves before one is drawn', async () => {
    for (let round = 0; round < 50; round += 1) {
      const trend = await show();
      if (round % 5 === 0) await inUse(trend);
      // Leaves while Chart.js is on its way.
      else if (round % 2 === 0) inside(trend, '.plot').dispatchEvent(new PointerEvent('pointerenter'));
      trend.remove();
    }
    await waitUntil(() => charts() === 0, 'charts are left', { timeout: 5000 });
  });

  it('keeps its chart when it is moved, and draws a new one when it comes back', async () => {
    const trend = await show();
    const chart = await inUse(trend);
    const elsewhere = await fixture<HTMLElement>(html`<div></div>`);
    elsewhere.append(trend);
    await trend.updateComplete;
    assert.equal(chartOf(trend), chart);
    trend.remove();
    await waitUntil(() => charts() === 0);
    elsewhere.append(trend);
    await drawn(trend);
    assert.notEqual(await inUse(trend), chart);
  });

  it('follows the width of its box, down too, without pushing the page', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    frame.style.cssText = 'display: grid; grid-template-columns: 1fr; inline-size: 900px';
    const trend = Object.assign(document.createElement('qontak-impact-trend'), { data: report });
    frame.append(trend);
    const width = (): number => Number(inside(trend, '.first svg').getAttribute('width'));
    await drawn(trend);
    assert.isAbove(width(), 700);
    frame.style.inlineSize = '360px';
    await waitUntil(() => width() < 340);
    assert.equal(frame.scrollWidth, 360);
    const chart = await inUse(trend);
    frame.style.inlineSize = '900px';
    await waitUntil(() => chart.width > 700);
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
    assert.isAbove((await drawn(trend)).getBoundingClientRect().width, 200);
  });

  it("paints again when the theme changes, be it by its own attribute or by a host's style", async () => {
    const trend = await show();
    const first = (await drawn(trend)).querySelector('[stroke="var(--_ink-ai)"][stroke-width="2"]')!;
    assert.equal(getComputedStyle(first).stroke, 'rgb(130, 112, 219)');
    trend.theme = 'dark';
    await trend.updateComplete;
    assert.equal(getComputedStyle(first).stroke, 'rgb(184, 174, 235)');
    trend.theme = 'light';
    await trend.updateComplete;
    const chart = await inUse(trend);
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

  for (const [colour, inRgb] of [
    ['oklch(0.628 0.2577 29.23)', [255, 0, 0]],
    ['color-mix(in srgb, rgb(200 0 0) 50%, rgb(0 100 0))', [100, 50, 0]],
    ['light-dark(rgb(1 200 3), rgb(4 5 6))', [1, 200, 3]],
    ['color(display-p3 0 0 0)', [0, 0, 0]],
    ['hsl(240deg 100% 50%)', [0, 0, 255]],
  ] as const)
    it(`paints ${colour} in both its pictures`, async () => {
      const trend = await show();
      trend.theme = 'light';
      trend.style.setProperty('--impact-chart-ai', colour);
      const line = (await drawn(trend)).querySelector('[stroke="var(--_ink-ai)"][stroke-width="2"]')!;
      assert.deepEqual(painted(getComputedStyle(line).stroke), [...inRgb]);
      const chart = await inUse(trend);
      const { x, y } = chart.getDatasetMeta(1).data[3]!.getProps(['x', 'y'], true) as { x: number; y: number };
      const [red, green, blue, alpha] = pixel(chart, Math.round(x), Math.round(y)).split(',').map(Number);
      assert.equal(alpha, 255);
      for (const [at, part] of [red, green, blue].entries()) assert.approximately(part!, inRgb[at]!, 1);
    });

  it('watches nothing of the page around it, which would be slower for every node that it adds', async () => {
    const watched: (MutationObserverInit | undefined)[] = [];
    const { MutationObserver: Original } = globalThis;
    globalThis.MutationObserver = class extends Original {
      override observe(target: Node, options?: MutationObserverInit): void {
        watched.push(options);
        super.observe(target, options);
      }
    };
    try {
      await inUse(await show());
    } finally {
      globalThis.MutationObserver = Original;
    }
    assert.isEmpty(watched.filter((options) => options?.childList || options?.subtree));
  });

  it('is printed sharper, for the width of a sheet, dark on white', async () => {
    const trend = await show();
    trend.theme = 'dark';
    await drawn(trend);
    dispatchEvent(new Event('beforeprint'));
    assert.equal(inside(trend, '.first svg').getAttribute('width'), '640');
    assert.equal(getComputedStyle(inside(trend, '.first .tick')).fill, 'rgb(0, 0, 0)');
    dispatchEvent(new Event('afterprint'));
    assert.notEqual(inside(trend, '.first svg').getAttribute('width'), '640');
    const chart = await inUse(trend);
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

  it('speaks the other language at once', async () => {
    const trend = await show();
    await drawn(trend);
    trend.locale = 'en';
    await waitUntil(() => readIn(trend).includes('Better than in your first month with AI'));
    assert.include(tip(trend).parentElement!.ariaLabel, 'Chats that AI solved by itself, By week');
  });
});
