import { css, html, nothing, type TemplateResult } from 'lit';
import { drawSaid, type Said } from './said.ts';

/** A line, and in which direction it points; the direction is also in the words. */
export interface Fact extends Said {
  kind: 'plain' | 'better' | 'worse';
}

/** What stands below a figure, each a line of its own. */
export const drawFacts = (facts: readonly Fact[]): TemplateResult | typeof nothing =>
  facts.length === 0
    ? nothing
    : html`<ul class="facts">
        ${facts.map((fact) => html`<li class="pointing ${fact.kind}" part=${fact.kind === 'plain' ? nothing : 'delta'}>${drawSaid(fact)}</li>`)}
      </ul>`;

/** A triangle before what got better or worse. Drawn, not written: not every font has triangles. */
export const pointingStyles = css`
  .pointing {
    --_up: polygon(50% 0, 100% 100%, 0 100%);
    --_down: polygon(0 0, 100% 0, 50% 100%);
  }
  .pointing.better::before,
  .pointing.worse::before {
    content: '';
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.6em;
    margin-inline-end: 0.5em;
    background: var(--_positive);
    clip-path: var(--_up);
    print-color-adjust: exact;
  }
  .pointing.worse::before {
    background: var(--_negative);
    clip-path: var(--_down);
  }
  @media (forced-colors: active) {
    .pointing.better::before,
    .pointing.worse::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;

export const factsStyles = css`
  ${pointingStyles}
  .facts {
    display: grid;
    gap: var(--_space-1) var(--_space-3);
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: var(--_space-3);
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_bg-subtle);
  }
  @container (inline-size >= 720px) {
    .facts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .facts {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .facts {
      border: 1px solid var(--_border);
    }
  }
`;
