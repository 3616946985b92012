// Whether a rate moved between two windows of weeks, honest about weeks that vary more than chance allows.
import { newcombe } from '../difference.ts';
import { wilson } from '../rate.ts';
import jstat from 'jstat';
import type { Period } from './rate-forecast.ts';

export interface Change {
  /** Now minus base, as shares -1..1. */
  difference: number;
  low: number;
  high: number;
  /** How much more the weeks vary than counting alone explains; 1: no more. */
  dispersion: number;
}

const total = (periods: readonly Period[]): Period => periods.reduce((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 });

/** Pearson's statistic of the weeks of one window against their pooled rate, with its degrees of freedom. */
function pearson(periods: readonly Period[]): { statistic: number; freedom: number } {
  const filled = periods.filter(({ n }) => n > 0);
  const { k, n } = total(filled);
  const p = (k + 0.5) / (n + 1); // stays inside 0..1 when every week is all or nothing
  const statistic = filled.reduce((sum, week) => sum + (week.k - week.n * p) ** 2 / (week.n * p * (1 - p)), 0);
  return { statistic, freedom: filled.length - 1 };
}

/** jstat's own inverse stops at about 1e-8; one Newton step brings it to 1e-13. */
function studentQuantile(p: number, freedom: number): number {
  const t = jstat.studentt.inv(p, freedom);
  return t - (jstat.studentt.cdf(t, freedom) - p) / jstat.studentt.pdf(t, freedom);
}

/**
 * Newcombe's interval (1998, method 10) on counts shrunk by the dispersion, which is itself pulled towards 1 by two notional weeks.
 * Without it, ordinary weekly noise raises a false alarm in up to two of three comparisons at 2000 chats a week.
 * Both windows need a chat. `level` such as 0.95.
 */
export function changeOf(base: readonly Period[], now: readonly Period[], level: number): Change {
  const parts = [pearson(base), pearson(now)];
  const freedom = parts[0]!.freedom + parts[1]!.freedom + 2;
  const dispersion = Math.max(1, (parts[0]!.statistic + parts[1]!.statistic + 2) / freedom);
  const tail = (1 + level) / 2;
  const z = dispersion > 1 ? studentQuantile(tail, freedom) : jstat.normal.inv(tail, 0, 1);
  const rate = (periods: readonly Period[]): { share: number; low: number; high: number } => {
    const { k, n } = total(periods);
    return { share: k / n, ...wilson(k / dispersion, n / dispersion, z) };
  };
  const [earlier, later] = [rate(base), rate(now)];
  return { difference: later.share - earlier.share, ...newcombe(later, earlier), dispersion };
}
