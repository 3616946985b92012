import { css, html, type TemplateResult } from 'lit';

export interface Segmented<Value extends string> {
  /** Of the group of radios; unique within the widget. */
  name: string;
  /** What is chosen, for who cannot see the row. */
  legend: string;
  choices: readonly { value: Value; label: string }[];
  value: Value;
  choose: (value: Value) => void;
}

/** One choice of a few, side by side. Native radios inside: arrow keys, names and states come with them. */
export function segmented<Value extends string>({ name, legend, choices, value, choose }: Segmented<Value>): TemplateResult {
  return html`<fieldset class="segmented">
    <legend class="spoken">${legend}</legend>
    ${choices.map(
      (choice) =>
        html`<label class="segment"
          ><input type="radio" name=${name} .checked=${choice.value === value} @change=${() => choose(choice.value)} /><span>${choice.label}</span></label
        >`,
    )}
  </fieldset>`;
}

export const segmentedStyles = css`
  .segmented {
    display: inline-flex;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    background: var(--_bg);
  }
  .segment {
    position: relative;
    display: flex;
    cursor: pointer;
  }
  .segment input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .segment span {
    display: flex;
    align-items: center;
    min-block-size: 36px;
    padding: 4px var(--_space-3);
    border-radius: calc(var(--_radius) - 1px);
    color: var(--_text);
  }
  .segment input:hover:not(:checked) + span {
    background: var(--_bg-subtle);
  }
  .segment input:checked + span {
    background: var(--_selected-bg);
    color: var(--_selected-text);
    font-weight: 600;
  }
  .segment input:focus-visible + span {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  /* So that there is room for a button beside it. */
  @container (inline-size < 480px) {
    .segment span {
      padding-inline: var(--_space-2);
    }
  }
  @media (forced-colors: active) {
    .segment input:checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .segmented {
      display: none;
    }
  }
`;
