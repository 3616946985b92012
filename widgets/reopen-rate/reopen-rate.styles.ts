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
  .legend {
    display: grid;
    gap: 6px;
    margin-block-start: var(--_space-2);
  }
  .legend li {
    display: grid;
    grid-template-columns: 12px minmax(0, 1fr) auto;
    gap: var(--_space-1);
    align-items: center;
  }
  .legend .chats {
    text-align: end;
  }
  .square {
    display: block;
    aspect-ratio: 1;
    border-radius: 3px;
    print-color-adjust: exact;
  }
  .square.stayed {
    background: var(--_chart-ai);
  }
  .square.came_back {
    border: 2px solid var(--_chart-reopened);
    background: repeating-linear-gradient(135deg, var(--_chart-reopened) 0 2px, transparent 2px 5px);
  }

  .facts {
    display: grid;
    gap: var(--_space-1) var(--_space-3);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    margin-block-start: var(--_space-3);
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_bg-subtle);
  }
  /* Drawn, not written: not every font has triangles. Fewer is better, so the good one points down. */
  .facts .better::before,
  .facts .worse::before {
    content: '';
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.6em;
    margin-inline-end: 0.5em;
    background: var(--_positive);
    clip-path: polygon(0 0, 100% 0, 50% 100%);
    print-color-adjust: exact;
  }
  .facts .worse::before {
    background: var(--_negative);
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
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
    .bar,
    .square,
    .facts li::before {
      forced-color-adjust: none;
    }
    .bar .stayed,
    .square.stayed {
      fill: CanvasText;
      background: CanvasText;
    }
    .bar .came_back,
    .bar .gap {
      fill: Canvas;
    }
    .stripe {
      fill: CanvasText;
    }
    .square.came_back {
      border: 2px dashed CanvasText;
      background: Canvas;
    }
    .facts .better::before,
    .facts .worse::before {
      background: CanvasText;
    }
  }
`;
