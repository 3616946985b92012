import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Figure, verdictOf } from './figure.ts';
import { median, quantile } from './statistics.ts';
import { summaryOf, tableOf } from './table.ts';

const figure = (differs: Partial<Figure>): Figure => ({ point: 'a', name: 'report, p50', value: 3, unit: 'ms', ...differs });

describe('figures of a benchmark', () => {
  test('a quantile is a value that was measured', () => {
    assert.equal(quantile([5, 1, 4, 2, 3], 0.99), 5);
    assert.equal(median([9, 1, 10]), 9);
    assert.equal(median([1, 2, 3, 4]), 2);
    assert.throws(() => median([]), /nothing was measured/);
  });

  test('a target is met at its very value, and missed by so much', () => {
    assert.deepEqual(verdictOf(figure({ value: 3, target: { atMost: 3 } })), { is: 'met' });
    assert.deepEqual(verdictOf(figure({ value: 4.5, target: { atMost: 3 } })), { is: 'missed', by: 0.5 });
    assert.deepEqual(verdictOf(figure({ value: 40, target: { atLeast: 50 } })), { is: 'missed', by: 1 - 40 / 50 });
  });

  test('what was not measured, or has no target, is neither met nor missed', () => {
    assert.deepEqual(verdictOf(figure({ value: null, target: { atMost: 3 } })), { is: 'open' });
    assert.deepEqual(verdictOf(figure({})), { is: 'open' });
    assert.equal(verdictOf(figure({ value: Number.NaN, target: { atMost: 3 } })).is, 'missed');
  });

  test('the table says why below it, where a target was missed or nothing was measured', () => {
    const figures = [
      figure({ value: 1.234_56, unit: 'x', target: { atMost: 1.2 }, note: 'It waits.' }),
      figure({ point: 'f', name: 'COPY', value: null, unit: 'rows/s', note: 'No file.' }),
      figure({ point: 'f', name: 'COPY, indexed', value: null, unit: 'rows/s', note: 'No file.' }),
      figure({ name: 'rebuild', value: 123_456, unit: 'rooms/s', note: 'Not shown.' }),
      figure({ target: { atMost: 4 } }),
    ];
    assert.equal(
      tableOf(figures),
      [
        '|     | what          | measured        | target       | verdict      |',
        '| --- | ------------- | --------------- | ------------ | ------------ |',
        '| a   | report, p50   | 1.23x           | at most 1.2x | missed by 3% |',
        '| f   | COPY          | not measured    |              |              |',
        '| f   | COPY, indexed | not measured    |              |              |',
        '| a   | rebuild       | 123,000 rooms/s |              |              |',
        '| a   | report, p50   | 3 ms            | at most 4 ms | met          |',
        '',
        '- a: report, p50 (missed by 3%). It waits.',
        '- f: COPY (not measured); COPY, indexed (not measured). No file.',
      ].join('\n'),
    );
    assert.equal(summaryOf(figures), '1 target met, 1 missed');
  });
});
