import { css } from 'lit';

export const formStyles = css`
  .editor {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
    margin-block-start: var(--_space-3);
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid var(--_border);
  }
  .editor-title,
  .holidays-title,
  .theirs-title {
    padding: 0;
    font-weight: 600;
  }
  .editor .hint {
    color: var(--_text-muted);
  }
  .editor > .field {
    justify-items: start;
  }
  .editor > .field > span {
    color: inherit;
    font-size: inherit;
    font-weight: 600;
  }
  .day {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-1);
    justify-items: start;
    padding-block: var(--_space-2);
    border-block-start: 1px solid var(--_border);
  }
  .day-name {
    font-weight: 600;
  }
  .day .segment span {
    min-block-size: 32px;
    padding-inline: var(--_space-2);
  }
  .shifts {
    display: grid;
    justify-items: start;
    gap: var(--_space-1);
  }
  .shift {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--_space-1);
  }
  /* As high as the choice beside it. */
  .shift .time {
    inline-size: 8.9em;
    min-block-size: 34px;
    padding-inline: var(--_space-1) 4px;
  }
  .next-day {
    color: var(--_text-muted);
    font-size: 12px;
  }
  .link {
    min-block-size: 32px;
    margin: 0;
    padding: 0 4px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_link);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
  }
  .link {
    margin-inline-start: -4px;
  }
  .theirs {
    margin-block-end: var(--_space-2);
    padding: var(--_space-2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .holidays {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--_space-1);
    min-inline-size: 0;
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid var(--_border);
  }
  .holiday {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1);
    inline-size: 100%;
  }
  /* Where its fields are one below the other, it ends before the next one begins. */
  @container (inline-size < 480px) {
    .holiday:has(~ .holiday) {
      margin-block-end: var(--_space-2);
    }
  }
  .holiday [type='text'] {
    flex: 1 1 13.5em;
    max-inline-size: 320px;
  }
  .holiday [type='text']::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .end {
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid var(--_border);
  }
  .end .problem:not(:empty) {
    margin-block-end: var(--_space-2);
    font-size: 14px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
  }

  @container (inline-size >= 600px) {
    .day {
      grid-template-columns: 96px auto minmax(0, 1fr);
      gap: var(--_space-1) var(--_space-3);
      align-items: start;
    }
    .day-name {
      padding-block: 6px;
    }
    .day > .problem {
      grid-column: 2 / -1;
    }
  }
  @media print {
    .editor {
      display: none;
    }
  }
`;
