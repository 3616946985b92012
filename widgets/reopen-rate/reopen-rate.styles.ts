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
    inline-size: 100%;
    block-size: 20px;
    overflow: hidden;
    border-radius: 4px;
    direction: ltr;
    print-color-adjust: exact;
  }
  .bar .stayed {
    fill: var(--_chart-ai);
  }
  .bar .came_back {
    fill: var(--_bg);
  }
  .stripe {
    fill: var(--_chart-reopened);
  }
  .bar .gap {
    fill: var(--_bg);
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
    align-content: start;
    gap: var(--_space-3);
    min-block-size: 399px;
  }
  .skeleton .blocks .tall {
    block-size: 52px;
    inline-size: 30%;
  }
  @container (inline-size >= 480px) {
    .blocks {
      min-block-size: 326px;
    }
  }
  @container (inline-size >= 720px) {
    .main {
      grid-template-columns: minmax(0, 11fr) minmax(0, 10fr);
      align-items: center;
    }
    .foot {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .blocks {
      min-block-size: 216px;
    }
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
    }
    .bar .stayed {
      fill: CanvasText;
    }
    .bar .came_back,
    .bar .gap {
      fill: Canvas;
    }
    .stripe {
      fill: CanvasText;
    }
  }
`;
