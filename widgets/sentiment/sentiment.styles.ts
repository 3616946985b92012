import { css } from 'lit';

export const styles = css`
  .root .headline {
    margin-block-start: var(--_space-2);
    font-size: 18px;
    font-weight: 600;
    line-height: 1.45;
    text-wrap: pretty;
  }
  .root .help {
    margin-block-start: 4px;
    color: var(--_text-muted);
  }
  .root .coverage {
    margin-block-start: var(--_space-2);
    color: var(--_text-muted);
    font-size: 12px;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 24px;
    margin-block-start: var(--_space-3);
    border-radius: 4px;
    overflow: hidden;
    direction: ltr;
  }
  /* The background shows between two parts. */
  .bar .part {
    stroke: var(--_bg);
    stroke-width: 2px;
  }
  .part {
    print-color-adjust: exact;
  }
  .better {
    color: var(--_chart-positive);
  }
  .same {
    color: color-mix(in srgb, var(--_chart-other) 40%, var(--_bg));
  }
  .worse-ground {
    fill: color-mix(in srgb, var(--_chart-negative) 25%, var(--_bg));
  }
  .worse-stripe {
    fill: var(--_chart-negative);
  }
  .legend {
    inline-size: 100%;
    max-inline-size: 480px;
    margin-block-start: var(--_space-1);
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .legend th,
  .legend td {
    padding: 3px 0;
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  .legend td {
    padding-inline-start: var(--_space-2);
    text-align: end;
  }
  .legend thead th {
    padding-block-end: 0;
    color: var(--_text-muted);
    font-size: 12px;
    text-align: end;
  }
  .legend .value {
    font-size: 28px;
    font-weight: 600;
    line-height: 1.2;
  }
  .legend .chats {
    color: var(--_text-muted);
  }
  .name {
    display: flex;
    gap: var(--_space-1);
    align-items: center;
  }
  .swatch {
    flex: none;
    inline-size: 12px;
    block-size: 12px;
  }
  .blocks {
    display: grid;
    align-content: start;
    gap: var(--_space-2);
    min-block-size: 230px;
  }
  .skeleton .blocks .wide {
    block-size: 24px;
  }
  @container (inline-size >= 480px) {
    .blocks {
      min-block-size: 206px;
    }
  }
  @media (forced-colors: active) {
    .bar,
    .swatch {
      forced-color-adjust: none;
    }
    .better,
    .worse-stripe {
      color: CanvasText;
      fill: CanvasText;
    }
    .same {
      color: GrayText;
    }
    .worse-ground {
      fill: Canvas;
    }
  }
`;
