import { css } from 'lit';

export const styles = css`
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    margin-block-start: var(--_space-3);
  }
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-2);
    color: var(--_text-on-ai);
  }
  .figure b {
    font-size: 72px;
    font-weight: 600;
    line-height: 1;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .figure span {
    font-size: 20px;
    font-weight: 600;
  }
  .headline {
    margin-block-start: var(--_space-2);
    font-size: 18px;
    line-height: 1.45;
    text-wrap: pretty;
  }
  .headline strong {
    font-weight: 600;
  }
  .gap {
    display: flex;
    gap: var(--_space-1);
    align-items: baseline;
    margin-block-start: var(--_space-1);
    font-size: 16px;
    text-wrap: pretty;
  }
  .gap .square {
    flex: none;
    inline-size: 0.75em;
  }
  .help {
    margin-block-start: 4px;
    color: var(--_text-muted);
  }

  /* Filled column by column, so that the squares of one kind form a block, as a bar would. */
  .bar {
    display: grid;
    grid-auto-flow: column;
    grid-template-rows: repeat(5, auto);
    grid-auto-columns: minmax(0, 22px);
    gap: 3px;
  }
  .bar.one-row {
    grid-template-rows: auto;
  }
  .bar.two-rows {
    grid-template-rows: repeat(2, auto);
  }
  .square {
    display: block;
    aspect-ratio: 1;
    border-radius: 3px;
    print-color-adjust: exact;
  }
  .solved {
    background: var(--_chart-ai);
  }
  .came_back {
    border: 2px solid var(--_chart-reopened);
    background: repeating-linear-gradient(135deg, var(--_chart-reopened) 0 2px, transparent 2px 5px);
  }
  .rest {
    border: 1px solid var(--_border-control);
  }
  .legend {
    display: grid;
    gap: 6px;
    margin-block-start: var(--_space-2);
  }
  .legend li {
    display: grid;
    grid-template-columns: 12px minmax(0, 1fr) auto;
    gap: var(--_space-1);
    align-items: baseline;
  }
  .legend .square {
    inline-size: 12px;
  }
  .legend b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .legend .chats {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .unit {
    margin-block-start: var(--_space-1);
    color: var(--_text-muted);
    font-size: 12px;
  }

  .facts {
    display: grid;
    gap: var(--_space-1) var(--_space-3);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    margin-block-start: var(--_space-4);
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_bg-ai);
  }
  /* Drawn, not written: not every font has triangles. */
  .facts .better::before,
  .facts .worse::before {
    content: '';
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.6em;
    margin-inline-end: 0.5em;
    background: var(--_positive);
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
    print-color-adjust: exact;
  }
  .facts .worse::before {
    background: var(--_negative);
    clip-path: polygon(0 0, 100% 0, 50% 100%);
  }
  .foot {
    display: grid;
    gap: var(--_space-1);
    margin-block-start: var(--_space-3);
    color: var(--_text-muted);
    font-size: 12px;
  }
  .notes {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--_space-3);
  }
  summary {
    inline-size: fit-content;
    padding-block: 4px;
    border-radius: var(--_radius);
    color: var(--_link);
    cursor: pointer;
  }
  details p {
    max-inline-size: 70ch;
    font-size: 14px;
    color: var(--_text);
  }
  .blocks {
    display: grid;
    gap: var(--_space-2);
    grid-template-rows: auto auto auto auto 1fr;
    /* About what an ordinary month needs, so that what stands below does not jump. */
    min-block-size: 770px;
  }
  .skeleton .blocks .tall {
    block-size: 72px;
    inline-size: 40%;
  }
  .skeleton .blocks .wide {
    block-size: auto;
  }

  @container (inline-size >= 480px) {
    .blocks {
      min-block-size: 636px;
    }
  }
  @container (inline-size >= 720px) {
    .main {
      grid-template-columns: minmax(0, 11fr) minmax(0, 10fr);
      align-items: center;
    }
    .figure b {
      font-size: 88px;
    }
    .headline {
      font-size: 20px;
    }
    .blocks {
      min-block-size: 416px;
    }
  }
  @media (forced-colors: active) {
    .square,
    .facts li::before {
      forced-color-adjust: none;
    }
    .solved {
      background: CanvasText;
    }
    .came_back {
      border: 2px dashed CanvasText;
      background: Canvas;
    }
    .rest {
      border-color: GrayText;
    }
    .facts {
      border: 1px solid CanvasText;
    }
    .facts .better::before,
    .facts .worse::before {
      background: CanvasText;
    }
  }
  @media print {
    .facts {
      border: 1px solid var(--_border);
    }
  }
`;
