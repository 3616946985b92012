import { css } from 'lit';

export const styles = css`
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3) var(--_space-4);
    margin-block-start: var(--_space-3);
  }
  .figure {
    color: var(--_text);
  }
  .root .second {
    margin-block-start: 4px;
    color: var(--_text-muted);
  }

  .bar {
    display: block;
    /* As wide as the text below: 1 px of each part is cut off, see there. */
    inline-size: calc(100% + 2px);
    margin-inline: -1px;
    block-size: 20px;
    overflow: hidden;
    border-radius: 4px;
    direction: ltr;
    print-color-adjust: exact;
  }
  /* The rim lies within: half of a stroke is cut off, and 1 px more, so that the background shows between the two. */
  .bar > rect {
    stroke-width: 4px;
    clip-path: inset(1px round 3px) fill-box;
  }
  .bar .stayed {
    fill: var(--_chart-ai);
  }
  .bar .came_back {
    fill: url('#stripes');
    stroke: var(--_chart-reopened);
  }
  .stripe {
    fill: var(--_chart-reopened);
  }

  /* Fewer is better, so the good one points down. */
  .facts .pointing {
    --_up: polygon(0 0, 100% 0, 50% 100%);
    --_down: polygon(50% 0, 100% 100%, 0 100%);
  }
  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2) var(--_space-4);
    align-items: center;
    justify-items: start;
    margin-block-start: var(--_space-3);
    color: var(--_text-muted);
    font-size: 12px;
  }
  .foot .button {
    font-size: 14px;
  }

  .blocks {
    display: grid;
    grid-template-rows: repeat(3, auto) 1fr;
    gap: var(--_space-3);
    min-block-size: 399px;
  }
  .skeleton .blocks .tall {
    block-size: 52px;
    inline-size: 30%;
  }
  .skeleton .blocks .wide {
    block-size: auto;
  }
  @container (inline-size >= 480px) {
    .blocks {
      min-block-size: 326px;
    }
  }
  @container (inline-size >= 720px) {
    .main:has(.bar) {
      grid-template-columns: minmax(0, 11fr) minmax(0, 10fr);
      align-items: center;
    }
    .foot {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .blocks {
      min-block-size: 195px;
    }
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
    }
    .bar .stayed {
      fill: CanvasText;
    }
    .bar .came_back {
      stroke: CanvasText;
    }
    .stripe {
      fill: CanvasText;
    }
  }
`;
