// Carbon's charts without a framework, in one bundle, as its documentation begins.
import { AlluvialChart, AreaChart } from '@carbon/charts';
import '@carbon/charts/styles.min.css';
import { fetchReport, figuresOf, gapText, headline, rangeText } from '../shared/figures.js';

const common = { height: '320px', animations: false, toolbar: { enabled: false }, legend: { enabled: false } };
const trendOptions = {
  ...common,
  axes: {
    left: { mapsTo: 'net', domain: [20, 100], includeZero: false },
    bottom: { mapsTo: 'label', scaleType: 'labels' },
  },
  bounds: { upperBoundMapsTo: 'high', lowerBoundMapsTo: 'low' },
};

// Carbon draws a band for one group alone, so what is expected is the last place of the same line.
const trendData = ({ points, forecast }) => [...points, forecast].map((point) => ({ group: 'AI', ...point }));
const journeyData = ({ links }) => links;
const journeyOptions = ({ nodes }) => ({ ...common, alluvial: { nodes: nodes.map(({ id }) => ({ name: id, category: 'Chat' })) } });

function drawPage(app) {
  app.innerHTML = `<main>
    <section class="card hero"><h2>Chat yang diselesaikan AI sendiri</h2><p class="figure"></p><p class="headline"></p><p class="gap"></p><p class="range"></p></section>
    <section class="card cost"><h2>Nilainya</h2><label><input type="radio" name="unit" value="hours" checked> Jam</label>
      <label><input type="radio" name="unit" value="rupiah"> Rupiah</label><p class="value"></p></section>
    <section class="card"><h2>Perkembangan</h2><div class="chart trend"></div></section>
    <section class="card"><h2>Perjalanan chat</h2><div class="chart journey"></div></section></main>`;
  const part = (selector) => app.querySelector(selector);
  let figures = null;
  let trend = null;
  let journey = null;
  const drawCost = () => {
    part('.value').textContent = figures.cost[part('input:checked').value];
  };
  part('.cost').addEventListener('change', drawCost);
  return {
    show: (next) => {
      figures = next;
      part('.figure').textContent = figures.hero.value;
      part('.headline').textContent = headline(figures.hero);
      part('.gap').textContent = gapText(figures.hero);
      part('.range').textContent = rangeText(figures.hero);
      drawCost();
      if (trend === null) {
        trend = new AreaChart(part('.trend'), { data: trendData(figures), options: trendOptions });
        journey = new AlluvialChart(part('.journey'), { data: journeyData(figures), options: journeyOptions(figures) });
      } else {
        trend.model.setData(trendData(figures));
        journey.model.setOptions(journeyOptions(figures));
        journey.model.setData(journeyData(figures));
      }
    },
    free: () => {
      trend?.destroy();
      journey?.destroy();
      app.replaceChildren();
    },
  };
}

const app = document.getElementById('app');
let drawn = null;
globalThis.page = {
  show: (report) => drawn.show(figuresOf(report)),
  mount: () => (drawn = drawPage(app)),
  unmount: () => drawn.free(),
  toggle: () => app.querySelector('input:not(:checked)').click(),
};
const waiting = fetchReport();
page.mount();
page.show(await waiting);
