import { html, nothing, svg, type TemplateResult } from 'lit';
import { chatsButton } from '#kit';
import type { SentimentLang } from './sentiment.strings.ts';
import type { Part, SentimentView } from './sentiment.view.ts';

/** In per cents of the bar: what there is can be seen. */
const SHORTEST = 1.5;

/** Three parts of one bar, and below it the same three as a table: name, figure, chats. */
export function drawBar({ parts, unit, drawing }: SentimentView, { t }: SentimentLang): TemplateResult {
  return html`<svg class="bar" part="chart" role="img" aria-label=${drawing}>
      <defs>
        <pattern id="worse" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="worse-ground" width="6" height="6"></rect>
          <rect class="worse-stripe" width="3" height="6"></rect>
        </pattern>
      </defs>
      ${widthsOf(parts).map(({ mood, x, width }) => svg`<rect class="part ${mood}" x="${x}%" width="${width}%" height="24" fill=${fillOf(mood)}></rect>`)}
    </svg>
    <table class="legend" part="table">
      <thead class=${unit === null ? 'spoken' : ''}>
        <tr>
          <th scope="col"><span class="spoken">${t('mood')}</span></th>
          ${unit === null ? nothing : html`<th scope="col">${unit}</th>`}
          <th scope="col"><span class="spoken">${t('chats_column')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${parts.map(drawPart)}
      </tbody>
    </table>`;
}

function drawPart({ mood, name, value, chats, figure }: Part): TemplateResult {
  return html`<tr>
    <th scope="row">
      <span class="name"
        ><svg class="swatch" aria-hidden="true"><rect class="part ${mood}" width="12" height="12" rx="3" fill=${fillOf(mood)}></rect></svg>${name}</span
      >
    </th>
    ${value === null ? nothing : html`<td class="value" part="value">${value}</td>`}
    <td class="chats">${chatsButton(chats, figure)}</td>
  </tr>`;
}

/** Worse is striped: its colour is not its only mark. */
const fillOf = (mood: Part['mood']): string => (mood === 'worse' ? 'url(#worse)' : 'currentColor');

function widthsOf(parts: readonly Part[]): { mood: Part['mood']; x: number; width: number }[] {
  const seen = parts.filter(({ width }) => width > 0).map(({ mood, width }) => ({ mood, width: Math.max(SHORTEST, width * 100) }));
  const all = seen.reduce((sum, { width }) => sum + width, 0);
  let x = 0;
  return seen.map(({ mood, width }) => {
    const place = { mood, x, width: (100 * width) / all };
    x += place.width;
    return place;
  });
}
