import type { ChartOptions } from 'chart.js';

type Parts = typeof import('./chart-parts.ts');

/** Where Chart.js comes from. An object, so that a test can let the loading fail. */
export const chartSource = { load: (): Promise<Parts> => import('./chart-parts.ts') };

/**
 * Ours for every chart. Chart.js' own responsiveness stays off: its observers watch the whole page (a host adding 20,000 nodes beside 40
 * charts waits 3.6 s instead of 0.03 s), and a chart made while detached stays 0 x 0. So do its events: they miss under zoom and
 * transforms. No animation: it does not ask whether the reader wants less of it.
 */
export const OWN = { responsive: false, maintainAspectRatio: false, animation: false, events: [] } satisfies ChartOptions;
