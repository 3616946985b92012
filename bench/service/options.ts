import { parseArgs } from 'node:util';

/** How large a run is. */
export interface Sizes {
  /** Chats of the organizations that are compared with each other, smallest first. */
  rooms: readonly number[];
  /** How many organizations ask at once, and how many chats they have on average. */
  organizations: number;
  roomsEach: number;
  /** Rows of the imported file, and how often it is imported. */
  importRows: number;
  imports: number;
  /** How often every kind of request is timed. */
  rounds: number;
  /** How often 1,000 changed chats are counted. */
  refreshes: number;
  /** How often the dashboard's query is timed. */
  dashboards: number;
  /** How long all organizations ask at once. */
  seconds: number;
}

export interface BenchOptions {
  quick: boolean;
  sizes: Sizes;
  /** A superuser's URL; absent: a server of its own. */
  databaseUrl: string | undefined;
}

/** The benchmark cannot run as asked. */
export class BenchRefused extends Error {
  override name = 'BenchRefused';
}

/** What the targets are about. */
const FULL: Sizes = {
  rooms: [300_000, 3_000_000, 10_000_000],
  organizations: 200,
  roomsEach: 5_000,
  importRows: 200_000,
  imports: 3,
  rounds: 500,
  refreshes: 9,
  dashboards: 3,
  seconds: 20,
};

/** Enough to see in a minute that everything works. */
const QUICK: Sizes = {
  rooms: [3_000, 6_000, 12_000],
  organizations: 40,
  roomsEach: 50,
  importRows: 3_000,
  imports: 1,
  rounds: 50,
  refreshes: 2,
  dashboards: 1,
  seconds: 3,
};

/** So that each of the thousand chats that change can be another one. */
const FEWEST_ROOMS = 2_000;

/**
 * `--quick`, BENCH_ROOMS=300000,3000000,10000000 and BENCH_DATABASE_URL.
 * @throws {BenchRefused}
 */
export function readBenchOptions(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): BenchOptions {
  const { quick } = parseArgs({ args: [...args], options: { quick: { type: 'boolean', default: false } } }).values;
  const sizes = quick ? QUICK : FULL;
  return {
    quick,
    sizes: environment['BENCH_ROOMS'] ? { ...sizes, rooms: roomsFrom(environment['BENCH_ROOMS']) } : sizes,
    databaseUrl: environment['BENCH_DATABASE_URL'] || undefined,
  };
}

function roomsFrom(text: string): number[] {
  const rooms = text.split(',').map(Number);
  if (rooms.length >= 2 && rooms.every((n, i) => Number.isInteger(n) && n >= FEWEST_ROOMS && n > (rooms[i - 1] ?? 0))) return rooms;
  throw new BenchRefused(`Could not read BENCH_ROOMS: give two or more sizes of at least ${FEWEST_ROOMS}, smallest first, such as 300000,3000000,10000000.`);
}
