import * as z from 'zod/mini';
import { Count, Share } from './units.ts';

/**
 * How much a number of chats allows one to say (spec/metrics.md, section 4):
 * nothing, counts only, "x of n", a rough percentage, a full percentage.
 */
export const SIZES = ['none', 'counts', 'x_of_n', 'rough', 'full'] as const;
export type Size = (typeof SIZES)[number];

/** From how many chats on each size holds. */
export const SIZE_FROM: Readonly<Record<Size, number>> = { none: 0, counts: 1, x_of_n: 10, rough: 30, full: 100 };

export function sizeOf(n: number): Size {
  if (n >= SIZE_FROM.full) return 'full';
  if (n >= SIZE_FROM.rough) return 'rough';
  if (n >= SIZE_FROM.x_of_n) return 'x_of_n';
  return n >= SIZE_FROM.counts ? 'counts' : 'none';
}

/** A share with what it rests on: `count` of `of` chats, and the 95 % range. Without chats there is no share: null, never 0. */
export const Rate = z
  .object({
    share: z.nullable(Share),
    low: z.nullable(Share),
    high: z.nullable(Share),
    count: Count,
    of: Count,
    size: z.enum(SIZES),
  })
  .check(
    z.refine((rate) => rate.count <= rate.of, 'count is larger than what it is a part of'),
    z.refine((rate) => rate.size === sizeOf(rate.of), 'size does not fit the number of chats'),
    z.refine(sharesFit, 'share and range do not fit the counts'),
  );
export type Rate = z.infer<typeof Rate>;

/** A service may know the 95 % point as 1.96, which moves the ends by less than this. */
const RANGE_SLACK = 1e-4;

function sharesFit({ share, low, high, count, of }: { share: number | null; low: number | null; high: number | null; count: number; of: number }): boolean {
  if (of === 0) return share === null && low === null && high === null;
  if (share === null || low === null || high === null || count > of) return false;
  const range = wilson(count, of);
  return Math.abs(share - count / of) < 1e-6 && Math.abs(low - range.low) < RANGE_SLACK && Math.abs(high - range.high) < RANGE_SLACK;
}

/** The two-sided 95 % point of the normal distribution. */
const Z95 = 1.959963984540054;

/**
 * Wilson's score interval (Wilson 1927; recommended by Brown, Cai, DasGupta 2001): it stays within 0..1 and is honest for few chats.
 * `of` must be above 0.
 */
export function wilson(count: number, of: number, z2 = Z95): { low: number; high: number } {
  const share = count / of;
  const square = z2 * z2;
  const centre = (share + square / (2 * of)) / (1 + square / of);
  const half = (z2 / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  // The ends are exact at 0 and 1; without this, rounding would put the range a hair beside the share.
  return { low: count === 0 ? 0 : Math.max(0, centre - half), high: count === of ? 1 : Math.min(1, centre + half) };
}

/** `count` of `of` chats as a rate. */
export function rateOf(count: number, of: number): Rate {
  if (of === 0) return { share: null, low: null, high: null, count, of, size: 'none' };
  return { share: count / of, ...wilson(count, of), count, of, size: sizeOf(of) };
}
