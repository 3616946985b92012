import { html, type TemplateResult } from 'lit';

/** The colours a chart may use, by what they stand for. */
export const INKS = ['ai', 'ai-range', 'ai-forecast', 'reopened', 'baseline', 'grid', 'muted', 'bg'] as const;
export type Ink = (typeof INKS)[number];

/** What a canvas has to be told because no style sheet reaches into it. */
export interface ChartTheme {
  inks: Readonly<Record<Ink, string>>;
  font: string;
}

/**
 * One element for each colour. A canvas understands no `var()` and `getPropertyValue` gives that raw text; a computed `color` is
 * resolved. They also tell of a change, whatever its cause (theme, host's override, system): the style sheet gives them a transition
 * of 1 ms, whose end is an event.
 */
export const inks: TemplateResult = html`<span class="inks" aria-hidden="true">${INKS.map((ink) => html`<i class=${`ink-${ink}`}></i>`)}</span>`;

export function readTheme(box: Element): ChartTheme {
  const entries = INKS.map((ink) => [ink, getComputedStyle(box.querySelector(`.ink-${ink}`)!).color] as const);
  return { inks: Object.fromEntries(entries) as Record<Ink, string>, font: getComputedStyle(box).fontFamily };
}

export const isInkChange = ({ target }: Event): boolean => target instanceof Element && target.matches('.inks > i');
