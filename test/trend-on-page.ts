// A trend on a page, and what a reader does with it.
import { fixture, html, waitUntil } from '@open-wc/testing';
import type { ImpactReport } from '@qontak/impact-contract';
import type { Trend } from '#widgets/trend';
import '#widgets/trend';
import { Chart } from '../widgets/kit/chart/chart-parts.ts';
import { sampleReport } from '../widgets/kit/sample-report.ts';
import { BUSY } from '../widgets/trend/trend.story.ts';

export const report: ImpactReport = sampleReport({ trend: BUSY });
export const show = (locale = 'id'): Promise<Trend> => fixture<Trend>(html`<qontak-impact-trend locale=${locale} .data=${report}></qontak-impact-trend>`);
export const inside = <E extends Element>(trend: Trend, selector: string): E => trend.shadowRoot!.querySelector<E>(selector)!;
export const chartOf = (trend: Trend): Chart | undefined => Chart.getChart(inside<HTMLCanvasElement>(trend, 'canvas'));
export const charts = (): number => Object.keys(Chart.instances).length;

/** Waits until the first picture is there. */
export async function drawn(trend: Trend): Promise<SVGElement> {
  await waitUntil(() => inside(trend, '.first svg') !== null, 'no picture', { timeout: 5000 });
  await trend.updateComplete;
  return inside(trend, '.first svg');
}

/** Points at the chart, and waits until Chart.js draws it. */
export async function inUse(trend: Trend): Promise<Chart> {
  await waitUntil(() => inside(trend, '.plot') !== null && inside(trend, '.plot').clientWidth > 0);
  await waitUntil(
    () => {
      inside(trend, '.plot').dispatchEvent(new PointerEvent('pointerenter'));
      return chartOf(trend) !== undefined;
    },
    'no chart',
    { timeout: 5000 },
  );
  await trend.updateComplete;
  return chartOf(trend)!;
}
export const press = async (trend: Trend, key: string): Promise<void> => {
  const plot = inside<HTMLElement>(trend, '.plot');
  plot.focus();
  plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
  await trend.updateComplete;
};
export const spoken = (trend: Trend): string => inside(trend, '[role="status"]').textContent;
export const tip = (trend: Trend): HTMLElement => inside(trend, '.tip');
