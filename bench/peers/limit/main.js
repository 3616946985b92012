// The practical limit: templates by hand, SVG by hand, nothing for states, languages, keyboards or tables.
import { sankey, sankeyLeft, sankeyLinkHorizontal } from 'd3-sankey';
import { fetchReport, figuresOf, gapText, headline, rangeText } from '../shared/figures.js';

const WIDTH = 960;
const HEIGHT = 320;

function drawPage(app) {
  app.innerHTML = `<main>
    <section class="card hero"><h2>Chat yang diselesaikan AI sendiri</h2><p class="figure"></p><p class="headline"></p><p class="gap"></p><p class="range"></p></section>
    <section class="card cost"><h2>Nilainya</h2><label><input type="radio" name="unit" value="hours" checked> Jam</label>
      <label><input type="radio" name="unit" value="rupiah"> Rupiah</label><p class="value"></p></section>
    <section class="card"><h2>Perkembangan</h2><div class="chart trend"></div></section>
    <section class="card"><h2>Perjalanan chat</h2><div class="chart journey"></div></section></main>`;
  const part = (selector) => app.querySelector(selector);
  let figures = null;
  const drawCost = () => {
    part('.value').textContent = figures.cost[part('input:checked').value];
  };
  part('.cost').addEventListener('change', drawCost);
  return (next) => {
    figures = next;
    part('.figure').textContent = figures.hero.value;
    part('.headline').textContent = headline(figures.hero);
    part('.gap').textContent = gapText(figures.hero);
    part('.range').textContent = rangeText(figures.hero);
    drawCost();
    part('.trend').innerHTML = trend(figures);
    part('.journey').innerHTML = journey(figures);
  };
}

function trend({ points, forecast, start }) {
  const x = (i) => 40 + (i * (WIDTH - 60)) / points.length;
  const y = (value) => HEIGHT - 30 - ((value - 20) / 80) * (HEIGHT - 50);
  const line = (values, from = 0) => values.map((value, i) => `${x(i + from)},${y(value)}`).join(' ');
  const band = [...points.map(({ low }, i) => `${x(i)},${y(low)}`), ...points.map(({ high }, i) => `${x(i)},${y(high)}`).reverse()].join(' ');
  const last = points.length - 1;
  const fan = `${x(last)},${y(points[last].net)} ${x(last + 1)},${y(forecast.low)} ${x(last + 1)},${y(forecast.high)}`;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}">
    ${[20, 40, 60, 80, 100].map((value) => `<path d="M40 ${y(value)}H${WIDTH - 20}" stroke="#dcdfe4"/><text x="0" y="${y(value)}">${value}%</text>`).join('')}
    ${[...points, forecast].map(({ label }, i) => `<text x="${x(i)}" y="${HEIGHT - 6}" text-anchor="middle" font-size="12">${label}</text>`).join('')}
    <polygon points="${band}" fill="#8270db29"/><polygon points="${fan}" fill="#8270db29"/>
    <path d="M40 ${y(start)}H${WIDTH - 20}" stroke="#758195" stroke-dasharray="8 4"/>
    <polyline class="line" points="${line(points.map(({ net }) => net))}" fill="none" stroke="#8270db" stroke-width="2"/>
    <polyline points="${line([points[last].net, forecast.net], last)}" fill="none" stroke="#8270db" stroke-width="2" stroke-dasharray="3 4"/>
    ${points.map(({ net }, i) => `<circle cx="${x(i)}" cy="${y(net)}" r="4" fill="#8270db"/>`).join('')}</svg>`;
}

function journey({ nodes, links }) {
  const graph = sankey()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyLeft)
    .nodeSort(null)
    .nodePadding(16)
    .extent([
      [0, 0],
      [WIDTH - 180, HEIGHT],
    ])({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) });
  const path = sankeyLinkHorizontal();
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}">
    ${graph.links.map((link) => `<path class="way" d="${path(link)}" fill="none" stroke="#8270db66" stroke-width="${Math.max(1, link.width)}"/>`).join('')}
    ${graph.nodes
      .map(
        ({ x0, x1, y0, y1, name, chats }) =>
          `<rect x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}" fill="#5f519f"/><text x="${x1 + 6}" y="${(y0 + y1) / 2 + 4}" font-size="12">${name} ${chats}</text>`,
      )
      .join('')}</svg>`;
}

const app = document.getElementById('app');
let show = null;
globalThis.page = {
  show: (report) => show(figuresOf(report)),
  mount: () => (show = drawPage(app)),
  unmount: () => app.replaceChildren(),
  toggle: () => app.querySelector('input:not(:checked)').click(),
};
const waiting = fetchReport();
page.mount();
page.show(await waiting);
