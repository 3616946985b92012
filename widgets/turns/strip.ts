import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { shapeOpener } from '#kit';
import type { TurnsLang } from './turns.strings.ts';
import type { Bar, TurnsView } from './turns.view.ts';

const HEIGHT = 88;
/** A bar of a single chat among thousands can still be seen. */
const SHORTEST = 2;

/** The histogram as a strip of bars; widths in per cents, so that it is as wide as its card without being measured. */
export function drawStrip({ bars, legend, drawing }: TurnsView, { t }: TurnsLang): TemplateResult {
  const open = shapeOpener();
  // oxlint-disable-next-line lit-a11y/click-events-have-key-events -- the table below is for the keyboard
  const strip = html`<svg class="bars ${open === undefined ? '' : 'opens'}" part="chart" role="img" tabindex="-1" aria-label=${drawing} @click=${open}>
    ${bars.map((bar, i) => drawBar(bar, i, bars.length))}
  </svg>`;
  return html`<div class="strip">
    ${strip}
    <p class="axis" aria-hidden="true">${t('axis')}</p>
    ${
      legend.length > 0
        ? html`<ul class="legend">
            ${legend.map(({ kind, text }) => html`<li><i class="square ${kind}"></i>${text}</li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}

function drawBar({ place, turns, height, kind }: Bar, i: number, of: number): SVGTemplateResult {
  const step = 100 / of;
  const tall = height === 0 ? 0 : Math.max(SHORTEST, height * HEIGHT);
  return svg`<rect class="ground" x="${i * step + 0.3}%" y=${HEIGHT} width="${step - 0.6}%" height="1"></rect>
    <rect class="bar ${kind}" x="${i * step + 0.3}%" y=${HEIGHT - tall} width="${step - 0.6}%" height=${tall} rx="2"></rect>
    ${height === 0 ? '' : svg`<rect class="reach" data-figure="turns_known" data-place=${place} x="${i * step}%" width="${step}%" height=${HEIGHT}></rect>`}
    ${isLabelled(i, of) ? svg`<text x="${i === of - 1 ? 100 : (i + 0.5) * step}%" y=${HEIGHT + 16} class=${i === of - 1 ? 'last' : ''}>${turns}</text>` : ''}`;
}

/** 1, 5, 10, 15 and the last, which may hold everything above: more would not fit on a telephone. */
export const isLabelled = (i: number, of: number): boolean => i === 0 || i === of - 1 || ((i + 1) % 5 === 0 && i < of - 2);
