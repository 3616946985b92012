import { css } from 'lit';

/** Of the printed page: black on white, in points. */
export const styles = css`
  .paper {
    all: initial;
    display: block;
    color-scheme: light;
    color: #272b32;
    font: 400 12pt/1.5 var(--_font);
    text-wrap: pretty;
    overflow-wrap: break-word;
    print-color-adjust: exact;
  }
  h1,
  h2,
  p,
  ul,
  figure {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  header {
    padding-block-end: 10pt;
    border-block-end: 1pt solid #758195;
    color: #535c6b;
    font-size: 10pt;
  }
  h1 {
    color: #272b32;
    font-size: 15pt;
    font-weight: 600;
    line-height: 1.3;
  }
  .sample {
    margin-block-start: 6pt;
    padding: 4pt 6pt;
    border: 1pt dashed #a14a0b;
    color: #a14a0b;
    font-weight: 600;
  }
  .headline {
    margin-block-start: 18pt;
    font-size: 19pt;
    font-weight: 600;
    line-height: 1.35;
  }
  .gap {
    margin-block-start: 8pt;
    font-size: 14pt;
  }
  figure {
    margin-block: 18pt;
  }
  figcaption {
    margin-block-end: 4pt;
    color: #535c6b;
    font-size: 10pt;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 24pt;
  }
  rect.solved {
    fill: #8270db;
  }
  rect.came_back {
    fill: url(#hatch);
    stroke: #e46910;
  }
  rect.stripe {
    fill: #e46910;
  }
  rect.rest {
    fill: #ffffff;
    stroke: #758195;
    stroke-width: 2;
  }
  .legend {
    margin-block-start: 6pt;
    font-size: 11pt;
  }
  .legend i {
    display: inline-block;
    box-sizing: border-box;
    inline-size: 9pt;
    block-size: 9pt;
    margin-inline-end: 6pt;
    border: 1pt solid #758195;
  }
  i.solved {
    border-color: #8270db;
    background: #8270db;
  }
  i.came_back {
    border-color: #e46910;
    background: repeating-linear-gradient(45deg, #e46910 0 2px, transparent 2px 5px);
  }
  .worth {
    margin-block: 14pt;
    padding: 8pt 12pt;
    border: 1pt solid #758195;
    border-radius: 6pt;
    font-size: 13pt;
    font-weight: 600;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 24pt;
    margin-block-start: 16pt;
    break-inside: avoid;
  }
  .two > :only-child {
    grid-column: 1 / -1;
  }
  .two h2 {
    margin-block-end: 8pt;
  }
  .columns {
    block-size: 84pt;
    overflow: visible;
  }
  .columns .foot {
    stroke: #758195;
  }
  .columns .open {
    fill: #ffffff;
    stroke: #8270db;
    stroke-width: 2;
    stroke-dasharray: 5 3;
  }
  .months {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    font-size: 9pt;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .months b {
    font-weight: 600;
  }
  .small {
    margin-block-start: 4pt;
    color: #535c6b;
    font-size: 9pt;
  }
  .rows {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 10pt;
    font-variant-numeric: tabular-nums;
  }
  .rows th,
  .rows td {
    padding: 2.5pt 0;
    border-block-end: 0.5pt solid #dcdfe4;
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }
  .rows td {
    inline-size: 1%;
    padding-inline-start: 10pt;
    text-align: end;
    white-space: nowrap;
  }
  .rows .all :is(th, td) {
    font-weight: 600;
  }
  .how {
    margin-block-start: 18pt;
    padding: 10pt 12pt;
    border: 1pt solid #dcdfe4;
    border-radius: 6pt;
    font-size: 11pt;
    break-inside: avoid;
  }
  h2 {
    font-size: 12pt;
    font-weight: 600;
  }
`;
