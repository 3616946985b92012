import type { JourneyNode } from '@qontak/impact-contract';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { chatsButton } from '#kit';
import { hatch } from './drawing.ts';
import type { StationView } from './journey.view.ts';

/**
 * The journey where there is no room for a picture: the same stations, each under the one before it. All bars share one scale, and each
 * begins where its part of the bar before it begins, so that the eye sees the chats split up from line to line.
 */
export function drawList(stations: readonly StationView[]): TemplateResult {
  const starts = startsOf(stations);
  return html`<ul class="list" part="chart">
    ${stations.slice(0, 1).map((first) => drawRow(first, { stations, starts }))}
  </ul>`;
}

interface All {
  stations: readonly StationView[];
  starts: ReadonlyMap<JourneyNode, number>;
}

/** How many chats lie to the left of each station's. */
function startsOf(stations: readonly StationView[]): ReadonlyMap<JourneyNode, number> {
  const starts = new Map<JourneyNode, number>();
  for (const { id, before } of stations) {
    if (before === null) starts.set(id, 0);
    let start = starts.get(id)!;
    for (const next of stations.filter((station) => station.before === id)) {
      starts.set(next.id, start);
      start += next.chats;
    }
  }
  return starts;
}

function drawRow(station: StationView, all: All): TemplateResult {
  const { id, depth, name, number, share, figure } = station;
  const after = all.stations.filter(({ before }) => before === id);
  return html`<li>
    <div class="row depth-${depth}">
      <span class="row-name">${name}</span>
      <span class="row-figures"><b>${chatsButton(number, figure)}</b>${share === null ? nothing : html` <span class="share">${share}</span>`}</span>
      ${drawBar(station, all)}
    </div>
    ${
      after.length > 0
        ? html`<ul>
            ${after.map((next) => drawRow(next, all))}
          </ul>`
        : nothing
    }
  </li>`;
}

/** About 1 px on a telephone: whatever there is can be seen. */
const SHORTEST = 0.5;

function drawBar({ id, chats, role }: StationView, { stations, starts }: All): TemplateResult {
  const total = stations[0]!.chats;
  const width = Math.max(SHORTEST, (100 * chats) / total);
  const start = Math.min(100 - width, (100 * starts.get(id)!) / total);
  const fill = role === 'came_back' ? `url(#hatch-${id})` : 'currentColor';
  return html`<svg class="row-bar ${role}" aria-hidden="true">
    ${role === 'came_back' ? hatch(`hatch-${id}`) : nothing}
    ${svg`<rect class="track" y="7" width="100%" height="1"></rect><rect class="shape" x="${start}%" width="${width}%" height="8" rx="2" fill=${fill}></rect>`}
  </svg>`;
}
