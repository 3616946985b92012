import { html, nothing, svg, type TemplateResult } from 'lit';
import { chartTable, chatsButton, drawSaid, shapeOpener, type TableRow } from '#kit';
import type { AfterHoursLang } from './after-hours.strings.ts';
import type { HourBar, HourRow, Picture } from './picture.view.ts';

/** Between the parts of a bar, in hundredths of the height. */
const GAP = 1.5;

/** Twenty-four bars. Stretched to the card's width; sizes are attributes, because a strict policy blocks inline styles. */
export function drawPicture({ bars, top, ticks, label, busiest, table }: Picture, { t }: AfterHoursLang): TemplateResult {
  return html`<div class="picture">
    <p class="picture-title">${t('picture')}</p>
    <div class="hours">
      <span class="top" aria-hidden="true">${top}</span>
      ${drawBars(bars, label)}
      <div class="ticks" aria-hidden="true">${ticks.map((tick) => html`<span>${tick}</span>`)}</div>
    </div>
    <ul class="legend">
      <li><i class="sign outside"></i>${t('outside')}</li>
      <li><i class="sign rest"></i>${t('rest')}</li>
    </ul>
    ${busiest === null ? nothing : html`<p class="busiest">${drawSaid(busiest)}</p>`}
    ${chartTable({ summary: t('table'), ...table, rows: table.rows.map(rowOf), open: false })}
  </div>`;
}

function drawBars(bars: readonly HourBar[], label: string): TemplateResult {
  const open = shapeOpener();
  const opens = open === undefined ? '' : 'opens';
  // oxlint-disable-next-line lit-a11y/click-events-have-key-events -- the table below is for the keyboard
  return html`<svg
    part="chart"
    class="bars ${opens}"
    role="img"
    tabindex="-1"
    aria-label=${label}
    viewBox="0 0 240 100"
    preserveAspectRatio="none"
    @click=${open}
  >
    ${bars.map(drawBar)}
  </svg>`;
}

const rowOf = ({ hour, name, counts }: HourRow): TableRow => ({
  cells: [name, ...counts.map(({ text, figure }) => chatsButton(text, figure, { place: hour }))],
  aside: false,
});

/** The part outside the working hours opens its chats; the rest of the column, which is as high as all chats of the hour, opens them all. */
function drawBar({ hour, outside, rest }: HourBar): TemplateResult {
  const x = hour * 10 + 1.5;
  const gap = outside > 0 && rest > 0 ? Math.min(GAP, rest / 2) : 0;
  const reach = svg`<rect class="reach" data-figure="closed" data-place=${hour} x=${hour * 10} y="0" width="10" height="100"></rect>`;
  return svg`<g>
    ${outside + rest === 0 ? nothing : reach}
    <rect class="outside" data-figure="after_hours" data-place=${hour} x=${x} y=${100 - outside} width="7" height=${outside}></rect>
    <rect class="rest" data-figure="closed" data-place=${hour} x=${x} y=${100 - outside - rest} width="7" height=${rest - gap}></rect>
  </g>`;
}
