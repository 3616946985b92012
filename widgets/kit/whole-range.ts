/** Rounded outward; the tolerance is for 0.58, which a hundredfold makes 57.99999999999999. */
export function wholeRange({ low, high }: { low: number; high: number }): { low: number; high: number } {
  return { low: Math.floor(100 * low + 1e-6), high: Math.ceil(100 * high - 1e-6) };
}
