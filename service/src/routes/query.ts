import type { ReportQuery } from '../metrics/report.ts';
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

/** As the contract has it. */
const LONGEST_CHANNEL = 120;

/** The period and the channel that the query asks for, as far as that can be told without the organization's calendar. */
export function reportQuery(query: unknown): ReportQuery {
  const channel = single(query, 'channel');
  if (channel !== undefined && (channel === '' || channel.length > LONGEST_CHANNEL || /\p{Cc}/u.test(channel))) {
    throw new Refused('bad_request', `channel must be a name of 1 to ${LONGEST_CHANNEL} letters; leave it out for all channels.`);
  }
  return { period: single(query, 'period'), from: single(query, 'from'), to: single(query, 'to'), channel: channel ?? null };
}
