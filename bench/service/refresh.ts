// Point e: how long the reports take to follow a thousand changed chats.
import type { Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { median } from '../statistics.ts';
import type { Served } from './served.ts';
import { roomId } from './shop.ts';
import type { Counted, Working } from './work.ts';

const CHANGED = 1_000;
const SECONDS_AT_MOST = 1;
/** "Independent" within what a deeper index and a colder cache may cost. */
const GROWS_AT_MOST = 1.5;

/** Late changes from all over the years, which touch every day; and those of the newest chats, as a day brings them. */
const SPREADS = ['scattered', 'newest'] as const;
type Spread = (typeof SPREADS)[number];

type Refreshes = ReadonlyMap<Spread, ReadonlyMap<Served, Counted[]>>;

/** Sizes take turns. Other chats change each time, but for the newest ones of the smallest organizations. */
export async function measureRefreshes(work: Part<Working>, all: readonly Served[], times: number): Promise<Refreshes> {
  const refreshes = new Map(SPREADS.map((spread) => [spread, new Map(all.map((served) => [served, [] as Counted[]]))]));
  for (let turn = 0; turn < times; turn++) {
    for (const spread of SPREADS) {
      for (const served of all) {
        const { database, shop } = served;
        const ids = numbers(spread, shop.rooms, turn).map(roomId);
        const counted = await work.ask('refresh', { url: database.url, organizationId: shop.organizationId, ids });
        refreshes.get(spread)!.get(served)!.push(counted);
      }
    }
  }
  return refreshes;
}

function numbers(spread: Spread, rooms: number, turn: number): number[] {
  if (spread === 'newest') return Array.from({ length: CHANGED }, (_, i) => rooms - ((turn * CHANGED + i) % rooms));
  const step = rooms / CHANGED;
  // Not by whole steps: each would meet chats of the same hour.
  return Array.from({ length: CHANGED }, (_, i) => 1 + Math.floor(i * step) + Math.floor(((turn * 0.618 + i * 0.414) % 1) * Math.floor(step)));
}

export function refreshFigures(refreshes: Refreshes): Figure[] {
  return [...refreshes].flatMap(([spread, bySize]) => {
    const sizes = [...bySize];
    const seconds = (counted: readonly Counted[]): number => median(counted.map((one) => one.seconds));
    const [first, last] = [sizes[0]!, sizes.at(-1)!];
    return [
      ...sizes.map(([served, counted]): Figure => {
        const slowest = counted.reduce((a, b) => (a.seconds > b.seconds ? a : b));
        const target = served === last[0] ? { target: { atMost: SECONDS_AT_MOST } } : {};
        const note = `The slowest took ${slowest.seconds.toFixed(2)} s for ${slowest.changed} chats. Most of it: ${slowest.slowest}.`;
        return {
          point: 'e',
          name: `refresh after ${CHANGED} changed chats, ${spread}, ${served.label}, p50`,
          value: seconds(counted),
          unit: 's',
          ...target,
          note,
        };
      }),
      {
        point: 'e',
        name: `refresh, ${spread}, ${last[0].label} against ${first[0].label}, p50`,
        value: seconds(last[1]) / seconds(first[1]),
        unit: 'x',
        target: { atMost: GROWS_AT_MOST },
        note: `${first[0].label}, most of it: ${first[1].at(-1)!.slowest}. ${last[0].label}, most of it: ${last[1].at(-1)!.slowest}.`,
      } satisfies Figure,
    ];
  });
}
