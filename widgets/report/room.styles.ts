import { css } from 'lit';

/** Room for cards that cannot say anything yet, of about the size that they will have. */
export const roomStyles = css`
  .room {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    block-size: var(--_narrow);
    overflow: hidden;
  }
  @container (inline-size >= 480px) {
    .room {
      block-size: var(--_middle);
    }
  }
  @container (inline-size >= 720px) {
    .room {
      block-size: var(--_wide);
    }
  }
  @container (inline-size >= 1000px) {
    .room {
      block-size: var(--_widest);
    }
  }
  .room .skeleton {
    grid-template-rows: auto minmax(0, 1fr);
    padding-block-end: 0;
  }
  .room .skeleton .wide {
    block-size: auto;
  }
  /* Where the title is not known yet. */
  .room .skeleton:first-child {
    grid-row: 1 / -1;
    padding-block-start: 0;
  }

  /* Measured in both languages on the report of an ordinary month, at the narrowest width of each step (the journey between two of the second, as its names take two lines in the narrowest); test/steady.e2e.ts holds it true. */
  .room[data-for='cost'] {
    --_narrow: 403px;
    --_middle: 383px;
    --_wide: 343px;
    --_widest: 322px;
  }
  .room[data-for='trend'] {
    --_narrow: 1103px;
    --_middle: 946px;
    --_wide: 791px;
    --_widest: 713px;
  }
  .room[data-for='journey'] {
    --_narrow: 849px;
    --_middle: 865px;
    --_wide: 762px;
    --_widest: 736px;
  }
  .room[data-for='after-hours'] {
    --_narrow: 863px;
    --_middle: 813px;
    --_wide: 515px;
    --_widest: 494px;
  }
  .room[data-for='reopen-rate'] {
    --_narrow: 480px;
    --_middle: 434px;
    --_wide: 464px;
    --_widest: 434px;
  }
  .room[data-for='turns'] {
    --_narrow: 476px;
    --_middle: 434px;
    --_wide: 464px;
    --_widest: 434px;
  }
  .room[data-for='sentiment'] {
    --_narrow: 341px;
    --_middle: 315px;
    --_wide: 234px;
    --_widest: 234px;
  }
  .room[data-for='how-we-count'] {
    --_narrow: 912px;
    --_middle: 745px;
    --_wide: 597px;
    --_widest: 508px;
  }
`;
