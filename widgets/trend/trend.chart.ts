import type { ChartConfiguration, ChartDataset, ScriptableContext } from 'chart.js';
import type { ChartTheme } from '#kit';
import type { Drawn, Slot } from './slots.ts';
import { trendLabels } from './trend.labels.ts';
import type { Plot } from './trend.view.ts';

type Line = ChartDataset<'line', (number | null)[]>;
type Numbers = (number | null)[];

const FORECAST_DASH = [3, 4];
const PROVISIONAL_DASH = [6, 4];
const START_DASH = [8, 4];

/** The plot as Chart.js draws it. What is said first lies on top. */
export function trendChart(plot: Plot, theme: ChartTheme): ChartConfiguration<'line', Numbers, string> {
  const scale = scaleOf(plot);
  const datasets = [
    ...forecastLine(plot, theme),
    netLine(plot.slots, theme),
    ...grossLine(plot.slots, theme),
    fewMarks(plot.slots, scale.min, theme),
    ...startLine(plot, theme),
    ...band(
      plot.slots.map(({ net }) => net),
      theme.inks['ai-range'],
    ),
  ];
  return {
    type: 'line',
    data: { labels: plot.labels, datasets },
    options: {
      layout: { padding: { top: 16, right: 4 } },
      font: { family: theme.font, size: 12 },
      scales: {
        x: {
          offset: true,
          grid: { display: false },
          border: { display: false },
          ticks: { color: theme.inks.muted, maxRotation: 0, autoSkipPadding: 16 },
        },
        y: {
          min: scale.min,
          max: scale.max,
          grid: { color: theme.inks.grid, drawTicks: false },
          border: { display: false },
          ticks: { color: theme.inks.muted, stepSize: scale.step, padding: 8, callback: (value) => plot.percent(Number(value)) },
        },
      },
    },
    plugins: [trendLabels(plot, theme)],
  };
}

/**
 * The part of 0..100 that is drawn: at least 40 points, so that ordinary ups and downs look ordinary, in round tens.
 */
export function scaleOf({ slots, start, expected }: Pick<Plot, 'slots' | 'start' | 'expected'>): { min: number; max: number; step: number } {
  const values = [...slots.flatMap(({ net, gross }) => [net?.low, net?.high, gross]), expected?.low, expected?.high, start?.value];
  const drawn = values.filter((value) => value !== null && value !== undefined);
  let min = Math.max(0, Math.floor((Math.min(...drawn) - 3) / 20) * 20);
  let max = Math.min(100, Math.ceil((Math.max(...drawn) + 3) / 20) * 20);
  if (max - min < 40) [min, max] = max === 100 ? [60, 100] : [min, min + 40];
  return { min, max, step: max - min > 40 ? 20 : 10 };
}

/** Fewer pixels for each place, smaller points. */
const radius =
  (places: number, scale = 1) =>
  ({ chart }: ScriptableContext<'line'>): number =>
    scale * Math.min(5, Math.max(2.5, chart.width / places / 6));

const BARE = { borderWidth: 0, pointRadius: 0, clip: 8 } as const;

function netLine(slots: Slot[], { inks }: ChartTheme): Line {
  return {
    data: slots.map(({ net }) => net?.value ?? null),
    borderColor: inks.ai,
    borderWidth: 2,
    clip: 8,
    segment: { borderDash: ({ p1DataIndex }) => (slots[p1DataIndex]?.provisional ? PROVISIONAL_DASH : undefined) },
    pointRadius: radius(slots.length),
    pointBorderColor: inks.ai,
    pointBorderWidth: 2,
    // Hollow: may still move.
    pointBackgroundColor: slots.map(({ provisional }) => (provisional ? inks.bg : inks.ai)),
  };
}

function grossLine(slots: Slot[], { inks }: ChartTheme): Line[] {
  if (!slots.some(({ gross }) => gross !== null)) return [];
  return [
    {
      data: slots.map(({ gross }) => gross),
      borderColor: inks.reopened,
      borderWidth: 1.5,
      clip: 8,
      segment: { borderDash: ({ p1DataIndex }) => (slots[p1DataIndex]?.provisional ? PROVISIONAL_DASH : undefined) },
      pointStyle: 'triangle',
      pointRadius: radius(slots.length, 0.8),
      pointBorderColor: inks.reopened,
      pointBackgroundColor: inks.bg,
    },
  ];
}

/** Dotted, from the last final point to the expected one. No point of its own: the week's figure so far lies in the same place, and must be seen. */
function forecastLine({ slots, expected, labels }: Plot, { inks }: ChartTheme): Line[] {
  if (expected === null) return [];
  const from = slots.findLastIndex(({ net, provisional }, index) => net !== null && !provisional && index < expected.at);
  const values = labels.map((_, index) => (index === expected.at ? expected.value : ((index === from ? slots[index]?.net?.value : null) ?? null)));
  return [
    {
      data: values,
      // Over what is not final.
      spanGaps: true,
      borderColor: inks.ai,
      borderWidth: 2,
      borderDash: FORECAST_DASH,
      clip: 8,
      pointRadius: 0,
    },
  ];
}

function band(drawn: (Drawn | null)[], colour: string): Line[] {
  return [
    { ...BARE, data: drawn.map((one) => one?.low ?? null) },
    { ...BARE, data: drawn.map((one) => one?.high ?? null), fill: '-1', backgroundColor: colour },
  ];
}

function startLine({ start, labels }: Plot, { inks }: ChartTheme): Line[] {
  if (start === null) return [];
  return [{ ...BARE, data: labels.map(() => start.value), borderColor: inks.baseline, borderWidth: 2, borderDash: START_DASH }];
}

/** At the foot: there were chats, but too few for a height. */
function fewMarks(slots: Slot[], floor: number, { inks }: ChartTheme): Line {
  return {
    data: slots.map(({ few }) => (few ? floor : null)),
    showLine: false,
    clip: 8,
    pointStyle: 'crossRot',
    pointRadius: radius(slots.length, 0.8),
    pointBorderColor: inks.muted,
    pointBorderWidth: 1.5,
  };
}
