import { css } from 'lit';

export const styles = css`
  .root .story {
    margin-block-start: var(--_space-2);
    font-size: 18px;
    line-height: 1.45;
  }
  .story strong {
    font-weight: 600;
  }
  .root .help,
  .root .foot {
    color: var(--_text-muted);
  }
  .root .help {
    margin-block-start: 4px;
  }
  .root .foot {
    margin-block-start: var(--_space-1);
    font-size: 12px;
  }

  .ai {
    color: var(--_chart-ai);
  }
  .team {
    color: var(--_chart-human);
  }
  .came_back {
    color: var(--_chart-reopened);
  }
  .other {
    color: var(--_chart-other);
  }
  .shape {
    print-color-adjust: exact;
  }
  /* Not currentColor: a pattern takes that from where it is defined, not from what it fills. */
  .hatch-ground,
  .hatch-stripe {
    fill: var(--_chart-reopened);
  }
  .hatch-ground {
    opacity: 0.25;
  }

  /* The picture and the line below it. */
  .reserved {
    min-block-size: calc(440px + var(--_space-2) + 3.9em);
  }
  /* The list instead. */
  @container (inline-size < 480px) {
    .reserved {
      min-block-size: 492px;
    }
  }
  .frame,
  .reserved,
  .list {
    margin-block-start: var(--_space-4);
  }
  .drawing {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  .item {
    cursor: default;
  }
  /* The browser's ring would be a box around a curve; the shape itself is ringed below. */
  .root .item:focus-visible {
    outline: none;
  }
  .item[role='button'],
  .item[role='button'] + .words {
    cursor: pointer;
  }
  /* Pale, so that names and stations come first, with a rim that can be told from the card. */
  .way .shape {
    fill-opacity: 0.35;
    stroke: currentColor;
    stroke-width: 0.75px;
    transition: fill-opacity 120ms;
  }
  /* What is pointed at fills up, the rest empties to its rim, which can be told from the card as before. */
  .way.on .shape {
    fill-opacity: 0.75;
  }
  .way.off .shape {
    fill-opacity: 0.12;
  }
  /* Nothing of these would be left. */
  .way.came_back .shape,
  .way .thin.thin {
    fill-opacity: 1;
  }
  .reach {
    fill: transparent;
  }
  .way .reach {
    stroke: transparent;
    stroke-width: 10px;
  }
  .drawing text {
    fill: var(--_text);
  }
  .drawing .number {
    font-weight: 600;
  }
  .drawing .share {
    fill: var(--_text-muted);
  }
  .item[role='button']:hover + .words,
  .item[role='button'] + .words:hover {
    text-decoration: underline dotted;
  }
  .item:focus-visible .shape {
    stroke: var(--_focus);
    stroke-width: 2px;
  }
  .way:focus-visible .shape {
    fill-opacity: 0.7;
  }
  .station:focus-visible .reach {
    stroke: var(--_focus);
    stroke-width: 2px;
  }
  .root .line {
    display: flex;
    align-items: center;
    min-block-size: 3.9em;
    margin-block-start: var(--_space-2);
    padding: 6px var(--_space-2);
    border-radius: var(--_radius);
    background: var(--_bg-subtle);
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--_space-1);
    align-items: baseline;
    padding-block: 5px;
  }
  .row-figures {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .row-figures b {
    font-weight: 600;
  }
  .row-figures .share {
    display: inline-block;
    min-inline-size: 2.8em;
    color: var(--_text-muted);
  }
  /* In large letters the share stands below its number, so that the name has room. */
  @container (inline-size < 18em) {
    .row-figures .share {
      display: block;
    }
  }
  .row-name {
    padding-inline-start: calc(var(--_depth, 0) * 12px);
  }
  .depth-1 {
    --_depth: 1;
  }
  .depth-2 {
    --_depth: 2;
  }
  .depth-3 {
    --_depth: 3;
  }
  .row-bar {
    display: block;
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 8px;
    overflow: hidden;
    direction: ltr;
  }
  /* A line to stand on, no ground to lie on: teal and orange would be under 3 on one. */
  .track {
    fill: var(--_border);
  }

  /* Few columns: names wrap instead of making a telephone scroll sideways. */
  .table-scroll thead th,
  .table-scroll tbody th {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .blocks {
    display: grid;
    grid-template-rows: repeat(3, auto) 1fr;
    gap: var(--_space-2);
    min-block-size: 758px;
  }
  .skeleton .blocks .tall {
    block-size: auto;
  }

  @container (inline-size >= 480px) {
    .blocks {
      min-block-size: 688px;
    }
  }
  @container (inline-size >= 720px) {
    .blocks {
      min-block-size: 636px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .shape {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .drawing,
    .row-bar {
      forced-color-adjust: none;
    }
    .hatch-ground,
    .hatch-stripe {
      fill: CanvasText;
    }
    .track {
      fill: GrayText;
    }
    .ai,
    .team,
    .came_back,
    .other {
      color: CanvasText;
    }
    .drawing text,
    .drawing .share {
      fill: CanvasText;
    }
    .item:focus-visible .shape,
    .station:focus-visible .reach {
      stroke: Highlight;
    }
    .root .line {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .root .line:has(.hint) {
      display: none;
    }
  }
`;
