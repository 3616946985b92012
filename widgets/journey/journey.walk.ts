import type { JourneyNode } from '@qontak/impact-contract';
import type { Station } from './journey.flow.ts';

/** Where the keyboard is: at a station, or on the way into it. */
export interface Spot {
  kind: 'station' | 'way';
  id: JourneyNode;
}

type Stations = readonly Pick<Station, 'id' | 'before' | 'depth'>[];

export const START: Spot = { kind: 'station', id: 'arrived' };

/** Arrow keys walk along the flow, up and down among its neighbours. Null: the key means nothing here. */
export function step(stations: Stations, { kind, id }: Spot, key: string): Spot | null {
  const here = stations.find((station) => station.id === id);
  if (here === undefined) return stations.length > 0 ? START : null;
  const beside = stations.filter(({ depth }) => depth === here.depth);
  const at = beside.indexOf(here);
  switch (key) {
    case 'ArrowRight':
      return kind === 'way' ? { kind: 'station', id } : way(stations.find(({ before }) => before === id));
    case 'ArrowLeft':
      return kind === 'station' ? way(here.before === null ? undefined : here) : { kind: 'station', id: here.before ?? id };
    case 'ArrowDown':
      return { kind, id: beside[Math.min(at + 1, beside.length - 1)]!.id };
    case 'ArrowUp':
      return { kind, id: beside[Math.max(at - 1, 0)]!.id };
    case 'Home':
      return START;
    case 'End':
      return { kind: 'station', id: stations.at(-1)!.id };
    default:
      return null;
  }
}

const way = (station: { id: JourneyNode } | undefined): Spot | null => (station === undefined ? null : { kind: 'way', id: station.id });

/** Every station of the chats that pass through this one: all before it, and all after it. */
export function pathThrough(stations: Stations, id: JourneyNode): ReadonlySet<JourneyNode> {
  const path = new Set<JourneyNode>([id]);
  // Stations stand in the order of the flow, so one pass meets each after the one before it.
  for (const { id: next, before } of stations) if (before !== null && path.has(before)) path.add(next);
  for (let at = find(stations, id)?.before ?? null; at !== null; at = find(stations, at)?.before ?? null) path.add(at);
  return path;
}

const find = (stations: Stations, id: JourneyNode) => stations.find((station) => station.id === id);
