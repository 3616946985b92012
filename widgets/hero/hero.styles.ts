import { css } from 'lit';

export const styles = css`
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    margin-block-start: var(--_space-3);
  }
  .figure b {
    font-size: 72px;
    line-height: 1;
    letter-spacing: -0.02em;
  }
  .figure > span {
    font-size: 20px;
  }
  .headline {
    margin-block-start: var(--_space-2);
    font-weight: 400;
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
    grid-auto-columns: minmax(0, 32px);
    gap: 3px;
  }
  .bar.one-row {
    grid-template-rows: auto;
  }
  .bar.two-rows {
    grid-template-rows: repeat(2, auto);
  }
  .unit {
    margin-block-start: var(--_space-1);
    color: var(--_text-muted);
    font-size: 12px;
  }

  .facts {
    margin-block-start: var(--_space-4);
    background: var(--_bg-ai);
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
    align-items: baseline;
    gap: 2px var(--_space-3);
  }
  /* The freshness alone, where the page says it. */
  .notes:not(:has(> :not(.once))) {
    display: var(--impact-card-period, flex);
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
  /* What nobody has opened cannot be opened on paper. */
  @media print {
    details:not([open]) {
      display: none;
    }
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
    .main:has(.bar) {
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
      min-block-size: 402px;
    }
  }
`;
