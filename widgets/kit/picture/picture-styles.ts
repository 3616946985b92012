import { css } from 'lit';

/** Apart from what it is for: the styles of every element contain them. */
export const pictureStyles = css`
  /* Its room is kept from the start: a title that breaks elsewhere would move the card. */
  .card-head {
    padding-inline-end: 36px;
  }
  .save {
    position: absolute;
    inset-block-start: calc(var(--_card-padding) - 4px);
    inset-inline-end: calc(var(--_card-padding) - 6px);
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .save:hover {
    background: var(--_bg-subtle);
    color: var(--_text);
  }
  @media print {
    .save {
      display: none;
    }
  }
`;
