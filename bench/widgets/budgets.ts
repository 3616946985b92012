// What we promise, and against whom. Ratios: the machine that measures is nobody's telephone.
import type { Start } from './load.ts';
import type { Mounts } from './mounts.ts';
import type { BenchPage } from './pages.ts';
import type { Work } from './work.ts';

/** Everything measured of one page; medians. */
export interface Measured extends Pick<BenchPage, 'name' | 'title' | 'kind'> {
  start: Start;
  slow: Start;
  work: Work | null;
  mounts: Mounts | null;
}

export interface Verdict {
  what: string;
  budget: string;
  measured: string;
  /** Measured by allowed: up to 1 is met. */
  used: number;
}

export const isMet = ({ used }: Verdict): boolean => used <= 1;

const KB = 1000;

/** How the page `ours` keeps to the budgets beside all the others of the same run. */
export function judge(ours: Measured, all: readonly Measured[], requests: number): Verdict[] {
  const peers = all.filter(({ kind }) => kind === 'peer');
  const limit = all.find(({ kind }) => kind === 'limit');
  return [
    bytes('bytes until the hero paints', ours.slow.bytes_until_hero, 38),
    bytes('everything, charts included', ours.slow.bytes, 115),
    ...against(
      'hero text',
      ours.start.hero,
      0.8,
      least(peers, ({ start }) => start.hero),
    ),
    ...(limit === undefined ? [] : against('hero text', ours.start.hero, 1.15, { name: limit.name, value: limit.start.hero })),
    ...against(
      'last chart',
      ours.start.last_chart,
      0.65,
      least(peers, ({ start }) => start.last_chart),
    ),
    ...against(
      'blocking time',
      ours.start.blocking,
      0.55,
      least(peers, ({ start }) => start.blocking),
    ),
    ...against(
      'heap',
      ours.start.heap,
      0.8,
      least(peers, ({ start }) => start.heap),
      'MB',
    ),
    ...workVerdicts(ours, peers),
    ...mountVerdicts(ours.mounts),
    { what: 'layout shift', budget: '0', measured: ours.start.shift.toFixed(4), used: ours.start.shift < 0.0001 ? 1 : Number.POSITIVE_INFINITY },
    { what: 'reports asked for by 12 widgets', budget: '1', measured: String(requests), used: requests },
  ];
}

interface Least {
  name: string;
  value: number;
}

function least(peers: readonly Measured[], of: (peer: Measured) => number | undefined): Least | null {
  const known = peers.flatMap((peer) => of(peer) ?? []).length === 0 ? [] : peers.filter((peer) => of(peer) !== undefined);
  return known.map((peer) => ({ name: peer.name, value: of(peer)! })).toSorted((a, b) => a.value - b.value)[0] ?? null;
}

function against(what: string, value: number, ratio: number, other: Least | null, unit = 'ms'): Verdict[] {
  if (other === null) return [];
  const shown = (number: number): string => (number < 20 ? number.toFixed(1) : number.toFixed(0));
  return [
    {
      what: `${what} against ${other.name}`,
      budget: `<= ${ratio.toFixed(2)}x of ${shown(other.value)} ${unit}`,
      measured: `${(value / other.value).toFixed(2)}x (${shown(value)} ${unit})`,
      used: value / (ratio * other.value),
    },
  ];
}

function bytes(what: string, value: number, most: number): Verdict {
  return { what, budget: `<= ${most} KB`, measured: `${(value / KB).toFixed(1)} KB`, used: value / KB / most };
}

/** One frame, at sixty a second. */
const FRAME_MS = 1000 / 60;

function workVerdicts({ work }: Measured, peers: readonly Measured[]): Verdict[] {
  if (work === null) return [];
  return (['new_data', 'toggle'] as const).flatMap((what) => [
    ...against(
      what === 'toggle' ? 'toggle' : 'new data',
      work[what],
      1,
      least(peers, (peer) => peer.work?.[what]),
    ),
    {
      what: `${what === 'toggle' ? 'toggle' : 'new data'} within a frame`,
      budget: `<= ${FRAME_MS.toFixed(1)} ms`,
      measured: `${work[what].toFixed(1)} ms`,
      used: work[what] / FRAME_MS,
    },
  ]);
}

function mountVerdicts(mounts: Mounts | null): Verdict[] {
  if (mounts === null) return [];
  const { times, freed, heap_growth, listeners } = mounts;
  return [
    { what: `${times} mounts: elements freed`, budget: String(times), measured: String(freed), used: times / Math.max(freed, 0.001) },
    { what: `${times} mounts: heap growth`, budget: '< 1 MB', measured: `${heap_growth.toFixed(2)} MB`, used: heap_growth },
    { what: `${times} mounts: listeners left`, budget: '0', measured: String(listeners), used: listeners <= 0 ? 1 : Number.POSITIVE_INFINITY },
  ];
}
