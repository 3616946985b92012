// ECharts as its handbook advises: only the parts that are used, the canvas renderer, one option object for each chart.
import { LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([LineChart, SankeyChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

/** Keeps one chart in a box: gives what shows an option and what frees it. */
export function drawIn(box) {
  const chart = init(box);
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(box);
  return {
    show: (option) => chart.setOption(option, { notMerge: true }),
    free: () => {
      observer.disconnect();
      chart.dispose();
    },
  };
}

/** A band is an invisible line at its foot with its height stacked upon it. */
function band(name, foot, height) {
  const line = { type: 'line', stack: name, symbol: 'none', lineStyle: { opacity: 0 }, tooltip: { show: false } };
  return [
    { ...line, data: foot },
    { ...line, data: height, areaStyle: { color: '#8270db29' } },
  ];
}

export function trendOption({ points, forecast, start }) {
  const last = points.at(-1);
  const blank = points.slice(0, -1).map(() => null);
  return {
    animation: false,
    tooltip: { trigger: 'axis' },
    grid: { left: 48, right: 16, top: 16, bottom: 32 },
    xAxis: { type: 'category', data: [...points, forecast].map(({ label }) => label), axisLine: { show: false }, axisTick: { show: false } },
    yAxis: { min: 20, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [
      ...band(
        'range',
        points.map(({ low }) => low),
        points.map(({ low, high }) => high - low),
      ),
      ...band('fan', [...blank, last.net, forecast.low], [...blank, 0, forecast.high - forecast.low]),
      {
        type: 'line',
        data: points.map(({ net }) => net),
        color: '#8270db',
        markLine: { silent: true, symbol: 'none', data: [{ yAxis: start }], lineStyle: { type: 'dashed', color: '#758195' } },
      },
      { type: 'line', data: [...blank, last.net, forecast.net], color: '#8270db', lineStyle: { type: 'dotted' } },
    ],
  };
}

export function journeyOption({ nodes, links }) {
  return {
    animation: false,
    tooltip: { trigger: 'item' },
    series: [
      {
        type: 'sankey',
        nodeAlign: 'left',
        layoutIterations: 0,
        right: 180,
        data: nodes.map(({ id, name, chats }) => ({ name: id, itemStyle: { color: '#5f519f' }, label: { formatter: `${name} ${chats}` } })),
        links,
        lineStyle: { color: '#8270db', opacity: 0.4 },
      },
    ],
  };
}
