// Measured in both languages on the report of an ordinary month, at the narrowest width of each step; test/steady.e2e.ts holds it true.
import { css } from 'lit';

/** Room for cards that cannot say anything yet, of about the size that they will have. */
export const roomStyles = css`
  .room {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-lg);
    background: var(--_bg);
  }
  .room[data-for='cost'] {
    block-size: 345px;
  }
  .room[data-for='trend'] {
    block-size: 1100px;
  }
  .room[data-for='journey'] {
    block-size: 840px;
  }
  .room[data-for='after-hours'] {
    block-size: 858px;
  }
  .room[data-for='reopen-rate'] {
    block-size: 480px;
  }
  .room[data-for='turns'] {
    block-size: 478px;
  }
  .room[data-for='sentiment'] {
    block-size: 340px;
  }
  .room[data-for='how-we-count'] {
    block-size: 912px;
  }
  @container (inline-size >= 480px) {
    .room[data-for='cost'] {
      block-size: 277px;
    }
    .room[data-for='trend'] {
      block-size: 926px;
    }
    .room[data-for='journey'] {
      block-size: 865px;
    }
    .room[data-for='after-hours'] {
      block-size: 813px;
    }
    .room[data-for='reopen-rate'] {
      block-size: 434px;
    }
    .room[data-for='turns'] {
      block-size: 458px;
    }
    .room[data-for='sentiment'] {
      block-size: 306px;
    }
    .room[data-for='how-we-count'] {
      block-size: 745px;
    }
  }
  @container (inline-size >= 720px) {
    .room[data-for='cost'] {
      block-size: 261px;
    }
    .room[data-for='trend'] {
      block-size: 770px;
    }
    .room[data-for='journey'] {
      block-size: 750px;
    }
    .room[data-for='after-hours'] {
      block-size: 548px;
    }
    .room[data-for='reopen-rate'] {
      block-size: 466px;
    }
    .room[data-for='turns'] {
      block-size: 466px;
    }
    .room[data-for='sentiment'] {
      block-size: 234px;
    }
    .room[data-for='how-we-count'] {
      block-size: 586px;
    }
  }
  @container (inline-size >= 1000px) {
    .room[data-for='cost'] {
      block-size: 240px;
    }
    .room[data-for='trend'] {
      block-size: 713px;
    }
    .room[data-for='journey'] {
      block-size: 736px;
    }
    .room[data-for='after-hours'] {
      block-size: 527px;
    }
    .room[data-for='reopen-rate'] {
      block-size: 434px;
    }
    .room[data-for='turns'] {
      block-size: 434px;
    }
    .room[data-for='sentiment'] {
      block-size: 234px;
    }
    .room[data-for='how-we-count'] {
      block-size: 496px;
    }
  }
`;
