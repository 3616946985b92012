import { randomBytes } from 'node:crypto';
import type { ImpactReport } from '@qontak/impact-contract';
import { authOf, readConfig } from '@qontak/impact-service';
import type { BenchDatabase } from './postgres.ts';
import { reportPaths, type Shop } from './shop.ts';

/** The bench and the service share it, so that the bench can sign in as any organization. */
export const SECRET = randomBytes(24).toString('hex');

const AUTH = authOf(readConfig({ NODE_ENV: 'development', AUTH_SECRET: SECRET }));

/** A token lasts for 15 minutes, longer than any phase. */
export async function tokenOf({ organizationId }: Pick<Shop, 'organizationId'>): Promise<string> {
  return (await AUTH.mint!({ organizationId, role: 'admin' })).token;
}

/** An organization of a certain size, with a database and an address of its own. */
export interface Served {
  /** `0.3 M` */
  label: string;
  shop: Shop;
  database: BenchDatabase;
  origin: string;
  /** Reports that nobody has asked for yet, of all channels and of one. */
  paths: { all: Iterator<string>; each: Iterator<string> };
}

export const served = (shop: Shop, database: BenchDatabase, origin: string): Served => ({
  label: sizeText(shop.rooms),
  shop,
  database,
  origin,
  paths: { all: reportPaths(shop, 'all'), each: reportPaths(shop, 'each') },
});

export const sizeText = (rooms: number): string => (rooms >= 100_000 ? `${rooms / 1_000_000} M` : `${rooms / 1_000} k`);

/** The last full month, which the page shows first. */
export const USUAL_PATH = '/v1/impact-report';

export async function fetchReport({ origin, shop }: Pick<Served, 'origin' | 'shop'>, path: string): Promise<ImpactReport> {
  const response = await fetch(origin + path, { headers: { authorization: `Bearer ${await tokenOf(shop)}` } });
  if (response.status !== 200) throw new Error(`Could not get the report: ${path} was answered with ${response.status}.`);
  return (await response.json()) as ImpactReport;
}
