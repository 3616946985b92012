import type { Chart, ChartConfiguration, ChartDataset, ChartType, Plugin, Scale } from 'chart.js';
import type { ChartTheme } from '#kit';
import { FONT_SIZE, frameOf, labelsEvery, MARGIN, scaleOf, type TrendFrame } from './trend.frame.ts';
import { forecastRange, labelsOf, lonelyRanges } from './trend.labels.ts';
import { bandPath, type Line, linesOf, MOVING_DASH } from './trend.lines.ts';
import type { Plot } from './trend.view.ts';

type Dataset = ChartDataset<'line', (number | null)[]>;
type Config = ChartConfiguration<'line', (number | null)[], string>;

/** The plot as Chart.js draws it: the same as the first picture, in the same place. */
export function trendChart(plot: Plot, theme: ChartTheme): Config {
  const { min, max, step } = scaleOf(plot);
  return {
    type: 'line',
    data: { labels: plot.labels, datasets: linesOf(plot).map((line) => datasetOf(line, theme)) },
    options: {
      layout: { padding: { top: MARGIN.top, right: MARGIN.right } },
      font: { family: theme.font, size: FONT_SIZE },
      scales: {
        x: {
          offset: true,
          afterFit: (scale) => fixed(scale, { height: MARGIN.bottom }),
          grid: { display: false },
          border: { display: false },
          ticks: { color: theme.inks.muted, maxRotation: 0, autoSkip: false, callback: labelWithRoom(plot) },
        },
        y: {
          min,
          max,
          afterFit: (scale) => fixed(scale, { width: MARGIN.left }),
          grid: { color: theme.inks.grid, drawTicks: false },
          border: { display: false },
          ticks: { color: theme.inks.muted, stepSize: step, padding: 8, callback: (value) => plot.percent(Number(value)) },
        },
      },
    },
    plugins: [names(plot, theme)],
  };
}

/** Of the size that the frame has for it, whatever its words would take. */
function fixed(scale: Scale, size: Partial<Pick<Scale, 'width' | 'height'>>): void {
  Object.assign(scale, size, { paddingLeft: 0, paddingRight: 0, paddingTop: 0, paddingBottom: 0 });
}

function labelWithRoom(plot: Plot): (this: Scale, value: unknown, at: number) => string {
  return function (this: Scale, _, at) {
    return at % labelsEvery(plot, frameOn(plot, this.chart)) === 0 ? plot.labels[at]! : '';
  };
}

const frameOn = (plot: Plot, { width, height }: Pick<Chart, 'width' | 'height'>): TrendFrame => frameOf(plot, { width, height });

function datasetOf({ values, ink, width, dash, moves, across, points }: Line, { inks }: ChartTheme): Dataset {
  return {
    data: values,
    ...(width === 0 ? { showLine: false } : { borderColor: inks[ink], borderWidth: width, borderDash: dash, spanGaps: across }),
    clip: 8,
    segment: { borderDash: ({ p1DataIndex }) => (moves(p1DataIndex) ? [...MOVING_DASH] : undefined) },
    ...(points === null
      ? { pointRadius: 0 }
      : {
          pointStyle: points.shape,
          pointRadius: ({ chart }) => points.radius(chart.width),
          pointBorderColor: inks[ink],
          pointBorderWidth: points.width,
          pointBackgroundColor: values.map((_, at) => (points.hollow(at) ? inks.bg : inks[ink])),
        }),
  };
}

/** What Chart.js has no part for, or one of 2 KB: the range of the line, the range of what is expected, that of a week that stands alone, and names. */
function names(plot: Plot, theme: ChartTheme): Plugin<ChartType> {
  return {
    id: 'trend-names',
    beforeDatasetsDraw: (chart) => {
      paintForecastRange(chart, plot, theme);
      chart.ctx.fillStyle = theme.inks['ai-range'];
      chart.ctx.fill(new Path2D(bandPath(plot, frameOn(plot, chart))));
    },
    afterDatasetsDraw: (chart) => paintNames(chart, plot, theme),
  };
}

function paintForecastRange(chart: Chart, plot: Plot, { inks }: ChartTheme): void {
  const range = forecastRange(plot, frameOn(plot, chart));
  if (range === null) return;
  const { ctx } = chart;
  const { left, right, top, bottom } = range.box;
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, bottom - top, 4);
  ctx.fillStyle = inks['ai-forecast'];
  ctx.fill();
  ctx.setLineDash([3, 3]);
  ctx.strokeStyle = inks.ai;
  ctx.stroke();
  ctx.beginPath();
  ctx.setLineDash([]);
  ctx.lineWidth = 2;
  ctx.moveTo(left, range.middle);
  ctx.lineTo(right, range.middle);
  ctx.stroke();
  ctx.restore();
}

function paintNames(chart: Chart, plot: Plot, { inks, font }: ChartTheme): void {
  const { ctx } = chart;
  const frame = frameOn(plot, chart);
  ctx.save();
  ctx.strokeStyle = inks.ai;
  ctx.lineWidth = 1.5;
  ctx.stroke(new Path2D(lonelyRanges(plot, frame)));
  Object.assign(ctx, { font: `600 ${FONT_SIZE}px ${font}`, textBaseline: 'alphabetic', textAlign: 'center' });
  // With a rim in the colour of the card, which keeps it readable on whatever lies below.
  Object.assign(ctx, { lineWidth: 4, lineJoin: 'round', strokeStyle: inks.bg, fillStyle: inks.muted });
  for (const { text, box } of labelsOf(plot, frame)) {
    ctx.strokeText(text, (box.left + box.right) / 2, box.bottom);
    ctx.fillText(text, (box.left + box.right) / 2, box.bottom);
  }
  ctx.restore();
}
