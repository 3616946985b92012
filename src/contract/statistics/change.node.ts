import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changeOf } from './change.ts';

const weeks = (...pairs: [number, number][]): { k: number; n: number }[] => pairs.map(([k, n]) => ({ k, n }));
const near = (actual: number, expected: number): void => assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);

describe('change between two windows of weeks', () => {
  test('ordinary weekly noise is not an improvement, although counting alone would call it one', () => {
    const base = weeks([550, 1000], [650, 1040], [480, 980], [600, 1010]);
    const now = weeks([640, 1050], [590, 1080], [690, 1010], [610, 1060]);
    const change = changeOf(base, now, 0.95);
    near(change.dispersion, 11.163686);
    near(change.difference, 0.036624);
    near(change.low, -0.046812);
    near(change.high, 0.119447);
  });

  test('a clear rise is one', () => {
    const change = changeOf(weeks([55, 100], [58, 104], [54, 98], [57, 101]), weeks([70, 105], [74, 108], [69, 101], [73, 106]), 0.95);
    assert.equal(change.dispersion, 1);
    near(change.low, 0.058782);
    near(change.high, 0.190016);
  });

  test('weeks that are all solved, and empty weeks, break nothing', () => {
    const change = changeOf(weeks([20, 20], [0, 0], [30, 30]), weeks([25, 25]), 0.95);
    assert.equal(change.difference, 0);
    assert.ok(change.low < 0 && change.high > 0);
  });
});
