import { type Block, chartDrawing, type Sign, text, type Told } from '#kit';
import { trendChart } from './trend.chart.ts';
import type { TrendLang } from './trend.strings.ts';
import type { Plot, TrendView } from './trend.view.ts';

/** The card as a picture, drawn from what the chart on the page is drawn from. What only looked solved brings its gap along. */
export function trendPicture(view: TrendView, { t }: TrendLang): Told {
  const { sentence, start, about, plot, nothing, legend, gap, forecast, track, promise, table } = view;
  const rows: Block = { kind: 'rows', rows: (table?.rows ?? []).slice(0, ROWS).map(({ cells: [name = '', value = ''] }) => ({ name, value })) };
  return {
    blocks: [
      { kind: 'headline', text: sentence.strong + sentence.rest },
      ...text(start?.text ?? null, 'muted'),
      { kind: 'space' },
      ...text(about, 'muted'),
      ...(plot === null ? text(nothing) : []),
      ...(plot === null ? [rows] : [drawingOf(plot, rows), legendOf(legend)]),
      ...text(gap?.text ?? null),
      { kind: 'space' },
      ...text(forecast.range === null ? forecast.title : `${forecast.title}: ${forecast.range}`, 'strong'),
      ...text(forecast.help, 'muted'),
      ...(track === null ? [] : [{ kind: 'rows', rows: [{ name: t('graded'), value: track }] } as const]),
      ...text(promise, 'muted'),
    ],
  };
}

const drawingOf = (plot: Plot, rows: Block): Block => ({
  kind: 'drawing',
  make: ({ width, theme }) => chartDrawing(trendChart(plot, theme), width),
  instead: [rows],
});

const legendOf = (legend: TrendView['legend']): Block => ({ kind: 'legend', entries: legend.map(({ sign, label }) => ({ sign: LEGEND[sign], name: label })) });

/** Where nothing can be drawn: the newest. */
const ROWS = 12;

const LEGEND: Record<TrendView['legend'][number]['sign'], Sign> = {
  net: { ink: 'ai', fill: 'line', dash: [], mark: 'point' },
  range: { ink: 'ai', fill: 'faint' },
  gross: { ink: 'reopened', fill: 'line', dash: [], mark: 'triangle' },
  provisional: { ink: 'ai', fill: 'line', dash: [4, 3], mark: 'hollow' },
  forecast: { ink: 'ai', fill: 'line', dash: [], mark: 'box' },
  start: { ink: 'line', fill: 'line', dash: [6, 3], mark: null },
  few: { ink: 'muted', fill: 'cross' },
};
