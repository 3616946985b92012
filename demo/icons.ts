// Plain shapes drawn for this demo. They stand for the shell's icons and are none of them.
import { svg, type SVGTemplateResult } from 'lit';

const SHAPES = {
  menu: svg`<path d="M3 5h14M3 10h14M3 15h14" />`,
  fold: svg`<path d="M12 5l-5 5 5 5" />`,
  home: svg`<path d="M4 9l6-5 6 5v7H4z" />`,
  inbox: svg`<path d="M3 4h14v9h-8l-4 3v-3H3z" />`,
  contacts: svg`<circle cx="10" cy="7" r="3" /><path d="M4 17c0-4 12-4 12 0" />`,
  broadcast: svg`<path d="M4 8v4l9 4V4zM16 8v4" />`,
  ai: svg`<path d="M10 3l2 5 5 2-5 2-2 5-2-5-5-2 5-2z" />`,
  reports: svg`<path d="M4 16V9M10 16V4M16 16v-5" />`,
  settings: svg`<circle cx="10" cy="10" r="3" /><path d="M10 3v3M10 14v3M3 10h3M14 10h3" />`,
} as const satisfies Record<string, SVGTemplateResult>;
export type IconName = keyof typeof SHAPES;

/** An ornament beside words; screen readers pass over it. */
export const icon = (name: IconName): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
