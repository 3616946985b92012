import { css } from 'lit';

export const styles = css`
  .root .headline {
    margin-block-start: var(--_space-2);
    font-size: 18px;
    font-weight: 600;
    line-height: 1.45;
    text-wrap: balance;
  }
  .root .help {
    margin-block-start: 4px;
    color: var(--_text-muted);
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: var(--_space-2);
  }
  .root .coverage {
    margin-block-start: var(--_space-2);
    color: var(--_text-muted);
    font-size: 12px;
  }
  .bar {
    display: block;
    /* As wide as the text below: 1 px of each part is cut off, see there. */
    inline-size: calc(100% + 2px);
    margin-inline: -1px;
    block-size: 24px;
    border-radius: 4px;
    overflow: hidden;
    direction: ltr;
  }
  /* Filled, empty, hatched. The rim lies within: half of a stroke is cut off, and 1 px more, so that the background shows between two parts. */
  .part {
    stroke-width: 4px;
    clip-path: inset(1px round 3px) fill-box;
    print-color-adjust: exact;
  }
  .better {
    color: var(--_chart-positive);
  }
  .same {
    color: var(--_bg-subtle);
    stroke: var(--_border-control);
  }
  .worse {
    stroke: var(--_chart-negative);
  }
  .worse-ground {
    fill: color-mix(in srgb, var(--_chart-negative) 25%, var(--_bg));
  }
  .worse-stripe {
    fill: var(--_chart-negative);
  }
  .legend {
    inline-size: 100%;
    margin-block-start: var(--_space-1);
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .legend th,
  .legend td {
    padding: 3px 0;
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  .legend td {
    padding-inline-start: var(--_space-2);
    text-align: end;
  }
  .legend thead th {
    padding-block-end: 0;
    color: var(--_text-muted);
    font-size: 12px;
    text-align: end;
  }
  .legend .value {
    font-size: 28px;
    font-weight: 600;
    line-height: 1.2;
  }
  .legend .chats {
    color: var(--_text-muted);
  }
  .name {
    display: flex;
    gap: var(--_space-1);
    align-items: center;
  }
  .swatch {
    flex: none;
    inline-size: 12px;
    block-size: 12px;
  }
  .swatch .part {
    stroke-width: 2px;
    clip-path: inset(0 round 3px) fill-box;
  }
  .blocks {
    display: grid;
    grid-template-rows: auto auto 1fr;
    gap: var(--_space-2);
    min-block-size: 230px;
  }
  .skeleton .blocks .wide {
    block-size: 24px;
  }
  .skeleton .blocks .tall {
    block-size: auto;
  }
  /* In large letters the figures stand below their name: no number is torn. */
  @container (inline-size < 18em) {
    .legend tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: baseline;
    }
    .legend th:first-child {
      grid-column: 1 / -1;
    }
    .legend :is(.value, thead th:nth-child(2)) {
      padding-inline-start: 20px;
      text-align: start;
    }
  }
  @container (inline-size >= 480px) {
    .blocks {
      min-block-size: 206px;
    }
  }
  /* The figures in front, as on the other cards. */
  @container (inline-size >= 720px) {
    .main:has(.bar) {
      grid-template: repeat(2, auto) / minmax(0, 5fr) minmax(0, 6fr);
      column-gap: var(--_space-4);
    }
    .legend {
      max-inline-size: 480px;
      grid-row: 1 / 3;
      align-self: center;
    }
    .bar,
    .bar ~ .coverage {
      grid-column: 2;
    }
    .bar {
      align-self: end;
    }
    .blocks {
      min-block-size: 135px;
    }
  }
  @media (forced-colors: active) {
    .bar,
    .swatch {
      forced-color-adjust: none;
    }
    .better,
    .worse-stripe {
      color: CanvasText;
      fill: CanvasText;
    }
    .same {
      color: Canvas;
      stroke: CanvasText;
    }
    .worse {
      stroke: CanvasText;
    }
    .worse-ground {
      fill: Canvas;
    }
  }
`;
