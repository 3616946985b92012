import { css } from 'lit';

/**
 * The wall against the host's styles. On an inner element, because rules of the page beat those on `:host`. Sizes in px and em:
 * a page may have set the rem to anything. `all: initial` also resets `color-scheme`, on which light-dark() depends.
 */
export const rootStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    all: initial;
    direction: inherit;
    color-scheme: inherit;
    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    color: var(--_text);
    font: 400 var(--_font-size) / 1.5 var(--_font);
    text-size-adjust: 100%;
    text-wrap: pretty;
    overflow-wrap: break-word;
  }
  :host(:state(light)) .root {
    color-scheme: light;
  }
  :host(:state(dark)) .root {
    color-scheme: dark;
  }
  /* Paper is white, whatever the screen was. */
  @media print {
    .root,
    :host(:state(dark)) .root {
      color-scheme: light;
    }
  }
  .root *,
  .root *::before,
  .root *::after {
    box-sizing: border-box;
  }
  /* What lies over the foot of a report covers nothing that the keyboard comes to, its outline included. */
  .root * {
    scroll-margin-block-end: calc(var(--_foot, 0px) + 4px);
  }
  /* Without weight, so that a class of a widget needs no tricks to say otherwise. */
  :where(.root p, .root ul, .root li) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .root :focus-visible,
  .root:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .together {
    white-space: nowrap;
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
