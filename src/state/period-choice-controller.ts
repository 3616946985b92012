import type { ReactiveController, ReactiveElement } from 'lit';
import type { Settings } from './settings.ts';

/** The days of a report as a client asks for them: a month or the last full days, or two dates. */
export type PeriodChoice =
  | {
      /** A month `2026-10` or the last full days `P30D`; else there are `from` and `to`. */
      period: string;
    }
  | {
      /** First local day of the organization, `2026-10-01`. */
      from: string;
      /** Last local day, included. */
      to: string;
    };

/** What a reader wants to see. `channel: null`: all. */
export type ReportChoice = PeriodChoice & {
  /** Chats of this channel alone; null: of all. */
  channel: string | null;
};

/** The event that carries a choice; the kit makes it. */
export const PERIOD_CHANGE = 'impact-period-change';

/**
 * Turns an element's own settings to what a reader chooses on it or below it. A host that wants to decide itself (an address, a
 * confirmation) prevents the event's default and sets the settings.
 */
export class PeriodChoiceController implements ReactiveController {
  readonly #host: ReactiveElement & Settings;

  constructor(host: ReactiveElement & Settings) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener(PERIOD_CHANGE, this.#take);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener(PERIOD_CHANGE, this.#take);
  }

  #take = (event: Event): void => {
    const choice = (event as CustomEvent<ReportChoice>).detail;
    // Elements further out hear of it later than this one, and may still prevent it.
    queueMicrotask(() => {
      if (!event.defaultPrevented) applyChoice(this.#host, choice);
    });
  };
}

function applyChoice(settings: Settings, choice: ReportChoice): void {
  settings.period = 'period' in choice ? choice.period : undefined;
  settings.from = 'from' in choice ? choice.from : undefined;
  settings.to = 'to' in choice ? choice.to : undefined;
  settings.channel = choice.channel ?? undefined;
}
