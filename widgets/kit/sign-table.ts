import { css, html, nothing, type TemplateResult } from 'lit';

/** What became of some chats: the sign that the drawing above has for them, and how many they are. */
interface SignRow {
  kind: 'solved' | 'came_back' | 'rest';
  /** Of 100, or a percentage; null where only real counts are honest. */
  value: string | null;
  name: string;
  chats: TemplateResult;
}

interface SignTable {
  caption: string;
  /** `value` null: no row has one. */
  columns: { name: string; value: string | null; chats: string };
  rows: readonly SignRow[];
}

/** The legend of a drawing with its figures: a table, so that who hears it hears of each number what it counts. Its heads are seen without words. */
export function signTable({ caption, columns: { name, value, chats }, rows }: SignTable): TemplateResult {
  return html`<table class="legend" part="table">
    <caption class="spoken">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${[value, name, chats].map((head) => (head === null ? nothing : html`<th scope="col"><span class="spoken">${head}</span></th>`))}
      </tr>
    </thead>
    <tbody>
      ${rows.map(drawRow)}
    </tbody>
  </table>`;
}

function drawRow({ kind, value, name, chats }: SignRow): TemplateResult {
  const sign = html`<i class="square ${kind}"></i>`;
  return html`<tr>
    ${
      value === null
        ? nothing
        : html`<td class="value">
            <span>${sign}<b>${value}</b></span>
          </td>`
    }
    <th scope="row">${value === null ? html`<span>${sign}${name}</span>` : name}</th>
    <td class="chats">${chats}</td>
  </tr>`;
}

export const signTableStyles = css`
  .legend {
    inline-size: 100%;
    margin-block-start: 9px;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .legend thead th {
    padding: 0;
  }
  .legend tbody :is(th, td) {
    padding: 3px 0;
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .legend .value > span,
  .legend tbody th > span {
    display: flex;
    gap: var(--_space-1);
    align-items: baseline;
  }
  .legend .value > span {
    justify-content: space-between;
  }
  .legend .square {
    flex: none;
    inline-size: 12px;
  }
  .legend b {
    font-weight: 600;
  }
  /* As narrow as its numbers. */
  .legend .value {
    inline-size: 1px;
    padding-inline-end: var(--_space-1);
    white-space: nowrap;
  }
  .legend tbody .chats {
    padding-inline-start: var(--_space-1);
    color: var(--_text-muted);
    text-align: end;
    white-space: nowrap;
  }
  /* In large letters the chats stand below their name: no word is torn, nor a number. */
  @container (inline-size < 18em) {
    .legend :is(tbody tr, .chats) {
      display: block;
    }
    .legend .value {
      inline-size: 3.6em;
    }
  }
`;
