import { css } from 'lit';

export const styles = css`
  /* The element is the container, its root is as wide as it needs: so it can stand in a row with others. */
  :host {
    container-type: inline-size;
  }
  .root {
    container-type: normal;
  }
  #share {
    display: block;
    margin-inline-start: auto;
  }
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: progress;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
    margin-block-start: var(--_space-1);
  }
  .help,
  .note {
    color: var(--_text-muted);
  }
  /* Not hidden: what comes into it has to be told. Without a gap of its own. */
  .note:empty {
    position: absolute;
  }
  .text {
    max-inline-size: 80ch;
    padding: var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_bg-subtle);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
  }
  @container (inline-size < 480px) {
    .ways .button {
      inline-size: 100%;
    }
  }
  @media print {
    .root {
      display: none;
    }
  }
`;
