import { createHash } from 'node:crypto';
import { DatabaseAway } from './errors.ts';

/** SQLSTATE of a statement that the connection does not know, and of a name that it knows already. */
const NOT_KEPT = new Set(['26000', '42P05']);

/**
 * Names under which connections keep the statements that are asked again and again. Behind a pooler that gives each transaction another
 * connection and knows nothing of names, one request fails, is told to come back, and no statement has a name from then on.
 */
export class PreparedStatements {
  readonly #names = new Map<string, string>();
  #kept = true;

  /** Runs the statement under its name, or under none where names are not kept. */
  async run<Rows>(sql: string, run: (name?: string) => Promise<Rows>): Promise<Rows> {
    if (!this.#kept) return run();
    try {
      return await run(this.#nameOf(sql));
    } catch (error) {
      if (!NOT_KEPT.has((error as { code?: string }).code ?? '')) throw error;
      this.#kept = false;
      throw new DatabaseAway('Could not use a prepared statement: a pooler mixes connections up. Let it keep prepared statements, or reports stay slower.', {
        cause: error,
      });
    }
  }

  /** By the text: two versions of the program that share connections do not take each other's. */
  #nameOf(sql: string): string {
    let name = this.#names.get(sql);
    if (name === undefined) this.#names.set(sql, (name = `impact_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`));
    return name;
  }
}
