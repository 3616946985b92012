import type { TrendPoint } from '@qontak/impact-contract';

/** The weeks or months from the first on in which a chat of AI was counted: nothing is said of the time before. */
export function sinceAi(points: readonly TrendPoint[]): TrendPoint[] {
  const first = points.findIndex(({ net }) => net.of > 0);
  return first === -1 ? [] : points.slice(first);
}
