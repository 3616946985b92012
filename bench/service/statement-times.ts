import type { OwnerDatabase, OwnerTransaction, Queryable, RequestDatabase } from '@qontak/impact-service';
import { numberText } from '../table.ts';

/** How long the statements took that ran through what it watches: to say where the time of a slow operation went. */
export class StatementTimes {
  readonly #times = new Map<string, number>();
  statements = 0;

  get ms(): number {
    return [...this.#times.values()].reduce((sum, ms) => sum + ms, 0);
  }

  watchOwner(owner: OwnerDatabase): OwnerDatabase {
    return { ...owner, ...this.#watched(owner), transaction: (work) => owner.transaction((tx) => work(this.#watched(tx))) };
  }

  watchRequests(request: RequestDatabase): RequestDatabase {
    const asOrganization: RequestDatabase['asOrganization'] = (id, work) =>
      request.asOrganization(id, (tx) => work({ ...this.#watched(tx), prepared: (sql, values) => this.#timed(sql, () => tx.prepared(sql, values)) }));
    return { ...request, asOrganization };
  }

  /** The slowest few: `1,200 ms "The outcome of each changed chat"`. */
  slowest(howMany = 3): string {
    const byTime = [...this.#times].sort(([, a], [, b]) => b - a).slice(0, howMany);
    return byTime.map(([name, ms]) => `${numberText(ms)} ms "${name}"`).join(', ');
  }

  #watched<T extends Queryable | OwnerTransaction>(database: T): T {
    return { ...database, query: <Row>(sql: string, values?: readonly unknown[]) => this.#timed(sql, () => database.query<Row>(sql, values)) };
  }

  async #timed<Answer>(sql: string, ask: () => Promise<Answer>): Promise<Answer> {
    const start = performance.now();
    try {
      return await ask();
    } finally {
      this.#note(sql, performance.now() - start);
    }
  }

  #note(sql: string, ms: number): void {
    this.statements++;
    const name = nameOf(sql);
    this.#times.set(name, (this.#times.get(name) ?? 0) + ms);
  }
}

/** A question says in its first line what it asks; the parameters are listed below. */
const nameOf = (sql: string): string => /^(?:-- )?(.{1,60})/.exec(sql)?.[1]?.replace(/ \S*$/, '') ?? '';
