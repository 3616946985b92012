import { Refused } from '../problems.ts';

/**
 * One value of the query, or nothing.
 * @throws {Refused} when it is sent twice: two readers might choose differently
 */
export function single(query: unknown, name: string): string | undefined {
  const value = (query as Record<string, unknown>)[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new Refused('bad_request', `Send ${name} once.`);
}
