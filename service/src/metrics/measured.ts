import { type OutcomeCounts, OUTCOMES } from '@qontak/impact-contract';

/** Sums of the period, and of the one that it is compared with. */
export type Twice<Sums> = readonly (Sums & { period: 'current' | 'previous' })[];

export const during = <Sums>(rows: Twice<Sums>, period: 'current' | 'previous'): Sums => rows.find((row) => row.period === period)!;

/** The outcomes among other sums. */
export const outcomesAmong = (sums: OutcomeCounts): OutcomeCounts =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, sums[outcome]])) as unknown as OutcomeCounts;

/** Sums place by place; null where the period has no day with a chat. */
export type Histogram = readonly (number | null)[];

export const placesOf = (histogram: Histogram): number[] => histogram.map((n) => n ?? 0);
