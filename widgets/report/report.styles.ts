import { css } from 'lit';

export const styles = css`
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
  }
  /* Widgets whose code is on its way keep about the room that they will take. */
  .stack > :not(:defined) {
    display: block;
    min-block-size: 320px;
  }
  .stack > .share:not(:defined) {
    min-block-size: 38px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19em), 1fr));
    gap: var(--_space-3);
  }
  .pair > * {
    min-inline-size: 0;
  }
  .notice strong {
    font-weight: 600;
  }
`;
