import { css } from 'lit';

/** Fields of a form: a label above, the field, what is wrong with it below. */
export const fieldStyles = css`
  .field {
    display: grid;
    align-content: start;
    gap: 4px;
    min-inline-size: 0;
  }
  .field > span {
    color: var(--_text-muted);
    font-size: 12px;
  }
  .input {
    box-sizing: border-box;
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: 38px;
    margin: 0;
    padding: 0 var(--_space-2);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    background: var(--_bg);
    color: var(--_text);
    font: inherit;
    font-variant-numeric: tabular-nums;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_negative);
    box-shadow: inset 0 0 0 1px var(--_negative);
  }
  .problem {
    color: var(--_negative);
    font-size: 12px;
  }
  .button.primary {
    border-color: var(--_accent);
    /* A little darker than the accent on light pages: white on the shell's green one would be 3.71. On dark pages 5.91. */
    background: light-dark(color-mix(in srgb, var(--_accent) 85%, black), var(--_accent));
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: light-dark(color-mix(in srgb, var(--_accent) 70%, black), color-mix(in srgb, var(--_accent) 85%, white));
  }
  .button:disabled {
    opacity: 0.6;
    cursor: progress;
  }
  @media (forced-colors: active) {
    .input[aria-invalid='true'] {
      border-width: 3px;
    }
  }
`;
