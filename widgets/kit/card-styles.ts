import { css } from 'lit';
import { pictureStyles } from './picture/picture-styles.ts';

export const cardStyles = css`
  ${pictureStyles}
  .card {
    --_card-padding: var(--_space-4);
    position: relative;
    padding: var(--_card-padding);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-lg);
    background: var(--_bg);
  }
  /* As high as its place: cards side by side end on one line. */
  .root,
  .root > .card:only-child {
    block-size: 100%;
  }
  .card-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px var(--_space-2);
  }
  .card-title {
    min-inline-size: 0;
    font-size: 16px;
    font-weight: 600;
    text-wrap: balance;
  }
  /* For a page that says days and freshness itself: --impact-card-period: none. */
  .once {
    display: var(--impact-card-period, revert);
  }
  .notice {
    display: block;
    padding: var(--_space-1) var(--_space-2);
    border-inline-start: 3px solid currentColor;
    border-radius: var(--_radius);
    background: var(--_bg-subtle);
    color: var(--_text);
  }
  .card .notice {
    margin-block-start: var(--_space-2);
  }
  /* Of the whole card: away from the line with the days. */
  .card-head + .notice {
    margin-block-end: var(--_space-2);
  }
  .failure,
  .unavailable {
    display: grid;
    justify-items: start;
    gap: var(--_space-1);
    padding-block: var(--_space-2) 4px;
    color: var(--_text-muted);
  }
  /* A report says it once, above its cards. */
  .alone {
    display: var(--_alone, revert);
  }
  .failure strong,
  .unavailable strong {
    color: var(--_text);
    font-weight: 600;
  }
  /* In a card without a title. */
  .card > slot:first-child > .failure {
    padding-block: 0;
  }
  .failure .button {
    margin-block-start: 4px;
  }
  .button {
    min-block-size: 38px;
    margin: 0;
    padding: 0 var(--_space-3);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    background: var(--_bg);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_bg-subtle);
  }
  .skeleton {
    display: grid;
    gap: var(--_space-2);
    padding-block: var(--_space-2);
    /* A fast answer needs no skeleton: it would only flicker. The space is kept from the start. */
    animation: appear 200ms 300ms both;
  }
  .skeleton i {
    display: block;
    block-size: 1.25em;
    inline-size: 100%;
    border-radius: var(--_radius);
    background: var(--_bg-subtle);
  }
  .skeleton i.short {
    inline-size: 60%;
  }
  /* The room of the line with the days, where the card has one; the gap below it is the other half of that. */
  .skeleton i.days {
    display: var(--impact-card-period, block);
    block-size: 12px;
    inline-size: 40%;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @container (inline-size < 480px) {
    .card {
      --_card-padding: var(--_space-3);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation-duration: 1ms;
    }
  }
  @media (forced-colors: active) {
    .skeleton i {
      border: 1px solid GrayText;
    }
  }
  @media print {
    .card {
      break-inside: avoid;
    }
    .skeleton,
    .button {
      display: none;
    }
  }
`;
