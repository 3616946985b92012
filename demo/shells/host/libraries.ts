// Libraries that the shell uses for itself, with page-wide settings that must not reach the report, nor be changed by it.
import { onlineManager, QueryClient } from '@tanstack/query-core';
import { Chart, registerables } from 'chart.js';
import * as z from 'zod/mini';

Chart.register(...registerables);
Chart.defaults.font.size = 30;
Chart.defaults.color = 'rgb(255, 0, 0)';
Chart.defaults.animation = false;
/** Draws on every chart that it is told of. */
const drawnOn = new Set<Chart>();
Chart.register({ id: 'stamp', afterDraw: (chart: Chart) => void drawnOn.add(chart) });

z.config({ customError: () => 'The shell says no.' });

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, enabled: false } } });
queries.setQueryData(['impact-report'], 'the shell');
onlineManager.setOnline(false);

/** For a look from the console, and for the tests. */
export const libraries = { Chart, drawnOn, z, queries };
Object.assign(globalThis, { libraries });

/** The shell's own chart of chats a day. Gives what takes it away. */
export function drawChart(canvas: HTMLCanvasElement): () => void {
  const chart = new Chart(canvas, {
    type: 'bar',
    data: { labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], datasets: [{ label: 'Chats', data: [31, 28, 35, 30, 41] }] },
    options: { responsive: false },
  });
  return () => {
    drawnOn.delete(chart);
    chart.destroy();
  };
}
