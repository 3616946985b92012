import { css } from 'lit';

export const styles = css`
  form,
  .dates {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space-2) var(--_space-3);
  }
  .field {
    flex: 0 1 auto;
  }
  select.input {
    inline-size: 100%;
    text-overflow: ellipsis;
  }
  .dates .problem {
    flex-basis: 100%;
  }
  .dates .problem:empty {
    display: none;
  }
  .status {
    display: var(--impact-card-period, block);
    margin-block-start: var(--_space-1);
    color: var(--_text-muted);
    font-size: 12px;
  }
  .skeleton {
    grid-template-columns: minmax(0, 280px) minmax(0, 160px);
    padding-block: 22px 0;
  }
  .skeleton i {
    block-size: 38px;
    /* It lies on the page, not on a card. */
    background: var(--_border);
  }

  @container (inline-size < 480px) {
    /* One below the other: side by side, the name of a month would be cut. */
    .field {
      flex: 1 1 100%;
    }
    .skeleton {
      grid-template-columns: minmax(0, 1fr);
      row-gap: 34px;
    }
    .dates {
      inline-size: 100%;
    }
    .dates .field {
      flex: 1 1 9.2em;
    }
    .dates .input {
      inline-size: 100%;
    }
  }
  @media print {
    form {
      display: none;
    }
  }
`;
