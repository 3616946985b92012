import { css } from 'lit';

export const styles = css`
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    margin-block-start: var(--_space-3);
  }
  .how {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2) 40px;
  }
  .method {
    max-inline-size: 60ch;
    font-size: 16px;
  }
  .fresh {
    display: grid;
    align-content: start;
    gap: var(--_space-1);
    max-inline-size: 60ch;
    color: var(--_text-muted);
  }
  .unknown {
    padding: var(--_space-3);
    border: 1px dashed var(--_border-control);
    border-radius: var(--_radius);
  }
  .unknown-title {
    margin-block-end: var(--_space-2);
    font-weight: 600;
  }
  .unknown > ul {
    display: grid;
    gap: var(--_space-2);
  }
  .unknown > ul > li {
    padding-block-start: var(--_space-2);
    border-block-start: 1px solid var(--_border);
  }
  .what {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 var(--_space-3);
    color: var(--_text);
  }
  .what strong {
    font-weight: 600;
  }
  .unknown li > p:not(.what),
  .list {
    max-inline-size: 70ch;
    color: var(--_text-muted);
  }
  .list {
    margin-block-start: 4px;
    columns: 2 200px;
    column-gap: var(--_space-4);
  }
  .list li {
    display: list-item;
    margin-inline-start: 1.2em;
    break-inside: avoid;
    list-style: disc;
  }

  .blocks {
    display: grid;
    grid-template-rows: repeat(3, auto) 1fr;
    gap: var(--_space-2);
    /* About what an ordinary month needs. */
    min-block-size: 830px;
  }
  .skeleton .blocks .wide {
    block-size: auto;
  }
  /* In large letters the number stands below its name. */
  @container (inline-size < 18em) {
    .what {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (inline-size >= 480px) {
    .blocks {
      min-block-size: 647px;
    }
  }
  @container (inline-size >= 720px) {
    .blocks {
      min-block-size: 450px;
    }
    .how,
    .unknown > ul {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .unknown > ul {
      column-gap: 40px;
    }
    /* What has a list of its own is as wide as two, and so is what would be alone in its row. */
    .unknown > ul > li:is(:has(.list), :nth-child(odd):last-child, :nth-child(odd):has(+ li .list)) {
      grid-column: 1 / -1;
    }
    .list {
      max-inline-size: none;
      column-gap: 40px;
    }
  }
`;
