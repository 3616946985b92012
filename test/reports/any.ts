// The small parts that any report is made of.
import { type Difference, differenceOf, type LocalDate, type Rate, rateOf, type Unavailable, unavailable, REASONS } from '@qontak/impact-contract';
import fc from 'fast-check';

/** Between these a report may say what it does with another number of chats: the sizes of words, and where singular turns to plural. */
const BORDERS = [0, 1, 2, 9, 10, 29, 30, 99, 100, 101];

/** How many chats: often at a border, sometimes as many as a whole country writes. */
export const anyCount: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...BORDERS) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 120 }) },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 50_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000_000, max: 2_000_000_000 }) },
);

/** A part of something, so that its ends happen often. */
export const anyPart: fc.Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(0, 1) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000) },
);

export const partOf = (whole: number, part: number): number => Math.floor(whole * part);

/** Splits a whole into so many counts, of which many are 0. */
export function split(whole: number, shares: readonly number[]): number[] {
  let left = whole;
  return shares.map((share, index) => {
    const count = index === shares.length - 1 ? left : partOf(left, share);
    left -= count;
    return count;
  });
}

export const anySplit = (parts: number): fc.Arbitrary<number[]> => fc.array(anyPart, { minLength: parts, maxLength: parts });

export const anyRate: fc.Arbitrary<Rate> = fc.tuple(anyCount, anyPart).map(([of, part]) => rateOf(partOf(of, part), of));

/** A rate against an earlier one. */
export const anyDifference = (now: Rate): fc.Arbitrary<Difference | null> => anyRate.map((earlier) => differenceOf(now, earlier));

export const anyUnavailable: fc.Arbitrary<Unavailable> = fc.constantFrom(...REASONS).map(unavailable);

/** Mostly a value. */
export const orUnavailable = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | Unavailable> =>
  fc.oneof({ weight: 7, arbitrary: value }, { weight: 1, arbitrary: anyUnavailable });

export const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });

/** Days of ordinary and leap years; more in autumn, where the stories are. */
export const anyDay: fc.Arbitrary<LocalDate> = fc
  .oneof(fc.integer({ min: 20_700, max: 20_800 }), fc.integer({ min: 18_262, max: 29_000 }))
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

/** The marks around what somebody wrote: a check of our own words leaves out what stands between them. */
export const WRITTEN = /⟦[^⟧]*⟧/gsu;

/** What anybody may have written: markup, formulas, marks that turn the writing direction, half characters, our own placeholders. */
export const anyWriting: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK("http://x")',
      '\u202Emalem',
      '{{net}}',
      '$t(title)',
      'undefined',
      'token',
      '[object Object]',
      '100%',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )
  .map((text) => `⟦${text.replaceAll(/[⟦⟧]/gu, '')}⟧`);
