import { css } from 'lit';

export const styles = css`
  .root .sentence {
    margin-block-start: var(--_space-2);
    font-size: 16px;
  }
  .sentence strong {
    font-weight: 600;
  }
  .root .start,
  .root .about,
  .root .freshness {
    color: var(--_text-muted);
  }
  .root .start {
    margin-block-start: 4px;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    margin-block-start: var(--_space-3);
  }
  .check {
    display: flex;
    align-items: start;
    gap: var(--_space-1);
    min-block-size: 24px;
    padding-block: 1.5px;
    text-wrap: balance;
    cursor: pointer;
  }
  .check input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 1.5px 0;
    border: 1px solid var(--_border-control);
    border-radius: 4px;
    background: var(--_bg);
    appearance: none;
    cursor: pointer;
  }
  /* The browser's own would be grey in the dark. */
  .check input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .check input:checked::before {
    content: '';
    display: block;
    block-size: 100%;
    background: var(--_on-accent);
    clip-path: polygon(20% 47%, 12% 56%, 42% 82%, 88% 28%, 79% 20%, 41% 65%);
  }
  .root .about {
    margin-block: var(--_space-3) var(--_space-1);
    font-size: 12px;
  }
  .root .freshness {
    margin-block-start: var(--_space-3);
    font-size: 12px;
  }
  .nothing {
    display: grid;
    gap: 4px;
    padding-block: var(--_space-4);
    color: var(--_text-muted);
  }
  .nothing strong {
    color: var(--_text);
    font-weight: 600;
  }
  .root .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--_space-3);
    margin-block-start: var(--_space-1);
    color: var(--_text-muted);
    font-size: 12px;
  }
  .legend li,
  .gap {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .root .gap {
    align-items: baseline;
    margin-block-start: var(--_space-2);
  }

  /* The same signs as on the canvas. */
  .sign {
    position: relative;
    flex: none;
    display: block;
    inline-size: 20px;
    block-size: 12px;
    print-color-adjust: exact;
  }
  .sign::before,
  .sign::after {
    content: '';
    position: absolute;
  }
  .sign:is(.net, .gross, .provisional, .forecast, .start)::before {
    inset: 5px 0 auto;
    border-block-start: 2px solid var(--_chart-ai);
  }
  .sign:is(.net, .provisional)::after {
    inset: 2px 6px;
    border: 2px solid var(--_chart-forecast);
    border-radius: 50%;
    background: var(--_chart-ai);
  }
  .sign.provisional::before {
    border-block-start-style: dashed;
  }
  .sign.provisional::after {
    background: var(--_bg);
  }
  .sign.range {
    border-radius: 3px;
    inline-size: 12px;
    background: color-mix(in srgb, var(--_chart-ai) 20%, transparent);
  }
  .sign.gross::before {
    border-color: var(--_chart-reopened);
  }
  .sign.gross::after {
    inset: 1px 5px 2px;
    background: var(--_chart-reopened);
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }
  .sign.forecast {
    border: 1px dashed var(--_chart-ai);
    border-radius: 3px;
    background: color-mix(in srgb, var(--_chart-forecast) 24%, transparent);
  }
  .sign.forecast::before {
    inset-block-start: 4px;
  }
  .sign.start::before {
    border-block-start: 2px dashed var(--_chart-baseline);
  }
  .sign.few::before,
  .sign.few::after {
    inset: 5px 5px auto;
    border-block-start: 2px solid var(--_text-muted);
    transform: rotate(45deg);
  }
  .sign.few::after {
    transform: rotate(-45deg);
  }

  .expect {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3) var(--_space-4);
    margin-block-start: var(--_space-3);
    padding: var(--_space-2) var(--_space-3);
    border: 1px dashed var(--_border-control);
    border-radius: var(--_radius);
  }
  .expect > :only-child {
    grid-column: 1 / -1;
  }
  .expect strong {
    font-weight: 600;
  }
  .root .help {
    margin-block-start: 4px;
    color: var(--_text-muted);
    font-size: 12px;
  }
  .record,
  .grades li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 var(--_space-2);
  }
  .track {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .root .grades {
    display: grid;
    gap: 4px;
    margin-block-start: 4px;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .grades li {
    flex-wrap: nowrap;
  }
  .grade {
    flex: none;
    font-weight: 600;
    color: var(--_positive);
  }
  .grade.miss {
    color: var(--_warning);
  }
  .expect summary {
    inline-size: fit-content;
    padding-block: 4px;
    border-radius: var(--_radius);
    color: var(--_link);
    font-size: 12px;
    cursor: pointer;
  }
  .blocks {
    display: grid;
    grid-template-rows: auto auto 1fr;
    gap: var(--_space-2);
    min-block-size: 1056px;
  }
  .skeleton .blocks .tall {
    block-size: auto;
  }
  .skeleton .blocks .wide {
    block-size: 110px;
  }

  @container (inline-size >= 720px) {
    .expect {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .blocks {
      min-block-size: 666px;
    }
  }
  @media (forced-colors: active) {
    .check input:checked::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .sign {
      forced-color-adjust: none;
    }
    .sign::before,
    .sign::after {
      border-color: CanvasText !important;
    }
    .sign:is(.net, .gross)::after {
      background: CanvasText;
    }
    .sign:is(.range, .forecast) {
      background: color-mix(in srgb, CanvasText 20%, Canvas);
    }
  }
  @media print {
    .controls,
    .expect details:not([open]) {
      display: none;
    }
  }
`;
