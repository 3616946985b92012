import { type Connection, complain } from '#data';

/** Nobody signs in that often. */
const CHANGES = 3;
const WITHIN_MS = 10_000;

/** Notices a host that makes tokenProvider anew at every rendering: each is another user to us, with a request of its own. */
export class Churn {
  #moments: number[] = [];

  changed(from: Connection, to: Connection): void {
    if (from.base.href !== to.base.href || from.org !== to.org || from.fetcher !== to.fetcher) return;
    const now = performance.now();
    this.#moments = [...this.#moments.filter((moment) => now - moment < WITHIN_MS), now];
    if (this.#moments.length >= CHANGES) complain('IMPACT-010');
  }
}
