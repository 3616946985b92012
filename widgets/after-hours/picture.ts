import { html, nothing, svg, type TemplateResult } from 'lit';
import { chartTable } from '#kit';
import type { AfterHoursLang } from './after-hours.strings.ts';
import type { HourBar, Picture } from './picture.view.ts';

/** Between the parts of a bar, in hundredths of the height. */
const GAP = 1.5;

/** Twenty-four bars. Stretched to the card's width; sizes are attributes, because a strict policy blocks inline styles. */
export function drawPicture({ bars, top, ticks, label, busiest, table }: Picture, { t }: AfterHoursLang): TemplateResult {
  return html`<div class="picture">
    <p class="picture-title">${t('picture')}</p>
    <div class="hours">
      <span class="top" aria-hidden="true">${top}</span>
      <svg part="chart" class="bars" role="img" aria-label=${label} viewBox="0 0 240 100" preserveAspectRatio="none">${bars.map(drawBar)}</svg>
      <div class="ticks" aria-hidden="true">${ticks.map((tick) => html`<span>${tick}</span>`)}</div>
    </div>
    <ul class="legend">
      <li><i class="sign outside"></i>${t('outside')}</li>
      <li><i class="sign rest"></i>${t('rest')}</li>
    </ul>
    ${busiest === null ? nothing : html`<p class="busiest">${busiest}</p>`} ${chartTable({ summary: t('table'), ...table, open: false })}
  </div>`;
}

function drawBar({ hour, outside, rest }: HourBar): TemplateResult {
  const x = hour * 10 + 1.5;
  const gap = outside > 0 && rest > 0 ? Math.min(GAP, rest / 2) : 0;
  return svg`<g>
    <rect class="outside" x=${x} y=${100 - outside} width="7" height=${outside}></rect>
    <rect class="rest" x=${x} y=${100 - outside - rest} width="7" height=${rest - gap}></rect>
  </g>`;
}
