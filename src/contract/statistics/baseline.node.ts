import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { ChangeFromStart } from '../difference.ts';
import { addDays } from '../local-date.ts';
import { baselineOf, type BaselineWeek, verdictOf } from './baseline.ts';

const weekly = (from: string, ...counts: [number, number][]): BaselineWeek[] => counts.map(([k, n], i) => ({ from: addDays(from, 7 * i), k, n }));
const START = '2026-03-02';

/** Four first weeks, and four weeks now. */
function changeBetween(first: [number, number][], now: [number, number][]): ChangeFromStart | null {
  const baseline = baselineOf('2026-02-26', weekly(START, ...first), weekly('2026-10-05', ...now));
  assert.ok(baseline.status === 'ok');
  return baseline.change;
}
const four = (k: number, n: number): [number, number][] => Array.from({ length: 4 }, () => [k, n]);

describe('what is said of the change from the start', () => {
  test('a clear rise or fall', () => {
    const [low, high] = [four(56, 100), four(72, 105)];
    assert.equal(changeBetween(low, high)?.verdict, 'better');
    assert.equal(changeBetween(high, low)?.verdict, 'worse');
  });

  test('one that 95 % of all ranges would call clear, but not 99 %: probable', () => {
    // 224 of 400 against 256 of 400: 8 points, give or take 6.8 at 95 % and 8.9 at 99 %.
    assert.equal(changeBetween(four(56, 100), four(64, 100))?.verdict, 'probably_better');
    assert.equal(changeBetween(four(64, 100), four(56, 100))?.verdict, 'probably_worse');
  });

  test('nothing of note among many chats, nothing to tell among few', () => {
    assert.equal(changeBetween(four(560, 1000), four(562, 1000))?.verdict, 'same');
    assert.equal(changeBetween(four(28, 50), [[16, 30]])?.verdict, 'unclear');
  });

  test('what only varies from week to week is no change', () => {
    const base: [number, number][] = [
      [550, 1000],
      [650, 1040],
      [480, 980],
      [600, 1010],
    ];
    const now: [number, number][] = [
      [640, 1050],
      [590, 1080],
      [690, 1010],
      [610, 1060],
    ];
    assert.equal(changeBetween(base, now)?.verdict, 'same');
  });

  test('ten points to either side are the most of which nothing is said to have changed', () => {
    const wide = { low: -0.3, high: 0.3 };
    assert.equal(verdictOf(wide, { low: -0.1, high: 0.1 }), 'same');
    assert.equal(verdictOf(wide, { low: -0.1, high: 0.101 }), 'unclear');
  });

  test('it always fits its range, and the mirror of a change is its opposite', () => {
    const week = fc.integer({ min: 8, max: 400 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    const window = fc.array(week, { minLength: 4, maxLength: 4 }).filter((weeks) => weeks.reduce((sum, [, n]) => sum + n, 0) >= 200);
    const OPPOSITE = {
      better: 'worse',
      probably_better: 'probably_worse',
      same: 'same',
      unclear: 'unclear',
      probably_worse: 'probably_better',
      worse: 'better',
      other: null,
    };
    fc.assert(
      fc.property(window, window, (first, now) => {
        const [there, back] = [changeBetween(first, now)!, changeBetween(now, first)!];
        assert.equal(ChangeFromStart.safeParse(there).error, undefined);
        assert.equal(back.verdict, OPPOSITE[there.verdict]);
      }),
      { numRuns: 300 },
    );
  });
});
