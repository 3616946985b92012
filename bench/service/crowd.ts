// Point h: many organizations of all sizes ask at once.
import type { Figure } from '../figure.ts';
import { Part } from '../part.ts';
import { median, quantile } from '../statistics.ts';
import type { Crowd, Lane, Loading } from './load.ts';
import type { BenchDatabase } from './postgres.ts';
import { BARE_ISOLATED } from './serve.ts';
import { tokenOf } from './served.ts';
import { AS_OF, makeShop, reportPaths, type Shop, take } from './shop.ts';
import type { Working } from './work.ts';

/** Numbers below are those of the organizations that are compared. */
const FIRST_NUMBER = 100;
const WARM_UP_SECONDS = 3;
const PATHS = 150;

/** A few large organizations and many small ones: each has as many chats as its place in the row allows it. From 40 weeks to three years. */
export async function makeCrowd({ owner }: BenchDatabase, organizations: number, roomsEach: number): Promise<Shop[]> {
  const shares = Array.from({ length: organizations }, (_, i) => 1 / (i + 1));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const shops: Shop[] = [];
  for (const [i, share] of shares.entries()) {
    const rooms = Math.max(1, Math.round((organizations * roomsEach * share) / all));
    shops.push(await makeShop(owner, { number: FIRST_NUMBER + i, rooms, weeks: 40 + ((i * 37) % 121) }));
  }
  await owner.query('vacuum (analyze) rooms');
  await owner.query('vacuum (analyze) ai_activity_logs');
  return shops;
}

/** One after the other, as a night would. */
export async function countCrowd({ url }: BenchDatabase, shops: readonly Shop[]): Promise<Figure> {
  const work = new Part<Working>(new URL('./work.ts', import.meta.url));
  let [rooms, seconds] = [0, 0];
  for (const { organizationId, rooms: its } of shops) {
    seconds += (await work.ask('rebuild', { url, organizationId, asOf: AS_OF })).seconds;
    rooms += its;
  }
  await work.stop();
  return {
    point: 'd',
    name: `full rebuild of ${shops.length} organizations, ${rooms.toLocaleString('en-US')} chats together`,
    value: rooms / seconds,
    unit: 'rooms/s',
  };
}

export interface Asked {
  reports: Crowd;
  bare: Crowd;
}

/** Each organization with a connection of its own, first for reports, each for another one than the last; then for as good as nothing. */
export async function measureCrowd(load: Part<Loading>, origin: string, shops: readonly Shop[], seconds: number): Promise<Asked> {
  const lanes = await Promise.all(
    shops.map(async (shop): Promise<Lane> => ({ name: shop.organizationId, origin, paths: take(reportPaths(shop, 'all'), PATHS), token: await tokenOf(shop) })),
  );
  const reports = await load.ask('allAtOnce', { lanes, warmUpSeconds: WARM_UP_SECONDS, seconds });
  const bare = await load.ask('allAtOnce', { lanes: lanes.map((lane) => ({ ...lane, paths: [BARE_ISOLATED] })), warmUpSeconds: WARM_UP_SECONDS, seconds });
  return { reports, bare };
}

export function crowdFigures({ reports, bare }: Asked, organizations: number): Figure[] {
  const figures = (what: string, { latencies, seconds }: Crowd): Figure[] => [
    { point: 'h', name: `${organizations} organizations at once, ${what}`, value: latencies.length / seconds, unit: 'requests/s' },
    { point: 'h', name: `${organizations} organizations at once, ${what}, p50`, value: median(latencies), unit: 'ms' },
    { point: 'h', name: `${organizations} organizations at once, ${what}, p99`, value: quantile(latencies, 0.99), unit: 'ms' },
  ];
  return [...figures('reports', reports), ...figures('select 1, isolated', bare)];
}
