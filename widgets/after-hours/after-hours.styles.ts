import { css } from 'lit';
import { formStyles } from './working-hours.styles.ts';

const cardParts = css`
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    margin-block-start: var(--_space-3);
  }
  .figures {
    display: grid;
    align-content: start;
    gap: var(--_space-1);
  }
  .figures .before {
    color: var(--_text-on-ai);
  }
  .figures .figure b {
    font-size: 36px;
  }
  /* As thin as under a small number. */
  .figures .figure .chats-number {
    text-decoration-thickness: 1px;
    text-underline-offset: 7px;
  }
  .waited {
    font-size: 16px;
    text-wrap: balance;
  }
  .help,
  .notes,
  .hint {
    color: var(--_text-muted);
  }
  .steps {
    display: grid;
    margin-block: var(--_space-2) 0;
  }
  .steps li {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--_space-3);
    padding-block: 6px;
    border-block-end: 1px solid var(--_border);
  }
  .steps .chats-number {
    flex: none;
  }
  .rate {
    margin-block-start: 4px;
  }
  .notes {
    display: grid;
    gap: 2px;
    margin-block-start: var(--_space-3);
    font-size: 12px;
  }
  /* The freshness alone, where the page says it. */
  .notes:not(:has(> :not(.once))) {
    display: var(--impact-card-period, grid);
  }

  .picture-title {
    font-weight: 600;
  }
  .hours {
    position: relative;
    margin-block-start: var(--_space-2);
    padding-block-start: 20px;
    print-color-adjust: exact;
  }
  .hours .top {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    color: var(--_text-muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .bars {
    display: block;
    inline-size: 100%;
    block-size: 120px;
    border-block: 1px solid var(--_chart-grid);
  }
  /* Not the colour of AI: these are all chats, whoever answered. */
  .outside {
    fill: var(--_chart-other);
    background: var(--_chart-other);
  }
  .rest {
    fill: var(--_bg-subtle);
    background: var(--_bg-subtle);
    stroke: var(--_border-control);
    vector-effect: non-scaling-stroke;
  }
  /* The whole column, to be hit. */
  .reach {
    fill: transparent;
  }
  .ticks {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    margin-block-start: 4px;
    color: var(--_text-muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .picture .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--_space-3);
    margin-block-start: var(--_space-2);
    font-size: 12px;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .sign {
    flex: none;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 3px;
    print-color-adjust: exact;
  }
  .sign.rest {
    border: 1px solid var(--_border-control);
  }
  .busiest {
    margin-block-start: var(--_space-2);
  }

  .schedule {
    display: grid;
    align-content: start;
    justify-items: start;
    gap: var(--_space-2);
    /* A line, closed, and below it the button, or two lines that say who has one. */
    min-block-size: 92px;
    margin-block-start: var(--_space-3);
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid var(--_border);
  }
  .schedule.awaited {
    visibility: hidden;
  }
  .schedule.first {
    min-block-size: 0;
    margin-block-start: 0;
    padding-block-start: 0;
    border: 0;
  }
  .schedule.first .button {
    margin-block-start: 4px;
  }
  .schedule summary {
    inline-size: fit-content;
    border-radius: var(--_radius);
    color: var(--_link);
    cursor: pointer;
  }
  .week {
    display: grid;
    grid-template-columns: fit-content(50%) minmax(0, 1fr);
    gap: 2px var(--_space-3);
    margin: var(--_space-1) 0;
  }
  .week div {
    display: contents;
  }
  .week dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .saved:not(:empty) {
    margin-block-start: var(--_space-2);
    color: var(--_positive);
  }
  .blocks {
    display: grid;
    grid-template-rows: auto auto auto 1fr;
    gap: var(--_space-2);
    /* About what an ordinary month needs, so that what stands below does not jump. */
    min-block-size: 768px;
  }
  .skeleton .blocks .tall {
    block-size: 56px;
  }
  .skeleton .blocks .wide {
    block-size: auto;
  }

  @container (inline-size >= 480px) {
    .schedule {
      min-block-size: 88px;
    }
    .blocks {
      min-block-size: 706px;
    }
  }
  @container (inline-size >= 720px) {
    .main:has(.picture) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 40px;
    }
    /* The button in the same line, until the hours are opened. */
    .schedule:not(.first) {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      min-block-size: 55px;
    }
    .schedule details[open] {
      flex-basis: 100%;
    }
    .blocks {
      min-block-size: 440px;
    }
  }
  @media (forced-colors: active) {
    .bars,
    .sign {
      forced-color-adjust: none;
    }
    .outside {
      fill: CanvasText;
      background: CanvasText;
    }
    .rest {
      fill: Canvas;
      background: Canvas;
      stroke: CanvasText;
    }
  }
  @media print {
    .schedule:not(:has([open])),
    .saved {
      display: none;
    }
  }
`;

export const styles = [cardParts, formStyles];
