import { css } from 'lit';

/** What became of chats, in the signs that all cards use, with their names beside them: filled, hatched, empty. Colour never speaks alone. */
export const squareStyles = css`
  .square {
    display: block;
    aspect-ratio: 1;
    border-radius: 3px;
    print-color-adjust: exact;
  }
  .square.solved {
    background: var(--_chart-ai);
  }
  .square.came_back {
    border: 2px solid var(--_chart-reopened);
    background: repeating-linear-gradient(135deg, var(--_chart-reopened) 0 2px, transparent 2px 5px);
  }
  .square.rest {
    border: 1px solid var(--_border-control);
  }
  @media (forced-colors: active) {
    .square {
      forced-color-adjust: none;
    }
    .square.solved {
      background: CanvasText;
    }
    .square.came_back {
      border: 2px dashed CanvasText;
      background: Canvas;
    }
    .square.rest {
      border-color: GrayText;
    }
  }
`;
