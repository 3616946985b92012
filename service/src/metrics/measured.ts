import { NO_OUTCOMES, type Outcome, type OutcomeCounts, OUTCOMES } from '@qontak/impact-contract';

/** A sum of the daily counts; a sum of nothing has no row. */
export interface Measured {
  measure: string;
  n: number;
}

/** Of the period, or of the one that it is compared with. */
export interface MeasuredTwice extends Measured {
  period: 'current' | 'previous';
}

/** Looks a sum up. */
export type CountOf = (measure: string) => number;

export function countIn(rows: readonly Measured[]): CountOf {
  const counts = new Map(rows.map(({ measure, n }) => [measure, n]));
  return (measure) => counts.get(measure) ?? 0;
}

export const countDuring = (rows: readonly MeasuredTwice[], period: MeasuredTwice['period']): CountOf => countIn(rows.filter((row) => row.period === period));

export function outcomesFrom(count: CountOf): OutcomeCounts {
  const outcomes: Record<Outcome, number> = { ...NO_OUTCOMES };
  for (const outcome of OUTCOMES) outcomes[outcome] = count(outcome);
  return outcomes;
}
