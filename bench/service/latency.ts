// Points a and b: how long a report takes, whatever the organization's size, beside the least that a route can take.
import type { Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { median, quantile } from '../statistics.ts';
import { numberText } from '../table.ts';
import type { Lane, Loading } from './load.ts';
import { BARE, BARE_ISOLATED, type Serving } from './serve.ts';
import { type Served, tokenOf, USUAL_PATH } from './served.ts';
import { take } from './shop.ts';

/** Enough for the compiler of Node and for the plans of PostgreSQL. */
const WARM_UP = 40;
/** To tell where the time of a report goes. */
const TRACED = 60;

/** The size must not show. */
const GROWS_AT_MOST = 1.2;
const OVER_BARE_AT_MOST = 3;

/** Cold: every request is for other days. */
const REPORTS = ['cold', 'cold, one channel', 'warm'] as const;
const BARES = ['select 1', 'select 1, isolated'] as const;
type Kind = (typeof REPORTS | typeof BARES)[number];

/** The latencies of one kind of request to an organization of one size. */
export type Latencies = (served: Served, kind: Kind) => number[];

/** All kinds and sizes take turns, so that what the machine does beside it meets all of them. */
export async function measureLatencies(load: Part<Loading>, all: readonly Served[], rounds: number): Promise<Latencies> {
  const lanes: Lane[] = [];
  for (const served of all) {
    const paths: Record<Kind, readonly string[]> = {
      cold: take(served.paths.all, WARM_UP + rounds),
      'cold, one channel': take(served.paths.each, WARM_UP + rounds),
      warm: [USUAL_PATH],
      'select 1': [BARE],
      'select 1, isolated': [BARE_ISOLATED],
    };
    const token = await tokenOf(served.shop);
    for (const [kind, asked] of Object.entries(paths)) lanes.push({ name: nameOf(served, kind as Kind), origin: served.origin, paths: asked, token });
  }
  const latencies = await load.ask('inTurn', { lanes, warmUp: WARM_UP, rounds });
  return (served, kind) => latencies[nameOf(served, kind)]!;
}

const nameOf = ({ label }: Served, kind: Kind): string => `${kind}, ${label}`;

/** What a report takes that nobody has asked for before. */
export const coldMedian = (latencies: Latencies, served: Served): number => median(latencies(served, 'cold'));

/** How a report of each size spends its time: `3.1 ms, of which 1.9 ms in 2 statements`. */
export async function traceReports(load: Part<Loading>, serving: Part<Serving>, all: readonly Served[]): Promise<Map<Served, string>> {
  const traces = new Map<Served, string>();
  for (const served of all) {
    await serving.ask('waited');
    const lane = { name: 'trace', origin: served.origin, paths: take(served.paths.all, TRACED), token: await tokenOf(served.shop) };
    const { trace } = await load.ask('inTurn', { lanes: [lane], warmUp: 0, rounds: TRACED });
    const { statements, ms } = await serving.ask('waited');
    const average = trace!.reduce((sum, one) => sum + one, 0) / TRACED;
    traces.set(served, `${numberText(average)} ms, of which ${numberText(ms / TRACED)} ms in ${numberText(statements / TRACED)} statements`);
  }
  return traces;
}

export function latencyFigures(latencies: Latencies, all: readonly Served[], traces: ReadonlyMap<Served, string>): Figure[] {
  const [smallest, largest] = [all[0]!, all.at(-1)!];
  const p50 = (served: Served, kind: Kind): number => median(latencies(served, kind));
  const trace = (served: Served): string => `An average cold report of ${served.label} takes ${traces.get(served)}.`;
  return [
    ...all.flatMap((served) =>
      REPORTS.flatMap((kind): Figure[] => [
        { point: 'a', name: `report, ${kind}, ${served.label}, p50`, value: p50(served, kind), unit: 'ms' },
        { point: 'a', name: `report, ${kind}, ${served.label}, p99`, value: quantile(latencies(served, kind), 0.99), unit: 'ms' },
      ]),
    ),
    ...REPORTS.map((kind): Figure => {
      const name = `report, ${kind}, ${largest.label} against ${smallest.label}, p50`;
      const note = `${trace(smallest)} ${trace(largest)}`;
      return { point: 'a', name, value: p50(largest, kind) / p50(smallest, kind), unit: 'x', target: { atMost: GROWS_AT_MOST }, note };
    }),
    ...BARES.flatMap((kind): Figure[] => [
      { point: 'b', name: `${kind}, p50`, value: p50(largest, kind), unit: 'ms' },
      ...REPORTS.map((report): Figure => {
        const name = `report, ${report}, against ${kind}, p50`;
        return { point: 'b', name, value: p50(largest, report) / p50(largest, kind), unit: 'x', target: { atMost: OVER_BARE_AT_MOST }, note: trace(largest) };
      }),
    ]),
  ];
}
