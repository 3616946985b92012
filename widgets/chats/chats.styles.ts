import { css } from 'lit';

export const styles = css`
  /* The frame alone: what it holds brings its own colours and type. Sized by the window, in which it stands, not by the page's column. */
  dialog {
    inline-size: min(720px, 100vw - 24px);
    max-inline-size: none;
    max-block-size: calc(100dvh - 24px);
    margin: auto;
    padding: 0;
    overflow: visible;
    border: 0;
    background: none;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .panel {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-lg);
    background: var(--_bg);
  }
  section {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
  }
  dialog section {
    max-block-size: min(800px, 100dvh - 26px);
  }
  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }
  .card-title {
    min-inline-size: 0;
    padding-block: 4px;
    font-variant-numeric: tabular-nums;
  }
  .close {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    cursor: pointer;
  }
  .close:hover {
    background: var(--_bg-subtle);
  }
  .close svg {
    inline-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  .body {
    min-block-size: 0;
    padding: 0 var(--_space-4) var(--_space-3);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  dialog .body {
    /* Loading or few, the frame does not jump. */
    min-block-size: min(320px, 60dvh);
  }
  .rows {
    display: grid;
  }
  .row {
    padding-block: var(--_space-2) 4px;
    border-block-end: 1px solid var(--_border);
  }
  .first {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-2);
  }
  .when {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .outcome {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border: 1px solid var(--_border-control);
    border-radius: 3px;
  }
  .dot.stayed_solved {
    border-color: transparent;
    background: var(--_chart-ai);
  }
  .dot.came_back {
    border: 2px solid var(--_chart-reopened);
    background: repeating-linear-gradient(135deg, var(--_chart-reopened) 0 2px, transparent 2px 5px);
  }
  .dot.handed_over,
  .dot.human_only {
    border-color: transparent;
    background: var(--_chart-human);
  }
  .second {
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .third {
    color: var(--_warning);
    font-size: 12px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
  }
  .plain {
    min-block-size: 32px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: var(--_link);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .plain:hover {
    text-decoration: underline;
  }
  .plain[aria-disabled='true'],
  .more[aria-disabled='true'] {
    opacity: 0.6;
    cursor: progress;
  }
  .ruled {
    padding-block-end: var(--_space-2);
    border-block-end: 1px solid var(--_border);
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_space-3);
  }
  .body .notice {
    margin-block-start: var(--_space-2);
  }
  .foot {
    display: grid;
    justify-items: start;
    gap: 4px;
    margin-block-start: var(--_space-2);
    color: var(--_text-muted);
    font-size: 12px;
  }
  .foot .plain {
    min-block-size: 24px;
    font-size: 12px;
  }
  .corrected {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-1);
  }
  .more {
    margin-block-end: var(--_space-1);
    font-size: 14px;
  }
  .block {
    display: grid;
    gap: 6px;
    padding-block: 6px;
  }
  @container (inline-size < 480px) {
    .outcome {
      flex-basis: 100%;
    }
    .head,
    .body {
      padding-inline: var(--_space-3);
    }
  }
  @media (forced-colors: active) {
    .panel {
      border-color: CanvasText;
    }
  }
  @media print {
    dialog {
      display: none;
    }
  }
`;
