import { html, type TemplateResult } from 'lit';

export interface ChartTable {
  /** Of the button that opens it. */
  summary: string;
  caption: string;
  /** The first names the rows. */
  columns: readonly string[];
  rows: readonly TableRow[];
  /** From the start, where there is no chart. */
  open: boolean;
}

export interface TableRow {
  /** A number that opens its chats is a button. */
  cells: readonly (string | TemplateResult)[];
  /** Not a fact as the others are, such as what is expected. */
  aside: boolean;
}

/** The figures of a chart as a table, for who cannot see it or wants the numbers. */
export function chartTable({ summary, caption, columns, rows, open }: ChartTable): TemplateResult {
  return html`<details class="chart-table" ?open=${open}>
    <summary>${summary}</summary>
    <div class="table-scroll" role="region" tabindex="0" aria-label=${caption}>
      <table part="table">
        <caption class="spoken">
          ${caption}
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(drawRow)}
        </tbody>
      </table>
    </div>
  </details>`;
}

function drawRow({ cells: [head, ...cells], aside }: TableRow): TemplateResult {
  return html`<tr class=${aside ? 'aside' : ''}>
    <th scope="row">${head}</th>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}
