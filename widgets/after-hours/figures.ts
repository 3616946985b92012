import { html, nothing, type TemplateResult } from 'lit';
import { chatsButton, drawSaid } from '#kit';
import type { AfterHoursView } from './after-hours.view.ts';

/** What came of it stands in large, and opens its chats; heard it is a sentence. Without an outcome the sentence is seen. */
export function drawFigures({ headline, waited, help, rate, steps }: AfterHoursView): TemplateResult {
  const solved = steps.find(({ kind, figure }) => kind === 'solved' && figure !== null);
  const rest = steps.filter((step) => step !== solved);
  return html`<div class="figures">
    ${
      solved === undefined
        ? html`<p class="headline" part="value">${headline}</p>`
        : html`<p class="spoken">${headline}</p>
            <div>
              <p class="before">${solved.name}</p>
              <p class="figure" part="value"><b>${chatsButton(solved.count, solved.figure)}</b></p>
            </div>`
    }
    ${waited === null ? nothing : html`<p class="waited">${waited}</p>`} ${help === null ? nothing : html`<p class="help">${help}</p>`}
    ${
      rest.length === 0
        ? nothing
        : html`<ul class="steps">
            ${rest.map(({ name, count, figure }) => html`<li><span>${name}</span>${chatsButton(count, figure)}</li>`)}
          </ul>`
    }
    ${rate === null ? nothing : html`<p class="rate">${drawSaid(rate)}</p>`}
  </div>`;
}

export const drawNotes = ({ uncounted, freshness }: AfterHoursView): TemplateResult =>
  html`<div class="notes">
    ${uncounted === null ? nothing : html`<p>${drawSaid(uncounted)}</p>`} ${freshness === null ? nothing : html`<p class="once">${freshness}</p>`}
  </div>`;
