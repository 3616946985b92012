// What a report says of the snapshots of its period: spec/metrics.md, section 3, "Window not elapsed".
import type { Frozen, Period, PeriodRevision } from '@qontak/impact-contract';
import type { Shop } from '../rows.ts';

/** Which days, and of which channel. */
export type Slice = Pick<Period, 'from' | 'to' | 'channel'>;

/** What was kept of these days, the first revision first. */
export function revisionsOf({ period_revisions = [] }: Shop, { from, to, channel }: Slice): PeriodRevision[] {
  return period_revisions.filter((one) => one.from === from && one.to === to && one.channel === channel).map(({ kept }) => kept);
}

/** When the data have gone back to before the period was final, what was kept of it says nothing about the figures of now. */
export function frozenOf(shop: Shop, period: Slice & Pick<Period, 'status'>): Frozen | null {
  const [first, ...later] = period.status === 'final' ? revisionsOf(shop, period) : [];
  if (first === undefined) return null;
  const newest = later.at(-1);
  return { revision: (newest ?? first).revision, frozen_at: first.frozen_at, revised_at: newest?.frozen_at ?? null, net: first.net };
}
