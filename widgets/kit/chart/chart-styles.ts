import { css } from 'lit';

export const chartStyles = css`
  /*
   * Relative, of a height of its own, the canvas absolute within: a canvas in flow would hold its box open, so that it never shrinks
   * in a grid or flex host, and the page would jump when the chart comes. Time runs from left to right in every language.
   */
  .plot {
    position: relative;
    block-size: var(--_plot-height, 260px);
    border-radius: var(--_radius);
    direction: ltr;
    touch-action: pan-y;
    --_ink-ai: var(--_chart-ai);
    --_ink-ai-range: color-mix(in srgb, var(--_chart-ai) 12%, transparent);
    --_ink-ai-forecast: color-mix(in srgb, var(--_chart-forecast) 24%, transparent);
    --_ink-reopened: var(--_chart-reopened);
    --_ink-baseline: var(--_chart-baseline);
    --_ink-grid: var(--_chart-grid);
    --_ink-muted: var(--_text-muted);
    --_ink-bg: var(--_bg);
  }
  .plot canvas {
    position: absolute;
    inset: 0 auto auto 0;
    /* Before anything is drawn it has a browser's 300 px, which on a small telephone are too many. */
    max-inline-size: 100%;
  }
  .first svg {
    position: absolute;
    inset: 0 auto auto 0;
    overflow: visible;
    fill: none;
    forced-color-adjust: none;
  }
  .first text {
    fill: var(--_ink-muted);
    font-size: 12px;
  }
  /* With a rim in the colour of the card, which keeps it readable on whatever lies below. */
  .first .name {
    stroke: var(--_ink-bg);
    stroke-width: 4px;
    stroke-linejoin: round;
    paint-order: stroke;
    font-weight: 600;
  }
  .first .grid {
    shape-rendering: crispEdges;
  }
  .inks {
    position: absolute;
    visibility: hidden;
    forced-color-adjust: none;
  }
  .inks i {
    transition: color 1ms;
  }
  .ink-ai {
    color: var(--_ink-ai);
  }
  .ink-ai-range {
    color: var(--_ink-ai-range);
  }
  .ink-ai-forecast {
    color: var(--_ink-ai-forecast);
  }
  .ink-reopened {
    color: var(--_ink-reopened);
  }
  .ink-baseline {
    color: var(--_ink-baseline);
  }
  .ink-grid {
    color: var(--_ink-grid);
  }
  .ink-muted {
    color: var(--_ink-muted);
  }
  .ink-bg {
    color: var(--_ink-bg);
  }

  /* Where the walk stands. */
  .here {
    position: absolute;
    inset-block: 0;
    left: var(--_x);
    inline-size: 0;
    border-inline-start: 1px solid var(--_border-control);
    pointer-events: none;
  }
  .here::after {
    content: '';
    position: absolute;
    left: -9px;
    top: calc(var(--_y) - 8px);
    box-sizing: border-box;
    inline-size: 17px;
    block-size: 17px;
    border: 2px solid var(--_text);
    border-radius: 50%;
  }
  .tip {
    position: absolute;
    z-index: 1;
    left: var(--_left);
    top: var(--_top);
    inline-size: 216px;
    max-inline-size: 72%;
    padding: var(--_space-2);
    border: 1px solid var(--_border-control);
    border-radius: 12px;
    background: var(--_bg);
    color: var(--_text);
    font-size: 12px;
    line-height: 1.5;
    text-align: start;
  }
  .tip strong {
    display: block;
    font-weight: 600;
    font-size: 14px;
  }
  .root .tip p {
    margin-block-start: 2px;
  }
  .plot [hidden] {
    display: none;
  }

  .chart-table {
    margin-block-start: var(--_space-2);
  }
  .chart-table summary {
    inline-size: fit-content;
    padding-block: 4px;
    border-radius: var(--_radius);
    color: var(--_link);
    cursor: pointer;
  }
  .table-scroll {
    margin-block-start: var(--_space-1);
    overflow-x: auto;
  }
  .table-scroll table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .table-scroll th,
  .table-scroll td {
    padding: 6px var(--_space-2);
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: end;
    vertical-align: baseline;
  }
  .table-scroll thead th {
    color: var(--_text-muted);
    font-size: 12px;
  }
  .table-scroll tbody th,
  .table-scroll thead th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  @container (inline-size < 480px) {
    .table-scroll table {
      font-size: 12px;
    }
    .table-scroll th,
    .table-scroll td {
      padding-inline: 4px;
    }
    .table-scroll tbody th {
      min-inline-size: 6.5em;
    }
  }
  .table-scroll td:not(:last-child) {
    white-space: nowrap;
  }
  .table-scroll .aside {
    color: var(--_text-muted);
    font-style: italic;
  }

  @media (forced-colors: active) {
    .plot {
      --_ink-ai: CanvasText;
      --_ink-reopened: CanvasText;
      --_ink-baseline: CanvasText;
      --_ink-muted: CanvasText;
      --_ink-ai-range: color-mix(in srgb, CanvasText 20%, Canvas);
      --_ink-ai-forecast: color-mix(in srgb, CanvasText 20%, Canvas);
      --_ink-grid: color-mix(in srgb, CanvasText 30%, Canvas);
      --_ink-bg: Canvas;
    }
  }
  /* Set while a print is prepared, which is before print styles hold: paper is white whatever the theme. */
  .plot[data-print] {
    color-scheme: light;
    --_ink-muted: black;
    --_ink-bg: white;
  }
  .plot[data-print] .inks i {
    transition: none;
  }
  @media print {
    .plot {
      block-size: auto;
      background: white;
      print-color-adjust: exact;
    }
    .plot canvas,
    .first svg {
      position: static;
      inline-size: 100% !important;
      block-size: auto !important;
    }
    .first:not(:empty) + canvas {
      display: none;
    }
    .here,
    .tip,
    .chart-table:not([open]) {
      display: none;
    }
  }
`;
