import { css, html, nothing, type TemplateResult } from 'lit';

/** A figure in large. */
export interface Figure {
  value: string;
  /** Its unit, or what it is part of. */
  of: string;
  /** What it was reckoned from, where it must not stand without. */
  basis?: string;
}

interface FigureParts {
  /** Null: there is no figure to show in large, the sentence stands for itself. */
  figure: Figure | null;
  /** The whole saying, as it is read aloud. */
  sentence: string;
  /** Before the figure, where the saying begins with words. */
  before?: string | null;
}

/** A saying whose figure stands in large: seen it is said once, by the figure; heard it is a sentence. */
export function figureText({ figure, sentence, before = null }: FigureParts): TemplateResult {
  if (figure === null) return html`<p class="headline">${sentence}</p>`;
  return html`<div aria-hidden="true">
      ${before === null ? nothing : html`<p class="before">${before}</p>`}
      <p class="figure" part="value">
        <b>${figure.value}</b> ${figure.of === '' ? nothing : html`<span>${figure.of}</span>`}
        ${figure.basis === undefined ? nothing : html`<small>${figure.basis}</small>`}
      </p>
    </div>
    <p class="spoken">${sentence}</p>`;
}

export const figureStyles = css`
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-1);
    color: var(--_text-on-ai);
    font-weight: 600;
  }
  .figure b {
    font-size: 48px;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  .figure span,
  .before {
    font-size: 16px;
    font-weight: 600;
  }
  .figure small {
    color: var(--_text);
    font-size: 14px;
    font-weight: 400;
  }
  .headline {
    font-size: 18px;
    font-weight: 600;
    line-height: 1.45;
    text-wrap: pretty;
  }
`;
