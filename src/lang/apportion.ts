/**
 * Splits a whole number in proportion to counts, so that rounded figures side by side add up (Hamilton's method, largest remainders;
 * the first of equal ones wins). None is off by 1 or more. Not all counts may be 0.
 */
export function apportion(whole: number, counts: readonly number[]): number[] {
  const of = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (whole * count) / of);
  const parts = exact.map(Math.floor);
  const left = whole - parts.reduce((sum, part) => sum + part, 0);
  const first = exact.map((value, i) => ({ i, rest: value - parts[i]! })).sort((a, b) => b.rest - a.rest);
  for (const { i } of first.slice(0, left)) parts[i]! += 1;
  return parts;
}
