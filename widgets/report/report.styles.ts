import { css } from 'lit';

export const styles = css`
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
  }
  .stack [hidden],
  .pair:not(:has(> :not([hidden]))) {
    display: none;
  }
  .header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space-1) var(--_space-2);
    align-items: center;
  }
  /* Nothing of it is left but what a host has put there. */
  .header.bare,
  .header.bare .actions {
    display: contents;
  }
  .header.bare .period-picker {
    display: none;
  }
  .period-picker {
    grid-column: 1 / -1;
    min-inline-size: 0;
  }
  .period-picker:not(:defined) {
    display: block;
    /* A label and a field. */
    block-size: 60px;
  }
  .actions {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: var(--_space-1);
    min-block-size: 38px;
  }
  @container (inline-size >= 640px) {
    .period-picker {
      grid-column: 1;
      grid-row: 1;
    }
    .period-picker ~ .shown {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .actions {
      grid-column: 2;
      grid-row: 1;
      align-self: end;
    }
  }
  .share {
    container-type: normal;
  }
  /* Its button, beside which the days are said: they must not wrap anew when it comes. */
  .share:not(:defined) {
    display: block;
    inline-size: 160px;
    block-size: 38px;
  }
  .share:not(:defined):lang(en) {
    inline-size: 180px;
  }
  /* It lies over the figures instead of pushing them away. */
  .share::part(card) {
    position: absolute;
    inset-block-start: calc(100% + var(--_space-1));
    inset-inline-end: 0;
    z-index: 1;
    inline-size: min(100cqi, 640px);
    margin: 0;
    border-color: var(--_border-control);
    box-shadow: 0 4px 16px rgb(0 0 0 / 16%);
  }
  .shown {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--_space-2);
    min-block-size: 24px;
    color: var(--_text-muted);
  }
  @container (480px <= inline-size < 640px) {
    /* Two lines. */
    .shown {
      min-block-size: 44px;
    }
  }
  @container (inline-size < 480px) {
    /* One below the other. */
    .period-picker:not(:defined) {
      block-size: 132px;
    }
    .shown,
    .actions {
      grid-column: 1 / -1;
    }
    /* Of a month two lines, which must not push the first figure down when they come: the days and how fresh, below them whether they can still move. */
    .shown {
      align-content: end;
      gap: 0 var(--_space-1);
      min-block-size: 48px;
    }
    .shown .about {
      display: contents;
    }
    .shown::after {
      content: '';
      flex-basis: 100%;
    }
    .shown .badge {
      order: 1;
      margin-block-start: 4px;
    }
    /* Other days, or a channel beside them, leave no room for that. */
    .shown.long {
      min-block-size: 72px;
    }
    .share {
      flex: 1 1 100%;
    }
    .share::part(button) {
      inline-size: 100%;
    }
  }
  .shown > span {
    font-size: 12px;
  }
  /* Said above for all of them. */
  .stack > :not(.header),
  .period-picker {
    --impact-card-period: none;
  }
  .empty > * {
    --_alone: none;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
  }
  /* Two side by side, and the third, which has least to say, as wide as both: beside them it would be half empty. */
  @container (inline-size >= 600px) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .pair > :last-child {
      grid-column: 1 / -1;
    }
  }
  /* Paper has nothing to choose and to press. */
  @media print {
    .period-picker,
    .actions {
      display: none;
    }
    .shown {
      grid-column: 1 / -1;
    }
  }
  .sample {
    position: sticky;
    inset-block-end: 0;
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-block-start: var(--_gap);
    outline: 1px solid var(--_border);
    /* Whoever aims at what lies half below its edge hits that. */
    pointer-events: none;
  }
  .sample > * {
    pointer-events: auto;
  }
  .stack ::slotted(*) {
    scroll-margin-block-end: calc(var(--_foot, 0px) + 4px);
  }
  /* They open above it. */
  .chats {
    --_foot: 0px;
  }
  /* Not on paper, nor where it would cover what little can be seen. */
  @media print, (height < 400px) {
    .sample {
      position: static;
    }
    .stack {
      --_foot: 0px;
    }
  }
  .notice strong {
    font-weight: 600;
  }
`;
