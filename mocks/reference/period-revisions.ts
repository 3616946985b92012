import { type PeriodRevisions, REVISIONS_LISTED } from '@qontak/impact-contract';
import type { Shop } from '../rows.ts';
import { revisionsOf } from './frozen.ts';
import { daysOf, type ReportQuery } from './period.ts';

/**
 * How the figures of a week or a month were frozen, and how they changed since; the newest first.
 * @throws {ImpossiblePeriod} when the query names no possible period
 */
export function periodRevisions(shop: Shop, query: ReportQuery, { now }: { now: Date }): PeriodRevisions {
  const asOf = shop.as_of === null ? null : Date.parse(shop.as_of);
  const slice = { ...daysOf(query, asOf, now.getTime(), shop.organization.time_zone), channel: query.channel ?? null };
  const data = revisionsOf(shop, slice).toReversed().slice(0, REVISIONS_LISTED);
  return { status: 'success', data, meta: { ...slice, as_of: shop.as_of } };
}
