/** The smallest value that so large a share of all values does not exceed; 0.5: the median. */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = Math.max(0, Math.ceil(sorted.length * share) - 1);
  const value = sorted[place];
  if (value === undefined) throw new Error('Could not tell a quantile: nothing was measured.');
  return value;
}

export const median = (values: Iterable<number>): number => quantile(values, 0.5);
