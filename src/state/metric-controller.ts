import type { Reason, ReportHead, ReportMeta, Unavailable } from '@qontak/impact-contract';
import type { ReactiveElement } from 'lit';
import { complain, complainOf, type Connection, type ReportError } from '#data';
import type { Announce } from './announce.ts';
import { ReportController } from './report-controller.ts';
import type { ReportState, Stale } from './report-state.ts';
import type { SeenOptions } from './seen-controller.ts';
import type { Settings } from './settings.ts';

/** One metric as its widget shows it: a value, the reason for none, or what keeps it, or the whole report, away. */
export type MetricState<T> =
  | { status: 'loading' }
  | { status: 'failed'; error: ReportError; shown: boolean; retry: () => void }
  | { status: 'unavailable'; reason: Reason; meta: ReportMeta }
  | { status: 'ready'; value: T; meta: ReportMeta; stale: Stale | null };

/** A metric of the report: a value of its own shape, or unavailable. It may throw a `ReportError`: the metric does not fit. */
type Slot<T> = (report: ReportHead) => T | Unavailable;

/** What a report says of one metric. */
export function metricStateOf<T extends { status: 'ok' }>(state: ReportState, slot: Slot<T>): MetricState<T> {
  if (state.status !== 'ready') return state;
  const { report, stale } = state;
  const { meta } = report;
  try {
    const value = slot(report);
    return value.status === 'unavailable' ? { status: 'unavailable', reason: value.reason, meta } : { status: 'ready', value, meta, stale };
  } catch (cause) {
    // Of a report that others share: one that is the element's own has failed as a whole.
    const error = cause as ReportError;
    complainOf(error);
    return { status: 'failed', error, shown: true, retry: () => undefined };
  }
}

/** A widget's slice of the report: `new MetricController(this, ({ data }) => data.hero, announce)`. */
export class MetricController<T extends { status: 'ok' }> {
  readonly #report: ReportController;
  readonly #slot: Slot<T>;

  constructor(host: ReactiveElement & Settings, slot: Slot<T>, announce: Announce) {
    this.#report = new ReportController(host, announce, slot);
    this.#slot = slot;
    let watched = false;
    host.addController({
      // After the figures, for which somebody waits.
      hostUpdated: () => {
        if (watched || !this.#stands()) return;
        watched = true;
        void watch(host, { wanted: () => this.#stands(), seen: (ms) => announce(host, { kind: 'seen', ms }) });
      },
    });
  }

  get state(): MetricState<T> {
    return metricStateOf(this.#report.state, this.#slot);
  }

  /** There is something to read: the metric, or why it has no value. */
  #stands(): boolean {
    const { status } = this.state;
    return status === 'ready' || status === 'unavailable';
  }

  /** The way to the service, for a widget that also writes there; null: there is none. */
  get connection(): Connection | null {
    return this.#report.connection;
  }

  /** Whose report is shown; null: none is. */
  get organization(): string | null {
    const { state } = this.#report;
    return state.status === 'ready' ? state.report.meta.organization.id : null;
  }

  /** Asks for the report again, keeping what is shown. */
  refresh(): Promise<void> {
    return this.#report.refresh();
  }
}

async function watch(host: ReactiveElement, options: SeenOptions): Promise<void> {
  try {
    const { SeenController } = await import('./seen-controller.ts');
    new SeenController(host, options);
  } catch {
    complain('IMPACT-025', 'impact-view');
  }
}
