import type { ReactiveController, ReactiveElement } from 'lit';
import { openChats } from '#kit';
import type { StationView } from './journey.view.ts';
import { type Spot, START, step } from './journey.walk.ts';

/** What the reader looks at: by pointer or by keyboard, one spot at a time. It is one stop for the Tab key; arrow keys walk inside. */
export class Pointing implements ReactiveController {
  /** What is highlighted and told; null: nothing. */
  spot: Spot | null = null;
  /** A spot with the focus speaks for itself: told once more, a screen reader would say it twice. */
  byFocus = false;
  readonly #host: ReactiveElement;
  #home: Spot = START;
  #stations: readonly StationView[] = [];
  /** What was shown before a finger came down. */
  #before: Spot | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.spot = null;
  }

  /** Where the Tab key comes in, among the stations that are drawn now. */
  among(stations: readonly StationView[]): Spot {
    this.#stations = stations;
    if (!stations.some(({ id }) => id === this.#home.id)) this.#home = START;
    if (this.spot !== null && !stations.some(({ id }) => id === this.spot!.id)) {
      this.spot = null;
      this.byFocus = false;
    }
    return this.#home;
  }

  readonly over = (event: PointerEvent): void => {
    // A finger has no hover: its tap comes as a click.
    if (event.pointerType !== 'touch') this.#show(spotAt(event), false);
  };

  readonly leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.#show(this.byFocus ? this.#home : null, this.byFocus);
  };

  readonly down = (): void => {
    this.#before = this.spot;
  };

  readonly focusIn = (event: FocusEvent): void => {
    const spot = spotAt(event);
    if (spot !== null) this.#home = spot;
    this.#show(spot, true);
  };

  readonly focusOut = (): void => this.#show(null, false);

  readonly key = (event: KeyboardEvent): void => {
    const spot = spotAt(event);
    if (spot === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#open(spot, event.target as Element);
      return;
    }
    const next = step(this.#stations, spot, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#host.renderRoot.querySelector<SVGElement>(`.item[data-kind="${next.kind}"][data-id="${next.id}"]`)?.focus();
  };

  readonly click = (event: MouseEvent): void => {
    const spot = spotAt(event);
    const first = this.#before === null || spot === null || this.#before.id !== spot.id || this.#before.kind !== spot.kind;
    // The first tap of a finger is what hovering is to a mouse.
    const touched = 'pointerType' in event && event.pointerType === 'touch';
    if (touched && first) this.#show(spot, false);
    else if (spot !== null) this.#open(spot, event.target as Element);
  };

  #open({ id }: Spot, from: Element): void {
    const figure = this.#stations.find((station) => station.id === id)?.figure ?? null;
    if (figure !== null) openChats(from, figure);
  }

  #show(spot: Spot | null, byFocus: boolean): void {
    if (byFocus === this.byFocus && spot?.id === this.spot?.id && spot?.kind === this.spot?.kind) return;
    this.spot = spot;
    this.byFocus = byFocus;
    this.#host.requestUpdate();
  }
}

/** The spot on which something happened. */
function spotAt(event: Event): Spot | null {
  const item = (event.target as Element).closest<SVGElement>('[data-kind]');
  return item === null ? null : { kind: item.dataset.kind as Spot['kind'], id: item.dataset.id as Spot['id'] };
}
