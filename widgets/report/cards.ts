// The cards below the headline. Before they can say anything, room of about their size stands in their place, and gives way to them at once:
// a card that grew where it stands would push away those below it.
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { html as tagged, unsafeStatic } from 'lit/static-html.js';
import { ownTag } from '#kit';
import type { Comparison, ReportState, View } from '#state';

interface Cards {
  /** Below the headline, one below the other. */
  stack: readonly string[];
  /** Side by side where there is width for it. */
  pair: readonly string[];
}

/** In the order of the question "is it worth the money?": what AI did, what that is worth, how it moved, where the rest went, how we know. */
const ALL: Cards = { stack: ['cost', 'trend', 'journey', 'after-hours'], pair: ['reopen-rate', 'turns', 'sentiment'] };

/** What each view shows beside the headline and how we count, which are in all of them: no figure stands without the honest one and where it is from. */
const SHOWN: Readonly<Record<View, readonly string[]>> = {
  overview: ['trend', 'after-hours'],
  value: ['cost', 'trend'],
  diagnostic: ['journey', 'reopen-rate', 'turns', 'sentiment'],
};

interface Standing {
  /** Whether a card has been drawn once. */
  stands: (name: string) => boolean;
  /** What a card that is hidden for now has said that it is about. */
  titleOf: (name: string) => string | null;
}

/**
 * The cards of a view, and room for those that have not been drawn yet. They are hidden while a report is awaited, not taken away: what a reader
 * chose or wrote in them stays, and their titles stand over the room for them.
 */
export function drawCards(view: View | undefined, level: number, { status }: ReportState, { stands, titleOf }: Standing): TemplateResult {
  const shown = (names: readonly string[]): string[] => names.filter((name) => view === undefined || SHOWN[view].includes(name));
  const cards: Cards = { stack: shown(ALL.stack), pair: shown(ALL.pair) };
  const names = [...cards.stack, ...cards.pair, HOW];
  const here = names.every((name) => customElements.get(tagOf(name)) !== undefined);
  // What stands side by side comes together, and what stands below waits for what is drawn above it, also where another view had it already:
  // none of them has to make place for another.
  const first = names.findIndex((name) => !(cards.pair.includes(name) ? cards.pair : [name]).every(stands));
  const waiting = status === 'loading' ? names : first === -1 ? [] : names.slice(first);
  const waits = (name: string): boolean => waiting.includes(name);
  // What lies above may grow when it is drawn. Room that is new then has not moved.
  const above = `${status} ${waiting.length}`;
  return html`${here ? arrange(cards, (name) => drawWidget(name, level, waits(name))) : nothing}
  ${keyed(
    above,
    arrange(cards, (name) => (waits(name) ? drawRoom(name, titleOf(name)) : null)),
  )}`;
}

const HOW = 'how-we-count';

/** Every card below the headline, in whatever view. */
export const CARDS: readonly string[] = [...ALL.stack, ...ALL.pair, HOW];

function arrange({ stack, pair }: Cards, draw: (name: string) => TemplateResult | null): TemplateResult {
  const [below, beside] = [stack, pair].map((names) => names.map(draw).filter((drawn) => drawn !== null));
  return html`${below} ${beside!.length === 0 ? nothing : html`<div class="pair">${beside}</div>`} ${draw(HOW)}`;
}

const drawRoom = (name: string, title: string | null): TemplateResult =>
  html`<div class="card room" data-for=${name} aria-hidden="true">
    ${title === null ? nothing : html`<div class="card-title">${title}</div>`}
    <div class="skeleton"><i class="short"></i><i class="wide"></i></div>
  </div>`;

/** By the tag that our own copy of the widget has, which another copy of the library may have made another one. */
const tagOf = (name: string): string => ownTag(`qontak-impact-${name}`);

export function drawHero(level: number, compare: Comparison | undefined): TemplateResult {
  const tag = unsafeStatic(tagOf('hero'));
  return tagged`<${tag} class="hero" heading-level=${level} compare=${compare ?? ''} exportparts=${PARTS}></${tag}>`;
}

export function drawWidget(name: string, level: number, hidden = false): TemplateResult {
  const tag = unsafeStatic(tagOf(name));
  return tagged`<${tag} class=${name} heading-level=${level} ?hidden=${hidden} exportparts=${PARTS}></${tag}>`;
}

/** What a host may style inside the cards. */
const PARTS = 'card, title, value, delta, chart, table, chats-button, picture-button, skeleton, error, button, input';
