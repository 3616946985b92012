import type { ReactiveController, ReactiveElement } from 'lit';
import type { ReportHead } from '@qontak/impact-contract';
import type { Connection, ReportError } from '#data';
import type { Announce, News } from './announce.ts';
import { connectionContext } from './connection-context.ts';
import { Inherited } from './inherited.ts';
import { isExplained } from './misplaced.ts';
import { leftPage } from './left-page.ts';
import { tellOfNoHelp } from './no-help.ts';
import { OwnReport } from './own-report.ts';
import { parentOf } from './page.ts';
import { type ReportSettings, reportSettings } from './page-wide.ts';
import { reportContext } from './report-context.ts';
import type { ReportState } from './report-state.ts';
import type { Settings } from './settings.ts';

/**
 * The report of an element: that of the report or provider above it, else the one its own settings ask for.
 * Settings are read at update time, when a host's framework has set all of them and elements above have been registered.
 */
export class ReportController implements ReactiveController {
  static readonly #all = new WeakMap<object, ReportController>();

  /** That of an element of ours. */
  static of(element: object): ReportController {
    return ReportController.#all.get(element)!;
  }

  readonly #host: ReactiveElement & Settings;
  readonly #announce: Announce;
  readonly #above: Inherited<ReportState>;
  readonly #connectionAbove: Inherited<Connection | null>;
  readonly #own: OwnReport;
  readonly #read: (report: ReportHead) => unknown;
  #away = false;
  /** It was in the page and is not any more. An element that was not there yet is waited for. */
  #left = false;
  #awaited: PromiseWithResolvers<void> | null = null;
  /** That the figures stand, until they are drawn. */
  #standing: News | null = null;

  /** @param read - Reads of a report what the element shows; fails with a `ReportError` where it does not fit. */
  constructor(host: ReactiveElement & Settings, announce: Announce, read: (report: ReportHead) => unknown = () => undefined) {
    this.#host = host;
    this.#announce = announce;
    this.#read = read;
    this.#above = new Inherited(host, reportContext);
    this.#connectionAbove = new Inherited(host, connectionContext);
    this.#own = new OwnReport({
      changed: () => host.requestUpdate(),
      told: (news) => this.#tell(news),
      read: (report) => void read(report),
      explained: ({ code, misuse }) =>
        isExplained(host, code) ||
        // Of what was given, and is wrong, it is to be said itself.
        ((misuse === 'IMPACT-001' || misuse === 'IMPACT-004') && tellOfNoHelp(host, (one) => ReportController.#all.has(one))),
    });
    ReportController.#all.set(host, this);
    host.addController(this);
  }

  get state(): ReportState {
    return this.#above.value ?? this.#own.state;
  }

  /** What the report is asked for by, here or at the report or provider above. */
  get asked(): ReportSettings {
    if (this.#above.value !== undefined)
      for (let around = parentOf(this.#host); around !== null; around = parentOf(around)) {
        const above = ReportController.#all.get(around);
        if (above !== undefined) return above.asked;
      }
    return reportSettings(this.#host);
  }

  /** The way to the service that the report comes from, for what a widget writes there. Null: there is none, or none now. */
  get connection(): Connection | null {
    return this.#above.value === undefined ? this.#own.connection : (this.#connectionAbove.value ?? null);
  }

  /** Asks again, keeping what is shown. Under a report or provider nothing happens: ask that one. */
  refresh(): Promise<void> {
    return this.#own.refresh();
  }

  /** Waits until the host shows the report; fails with why it cannot, and once it has left the page. */
  whenShown(): Promise<void> {
    this.#awaited ??= Promise.withResolvers();
    // A host that does not look at it must not find an unhandled rejection in its monitor.
    const { promise } = this.#awaited;
    promise.catch(() => undefined);
    this.#host.requestUpdate();
    if (this.#left) queueMicrotask(() => this.#giveUp());
    return promise;
  }

  /** What was drawn of the report failed: so does whoever waits for it. */
  refuse(error: ReportError | DOMException): void {
    this.#awaited?.reject(error);
    this.#awaited = null;
  }

  hostConnected(): void {
    this.#left = false;
    addEventListener('pagehide', this.#leavePage);
    addEventListener('pageshow', this.#returnToPage);
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#host.isConnected || this.#away) return;
    if (this.#above.value === undefined) this.#own.follow(this.asked);
    else {
      this.#own.leave();
      this.#standing = null;
    }
  }

  hostUpdated(): void {
    const { state } = this;
    if (this.#standing !== null) this.#tellDrawn(this.#standing);
    if (this.#awaited === null || state.status === 'loading' || !this.#host.isConnected) return;
    const { resolve, reject } = this.#awaited;
    this.#awaited = null;
    const error = state.status === 'failed' ? state.error : this.#misfit(state.report);
    if (error !== null) reject(error);
    else void this.#host.updateComplete.then(() => resolve());
  }

  /** What the element shows of a report that others share; null: it fits. */
  #misfit(report: ReportHead): ReportError | null {
    try {
      this.#read(report);
      return null;
    } catch (error) {
      return error as ReportError;
    }
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#leavePage);
    removeEventListener('pageshow', this.#returnToPage);
    // A move within the page disconnects and connects at once: only who stays away gives up the request.
    queueMicrotask(() => this.#giveUp());
  }

  #giveUp(): void {
    if (this.#host.isConnected) return;
    this.#left = true;
    this.#own.leave();
    this.refuse(leftPage());
  }

  // A browser keeps a page that one has left as it was, and shows it on the way back, perhaps after a sign-out on a shared computer:
  // it must not keep figures. On return they are asked for anew.
  #leavePage = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    this.#away = true;
    this.#own.forget();
  };

  #returnToPage = (): void => {
    this.#away = false;
    this.#host.requestUpdate();
  };

  #tell(news: News): boolean {
    this.#standing = news.kind === 'ready' ? news : null;
    return news.kind === 'ready' || this.#announce(this.#host, news);
  }

  /** Ready is what the reader sees: after drawing, not before. */
  #tellDrawn(news: News): void {
    this.#standing = null;
    void this.#host.updateComplete.then(() => this.#announce(this.#host, news));
  }
}
