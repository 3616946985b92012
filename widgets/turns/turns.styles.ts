import { css } from 'lit';

export const styles = css`
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3) var(--_space-4);
    margin-block-start: var(--_space-3);
  }
  .root :is(.second, .help) {
    margin-block-start: 4px;
  }
  .second {
    font-size: 16px;
  }
  .help {
    color: var(--_text-muted);
  }
  .root .coverage {
    margin-block-start: var(--_space-2);
    color: var(--_text-muted);
    font-size: 12px;
  }

  .bars {
    display: block;
    inline-size: 100%;
    block-size: 108px;
    overflow: hidden;
    direction: ltr;
    font-size: 12px;
  }
  .bars text {
    fill: var(--_text-muted);
    text-anchor: middle;
  }
  .bars .last {
    text-anchor: end;
  }
  /* Wider and higher than its bar, to be hit. */
  .reach {
    fill: transparent;
  }
  .ground {
    fill: var(--_border-control);
  }
  .bar,
  .square {
    print-color-adjust: exact;
  }
  .half,
  .any {
    fill: var(--_chart-ai);
    background: var(--_chart-ai);
  }
  /* Its rim is what stands out. It lies within: the outer half of the stroke is cut off. */
  .nine_of_ten {
    --_pale: color-mix(in srgb, var(--_chart-ai) 30%, var(--_bg));
    fill: var(--_pale);
    stroke: var(--_chart-ai);
    stroke-width: 3px;
    clip-path: inset(0 round 2px) fill-box;
  }
  .square.nine_of_ten {
    border: 1.5px solid var(--_chart-ai);
    background: var(--_pale);
    clip-path: none;
  }
  .bar.rest {
    fill: var(--_chart-other);
  }
  .root .axis {
    color: var(--_text-muted);
    font-size: 12px;
    text-align: end;
  }
  .root .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--_space-3);
    margin-block-start: var(--_space-1);
    font-size: 12px;
  }
  .legend li {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .square {
    flex: none;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 3px;
  }
  .square.rest {
    background: var(--_chart-other);
  }

  .table-scroll thead th,
  .table-scroll tbody th {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .blocks {
    display: grid;
    grid-template-rows: repeat(3, auto) 1fr;
    gap: var(--_space-2);
    min-block-size: 386px;
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
      min-block-size: 346px;
    }
  }
  @container (inline-size >= 720px) {
    .main:has(.strip) {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      align-items: center;
    }
    .blocks {
      min-block-size: 236px;
    }
  }
  @media (forced-colors: active) {
    .bars,
    .square {
      forced-color-adjust: none;
    }
    .bars text {
      fill: CanvasText;
    }
    .half,
    .any {
      fill: CanvasText;
      background: CanvasText;
    }
    .nine_of_ten {
      --_pale: Canvas;
      stroke: CanvasText;
    }
    .square.nine_of_ten {
      border-color: CanvasText;
    }
    .bar.rest,
    .square.rest {
      fill: GrayText;
      background: GrayText;
    }
  }
`;
