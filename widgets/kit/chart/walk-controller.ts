import { html, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { ChartController } from './chart-controller.ts';
import type { Spot } from './frame.ts';
import { openChats } from '../chats-button.ts';
import { offersChats } from '../offers-chats.ts';
import type { Opens } from '../said.ts';
import { inks } from './chart-theme.ts';

/** What stands above one place of the x axis, in words. */
export interface Place {
  /** Its category on the x axis. */
  at: number;
  title: string;
  lines: readonly string[];
  /** The value at which the tooltip points; null: none is drawn there. */
  value: number | null;
  /** What Enter opens here; null: nothing. */
  opens: Opens | null;
}

export interface Walk {
  /** What the chart shows, in one sentence. */
  label: string;
  /** How to walk. */
  hint: string;
  /** What a chart is called. */
  role: string;
  places: readonly Place[];
}

/** What a walk needs of a chart. */
type Ground = Pick<ChartController<never>, 'box' | 'locate' | 'categoryAt'>;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * The box of a chart, and reading it place by place: with a pointer, by tap, or with the keyboard (one tab stop, arrows, Home, End,
 * Enter opens the chats of the place, Escape closes). A tooltip shows the words, a live region says them to who walks by keyboard.
 */
export class WalkController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #chart: Ground;
  #places: readonly Place[] = [];
  #hovered: number | null = null;
  /** Where the keyboard or a tap stands; kept while the focus is elsewhere. */
  #cursor: number | null = null;
  #focused = false;
  #closed = false;
  #spoken = '';
  /** Whether the host lets numbers open their chats. */
  #offered = false;

  /** To be made after the chart's controller: it places what lies over the drawing. */
  constructor(host: ReactiveElement, chart: Ground) {
    this.#host = host;
    this.#chart = chart;
    host.addController(this);
  }

  draw({ label, hint, role, places }: Walk): TemplateResult {
    if (places !== this.#places) this.#enter(places);
    this.#offered = offersChats();
    const place = this.#shown === null ? undefined : places[this.#shown];
    return html`<div
        class="plot"
        part="chart"
        tabindex="0"
        role="application"
        aria-roledescription=${role}
        aria-label=${label}
        aria-describedby="walk-hint"
        ${ref(this.#chart.box)}
        @keydown=${this.#onKey}
        @focus=${this.#onFocus}
        @blur=${this.#onBlur}
        @pointerdown=${this.#onPress}
        @pointermove=${this.#onHover}
        @pointerleave=${this.#onLeave}
        @pointercancel=${this.#onLeave}
      >
        <div class="first"></div>
        <canvas aria-hidden="true"></canvas>
        ${inks}
        <i class="here" ?hidden=${place === undefined}></i>
        <div class="tip" aria-hidden="true" ?hidden=${place === undefined}>
          <strong>${place?.title}</strong>${place?.lines.map((line) => html`<p>${line}</p>`)}
        </div>
      </div>
      <p class="spoken" id="walk-hint">${hint}</p>
      <p class="spoken" role="status">${this.#spoken}</p>`;
  }

  /** Places the tooltip: its size is known once it is drawn. */
  hostUpdated(): void {
    const box = this.#chart.box.value;
    const at = this.#shown;
    if (box === undefined || at === null) return;
    const place = this.#places[at]!;
    const spot = this.#chart.locate(place.at, place.value);
    const tip = box.querySelector<HTMLElement>('.tip')!;
    if (spot === null) return;
    const { left, top } = besides(spot, box, tip);
    for (const [name, value] of Object.entries({ '--_x': spot.x, '--_y': spot.y, '--_left': left, '--_top': top })) box.style.setProperty(name, `${value}px`);
  }

  get #shown(): number | null {
    const at = this.#closed ? null : (this.#hovered ?? (this.#focused ? this.#cursor : null));
    return at !== null && at < this.#places.length ? at : null;
  }

  /** The nearest place: a chart may leave categories blank. */
  #under(event: PointerEvent): number | null {
    const category = this.#chart.categoryAt(event);
    if (category === null || this.#places.length === 0) return null;
    const distance = ({ at }: Place): number => Math.abs(at - category);
    return this.#places.reduce((best, place, index) => (distance(place) < distance(this.#places[best]!) ? index : best), 0);
  }

  /** Other places than before: what was pointed at is gone, the keyboard stays as near as it can. */
  #enter(places: readonly Place[]): void {
    this.#places = places;
    this.#hovered = null;
    this.#spoken = '';
    this.#cursor = this.#cursor === null || places.length === 0 ? null : Math.min(this.#cursor, places.length - 1);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return this.#show({ closed: true });
    if (event.key === 'Enter') return this.#open(event);
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    // The page must not scroll, nor a host's shortcut answer.
    event.preventDefault();
    event.stopPropagation();
    const last = this.#places.length - 1;
    this.#walkTo(Math.min(Math.max(step(this.#cursor ?? last, last), 0), last));
  };

  #open(event: KeyboardEvent): void {
    const opens = this.#cursor === null ? null : (this.#places[this.#cursor]?.opens ?? null);
    if (opens === null || !this.#offered || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    openChats(event.currentTarget as Element, opens.figure, opens);
  }

  #onFocus = (): void => {
    this.#focused = true;
    // The newest place is what a reader wants to know first.
    this.#walkTo(this.#cursor ?? this.#places.length - 1);
  };

  #onBlur = (): void => {
    this.#focused = false;
    this.#spoken = '';
    this.#show({ closed: false });
  };

  #onPress = (event: PointerEvent): void => {
    this.#cursor = this.#under(event) ?? this.#cursor;
    this.#show({ closed: false });
  };

  #onHover = (event: PointerEvent): void => {
    const at = this.#under(event);
    if (at === this.#hovered) return;
    this.#hovered = at;
    this.#show({ closed: false });
  };

  #onLeave = (): void => {
    this.#hovered = null;
    this.#show({ closed: false });
  };

  #walkTo(at: number): void {
    if (this.#places.length === 0) return;
    this.#cursor = at;
    this.#hovered = null;
    const { title, lines } = this.#places[at]!;
    this.#spoken = [title, ...lines].join('. ');
    this.#show({ closed: false });
  }

  #show({ closed }: { closed: boolean }): void {
    this.#closed = closed;
    this.#host.requestUpdate();
  }
}

/** Beside the point where there is room, else above or below it: a tooltip must not cover what it explains. */
function besides(spot: Spot, box: HTMLElement, tip: HTMLElement): { left: number; top: number } {
  const [width, height, gap] = [tip.offsetWidth, tip.offsetHeight, 14];
  const middle = Math.min(Math.max(spot.y - height / 2, 0), Math.max(0, box.clientHeight - height));
  if (spot.x + gap + width <= box.clientWidth) return { left: spot.x + gap, top: middle };
  if (spot.x - gap - width >= 0) return { left: spot.x - gap - width, top: middle };
  const left = Math.min(Math.max(spot.x - width / 2, 0), box.clientWidth - width);
  return { left, top: spot.y > box.clientHeight / 2 ? spot.y - gap - height : spot.y + gap };
}
