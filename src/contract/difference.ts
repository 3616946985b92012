import * as z from 'zod/mini';
import { type Rate, SIZE_FROM } from './rate.ts';

const Points = z.int().check(z.gte(-100), z.lte(100));

const AMOUNT = {
  points: Points,
  low: Points,
  high: Points,
  /** The earlier rate as a share, and the number of chats it rests on. */
  earlier: z.object({ share: z.number().check(z.gte(0), z.lte(1)), of: z.int().check(z.gte(SIZE_FROM.rough)) }),
};

/**
 * How a rate differs from an earlier one, in whole percentage points, the range rounded outward.
 * "better" and "worse" only when the range leaves 0 out; everything else is "about the same". A client reads a newer verdict as `other`.
 */
export const Difference = z.object({ verdict: z.catch(z.enum(['better', 'same', 'worse', 'other']), 'other'), ...AMOUNT }).check(
  z.refine(inRange, 'the points lie outside their own range'),
  z.refine(
    ({ verdict, low, high }) => verdict === 'other' || (verdict === 'same' ? low <= 0 && 0 <= high : low >= 0 || high <= 0),
    'the verdict does not follow from the range',
  ),
);
export type Difference = z.infer<typeof Difference>;

/**
 * How net moved since the first weeks with AI (design, forecast.md section 5), in whole percentage points; the range is the one of 99 %.
 * "better" and "worse" only when that leaves 0 out, because a reader looks again every month; "probably" when only the one of 95 % does;
 * "same" when that one is narrow, "unclear" when it is wide. A client reads a newer verdict as `other`.
 */
export const ChangeFromStart = z
  .object({ verdict: z.catch(z.enum(['better', 'probably_better', 'same', 'unclear', 'probably_worse', 'worse', 'other']), 'other'), ...AMOUNT })
  .check(z.refine(inRange, 'the points lie outside their own range'), z.refine(isLikeItsRange, 'the verdict does not follow from the range'));
export type ChangeFromStart = z.infer<typeof ChangeFromStart>;

function inRange({ low, points, high }: { low: number; points: number; high: number }): boolean {
  return low <= points && points <= high;
}

function isLikeItsRange({ verdict, points, low, high }: ChangeFromStart): boolean {
  if (verdict === 'other') return true;
  if (verdict === 'better') return low >= 0;
  if (verdict === 'worse') return high <= 0;
  if (verdict === 'probably_better') return points >= 0 && low <= 0;
  if (verdict === 'probably_worse') return points <= 0 && high >= 0;
  return low <= 0 && 0 <= high;
}

/**
 * Whether a difference can be one of this rate, of which more is better (`better` is above), or less. Without it a rising rate could be
 * called worse, and the points belong to other chats.
 */
export function isDifferenceOf(now: Rate, difference: Difference | null, better: 'more' | 'fewer'): boolean {
  if (difference === null) return true;
  const { points, earlier } = difference;
  // Rounding may fall to either side of a half.
  return now.of >= SIZE_FROM.rough && Math.abs(100 * (now.share! - earlier.share) - points) < 1 && pointsWell(difference, better);
}

/** Whether "better" stands above 0 and "worse" below, or the other way round where fewer is better. */
function pointsWell({ verdict, low, high }: Difference, better: 'more' | 'fewer'): boolean {
  if (verdict === 'same' || verdict === 'other') return true;
  return (verdict === 'better') === (better === 'more') ? low >= 0 : high <= 0;
}

type Interval = Pick<Rate, 'share' | 'low' | 'high'>;

/**
 * Newcombe's interval for the difference of two independent shares (Newcombe 1998, method 10), as shares -1..1.
 * Both rates need at least one chat.
 */
export function newcombe(now: Interval, earlier: Interval): { low: number; high: number } {
  const [p1, l1, u1] = [now.share!, now.low!, now.high!];
  const [p2, l2, u2] = [earlier.share!, earlier.low!, earlier.high!];
  return { low: p1 - p2 - Math.hypot(p1 - l1, u2 - p2), high: p1 - p2 + Math.hypot(u1 - p1, p2 - l2) };
}

/** Compares two rates; null while either has too few chats for a percentage. */
export function differenceOf(now: Rate, earlier: Rate): Difference | null {
  if (now.of < SIZE_FROM.rough || earlier.of < SIZE_FROM.rough) return null;
  const { low, high } = newcombe(now, earlier);
  return {
    verdict: low > 0 ? 'better' : high < 0 ? 'worse' : 'same',
    points: wholePoints(Math.round, now.share! - earlier.share!),
    low: wholePoints(Math.floor, low),
    high: wholePoints(Math.ceil, high),
    earlier: { share: earlier.share!, of: earlier.of },
  };
}

/** Adding 0 turns -0 into 0, which prints without a sign. */
const wholePoints = (round: (value: number) => number, share: number): number => round(share * 100) + 0;
