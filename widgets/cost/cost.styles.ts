import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-1);
    min-block-size: 38px;
    margin-block-start: var(--_space-3);
  }
  .awaited {
    visibility: hidden;
  }
  .awaited::before {
    content: attr(data-label);
  }
  .units {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  /* The lower one in the middle of their room, so that no hole is left below it. */
  .unit {
    grid-area: 1 / 1;
    align-self: center;
  }
  /* In a narrow card one unit needs many lines more than the other. */
  .unit.other {
    display: none;
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-1);
    margin-block-start: var(--_space-3);
  }
  .main.ask {
    gap: var(--_space-2);
    justify-items: start;
  }
  .help {
    color: var(--_text-muted);
  }
  .lines {
    display: grid;
    gap: 4px;
  }
  .main:not(.two) .lines {
    color: var(--_text-muted);
  }
  .main.two .lines {
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_bg-ai);
  }
  .lines .better,
  .lines .worse {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .lines .better {
    color: var(--_positive);
  }
  .lines .worse {
    color: var(--_negative);
  }
  .formula {
    max-inline-size: 120ch;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .parts {
    display: grid;
    gap: 2px;
    color: var(--_text-muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .source {
    inline-size: fit-content;
    color: var(--_text-muted);
    font-size: 12px;
  }
  .root .source {
    margin-block-start: var(--_space-2);
  }
  .root .source + .source {
    margin-block-start: 2px;
  }
  .source.assumption {
    padding: 1px var(--_space-1);
    border: 1px dashed var(--_border-control);
    border-radius: var(--_radius);
    color: var(--_warning);
  }
  .history {
    margin-block-start: 2px;
    font-size: 12px;
  }
  .history summary {
    inline-size: fit-content;
    padding-block: 4px;
    border-radius: var(--_radius);
    color: var(--_link);
    cursor: pointer;
  }
  .history > :not(summary) {
    margin-block: var(--_space-1) 0;
  }
  .history ol {
    display: grid;
    gap: var(--_space-2);
    padding: 0;
    list-style: none;
  }
  .history li {
    padding-block-start: var(--_space-1);
    border-block-start: 1px solid var(--_border);
  }
  .history li p,
  .history dt {
    color: var(--_text-muted);
  }
  /* Four figures: two by two, or in one line, never three and one. */
  .history dl {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 4px var(--_space-2);
    max-inline-size: 720px;
    margin-block-start: 4px;
  }
  .history dd {
    margin: 0;
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }
  .note.notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-3);
  }

  .editing {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    margin-block-start: var(--_space-3);
  }
  .preview {
    display: grid;
    align-content: start;
    gap: 4px;
    padding: var(--_space-3);
    border: 1px dashed var(--_text-on-ai);
    border-radius: var(--_radius);
    background: var(--_bg-ai);
  }
  .preview-title {
    color: var(--_text-on-ai);
    font-size: 12px;
    font-weight: 600;
  }
  .preview .help {
    color: var(--_text);
  }
  .moving {
    color: var(--_text-on-ai);
    font-size: 24px;
    font-weight: 600;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .form {
    display: grid;
    gap: var(--_space-3);
  }
  .form-title {
    font-weight: 600;
  }
  .field label {
    font-weight: 600;
  }
  .field .input {
    inline-size: 100%;
    max-inline-size: 320px;
  }
  .hint {
    color: var(--_text-muted);
    font-size: 12px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
  }
  .conflict {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
    margin-block-start: var(--_space-3);
    padding: var(--_space-3);
    border: 1px solid var(--_warning);
    border-radius: var(--_radius);
  }
  .both {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .both th,
  .both td {
    padding: 6px var(--_space-1);
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: end;
    vertical-align: top;
  }
  .both th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  /* In large letters no figure is torn, nor cut off. */
  @container (inline-size < 18em) {
    .history dl {
      grid-template-columns: minmax(0, 1fr);
    }
    .both tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .both th:first-child {
      grid-column: 1 / -1;
    }
    .both tr * {
      padding-inline: 0;
      overflow-wrap: anywhere;
      text-align: start;
    }
  }
  .both thead th {
    color: var(--_text-muted);
    font-size: 12px;
  }
  .both .differs td {
    font-weight: 600;
  }

  .blocks {
    display: grid;
    align-content: start;
    gap: var(--_space-3);
    min-block-size: 260px;
  }
  .skeleton .blocks .control {
    block-size: 38px;
    inline-size: 160px;
  }
  .skeleton .blocks .tall {
    block-size: 46px;
    inline-size: 40%;
  }
  /* An amount such as Rp669,3 ribu in one line. */
  @container (inline-size < 480px) {
    .figure b {
      font-size: 40px;
    }
  }
  @container (inline-size >= 480px) {
    .history dl {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .blocks {
      gap: var(--_space-2);
      min-block-size: 250px;
    }
  }
  @container (inline-size >= 720px) {
    .unit.other {
      display: revert;
      visibility: hidden;
    }
    /* No room is kept for the other one where no chat was solved: one sentence would stand alone in it. */
    .units:not(:has(> .unit:first-child .figure)) .unit.other {
      display: none;
    }
    .blocks {
      min-block-size: 204px;
    }
    /* Its place is beside the figure. */
    .skeleton .blocks i:nth-child(n + 4) {
      display: none;
    }
    .editing {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
    }
    .preview {
      order: 1;
    }
    .figure b {
      font-size: 48px;
    }
    .main.two {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      column-gap: var(--_space-4);
      align-items: center;
    }
    .main.two .lines + .formula,
    .main.two .parts {
      grid-column: 1 / -1;
    }
    .main.two > div + .formula {
      padding: var(--_space-2) var(--_space-3);
      border-radius: var(--_radius);
      background: var(--_bg-subtle);
      color: var(--_text);
    }
  }
  @container (inline-size >= 1000px) {
    .blocks {
      min-block-size: 183px;
    }
  }
  @media print {
    .unit.other {
      display: none;
    }
    /* What nobody has opened cannot be opened on paper. */
    .head,
    .note,
    .history:not([open]),
    .history button {
      display: none;
    }
  }
`;
