import type { ReportHead } from '@qontak/impact-contract';
import { onlineManager, QueryObserver } from '@tanstack/query-core';
import type { Connection } from './connection.ts';
import type { ReportError } from './errors.ts';
import { beginLooking, endLooking } from './keep.ts';
import { reportOptions } from './query-options.ts';
import type { ReportQuery } from './report-query.ts';

/** What is known of a report now. Data and error together: renewing failed and the data are older. */
export interface ReportResult {
  data: ReportHead | undefined;
  error: ReportError | null;
  /** When the data were fetched, in milliseconds since the epoch. */
  dataUpdatedAt: number;
}

/** One viewer of a report: asks for it when nobody has, shares it with who else has, and stops the request when the last one leaves. */
export class ReportWatch {
  readonly connection: Connection;
  readonly #observer: QueryObserver<ReportHead, ReportError>;
  readonly #unsubscribe: () => void;

  constructor(connection: Connection, query: ReportQuery, changed: () => void) {
    this.connection = connection;
    this.#observer = new QueryObserver(connection.client, reportOptions(connection, query));
    // The library believes in a network until it hears otherwise. Of a page that opens offline it would then never notice the return.
    if (globalThis.navigator?.onLine === false) onlineManager.setOnline(false);
    // While someone watches, the client renews on a return to the tab or to the network.
    connection.client.mount();
    beginLooking(connection);
    this.#unsubscribe = this.#observer.subscribe(changed);
  }

  get result(): ReportResult {
    return this.#observer.getCurrentResult();
  }

  /** Turns to another period or channel; what was shown before is gone until the answer, never passed off as it. */
  ask(query: ReportQuery): void {
    this.#observer.setOptions(reportOptions(this.connection, query));
  }

  async refresh(): Promise<void> {
    await this.#observer.refetch();
  }

  stop(): void {
    this.#unsubscribe();
    this.connection.client.unmount();
    endLooking(this.connection);
  }
}
