import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { JourneyLayout, LaidStation, LaidWay } from './journey.layout.ts';
import type { StationView } from './journey.view.ts';
import { pathThrough, type Spot } from './journey.walk.ts';
import type { Pointing } from './pointing.ts';

interface Drawing {
  layout: JourneyLayout;
  stations: readonly StationView[];
  label: string;
  pointing: Pointing;
}

/** The journey as a picture whose parts can be pointed at, walked through and opened. Each keeps its element, and so the focus, when figures change. */
export function drawJourney({ layout, stations, label, pointing }: Drawing): TemplateResult {
  const home = pointing.among(stations);
  const path = pointing.spot === null ? null : pathThrough(stations, pointing.spot.id);
  const look = (id: StationView['id']): string => (path === null ? '' : path.has(id) ? 'on' : 'off');
  const draw = (station: StationView): SVGTemplateResult => {
    const way = layout.ways.find(({ id }) => id === station.id);
    const laid = layout.stations.find(({ id }) => id === station.id)!;
    return svg`${way ? drawWay(way, station, look(station.id), home) : ''}${drawStation(laid, station, look(station.id), home)}`;
  };
  return html`<svg
    class="drawing"
    part="chart"
    viewBox="0 0 ${layout.width} ${layout.height}"
    role="group"
    aria-label=${label}
    @pointerover=${pointing.over}
    @pointerleave=${pointing.leave}
    @pointerdown=${pointing.down}
    @focusin=${pointing.focusIn}
    @focusout=${pointing.focusOut}
    @keydown=${pointing.key}
    @click=${pointing.click}
  >
    ${hatch('hatch')} ${repeat(stations, ({ id }) => id, draw)}
  </svg>`;
}

/** Under this, in px, stripes are dots, and a steep way would be thinner than a hair. */
const THIN = 5;

/** Stripes for chats that came back: their colour is never their only mark. */
export const hatch = (id: string): SVGTemplateResult => svg`<defs>
  <pattern id=${id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="hatch-ground" width="6" height="6"></rect><rect class="hatch-stripe" width="2.5" height="6"></rect>
  </pattern>
</defs>`;

const roleOf = ({ figure }: StationView): string => (figure === null ? 'img' : 'button');
const stopOf = (kind: Spot['kind'], { id }: StationView, home: Spot): string => (home.kind === kind && home.id === id ? '0' : '-1');

function drawWay({ path, thickness }: LaidWay, station: StationView, look: string, home: Spot): SVGTemplateResult {
  const { id, role } = station;
  return svg`<g class="item way ${role} ${look}" data-kind="way" data-id=${id} role=${roleOf(station)} tabindex=${stopOf('way', station, home)} aria-label=${station.way ?? ''}>
    <path class="reach" d=${path}></path>
    <path class="shape ${thickness < THIN ? 'thin' : ''}" d=${path} fill=${role === 'came_back' && thickness >= THIN ? 'url(#hatch)' : 'currentColor'}></path>
  </g>`;
}

function drawStation({ x, y, width, height, label }: LaidStation, station: StationView, look: string, home: Spot): SVGTemplateResult {
  const { id, role } = station;
  return svg`<g class="item station ${role} ${look}" data-kind="station" data-id=${id} role=${roleOf(station)} tabindex=${stopOf('station', station, home)} aria-label=${station.sentence}>
    <rect class="reach" x=${label.x - 4} y=${label.y} width=${label.width + 8} height=${label.height} rx="3"></rect>
    <rect class="shape" x=${x} y=${y} width=${width} height=${height} rx=${Math.min(2, height / 2)} fill="currentColor"></rect>
  </g>
  ${drawWords(label, station)}`;
}

/** Beside the station, not in it: the sentence there says more than these words, and a screen reader should not read both. */
function drawWords({ x, y, height, lines }: LaidStation['label'], { id, name, number, share }: StationView): SVGTemplateResult {
  const figures = svg`<tspan class="number">${number}</tspan>${share === null ? '' : svg`<tspan class="share" dx="6">${share}</tspan>`}`;
  const words =
    lines === 1
      ? svg`<text x=${x} y=${y + height / 2 + 4.5}><tspan>${name}</tspan><tspan dx="6">${figures}</tspan></text>`
      : svg`<text x=${x} y=${y + 13}>${name}</text><text x=${x} y=${y + 30}>${figures}</text>`;
  return svg`<g class="words" data-kind="station" data-id=${id} aria-hidden="true">${words}</g>`;
}
