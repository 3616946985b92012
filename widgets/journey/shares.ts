import type { JourneyNode } from '@qontak/impact-contract';
import { apportion } from '#lang';
import type { Station } from './journey.flow.ts';

/**
 * Every station's part of all chats in whole per cents, so that what flows out of a station is what flowed in on the screen too: from
 * the left to the right, each hands its own per cents on. Rounding may then put a station off by as many points as lie before it.
 */
export function sharesOfHundred(stations: readonly Station[]): ReadonlyMap<JourneyNode, number> {
  const shares = new Map<JourneyNode, number>();
  for (const { id, before } of stations) {
    if (before === null) shares.set(id, 100);
    const after = stations.filter((station) => station.before === id);
    if (after.length === 0) continue;
    const chats = after.map((station) => station.chats);
    apportion(shares.get(id)!, chats).forEach((share, i) => shares.set(after[i]!.id, share));
  }
  return shares;
}
