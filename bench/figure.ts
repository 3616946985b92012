/** What a benchmark found out, with what it should be. */
export interface Figure {
  /** The point of the list that it answers, `a` to `h`. */
  point: string;
  name: string;
  /** Null: it could not be measured here, and `note` says why. */
  value: number | null;
  unit: 'ms' | 's' | 'x' | 'rooms/s' | 'rows/s' | 'requests/s' | 'MB' | 'requests';
  target?: Target;
  /** Where the time goes, or what stands in the way: shown when the target is missed or nothing was measured. */
  note?: string;
}

type Target = { atMost: number } | { atLeast: number };

/** How far a figure is from its target; 0.25: a quarter too slow. */
export type Verdict = { is: 'met' } | { is: 'missed'; by: number } | { is: 'open' };

export function verdictOf({ value, target }: Figure): Verdict {
  if (value === null || target === undefined) return { is: 'open' };
  const by = 'atMost' in target ? value / target.atMost - 1 : 1 - value / target.atLeast;
  // NaN is no measurement that could meet anything
  return by <= 0 ? { is: 'met' } : { is: 'missed', by };
}
