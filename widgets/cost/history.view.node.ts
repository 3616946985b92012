import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CostAssumptionChange } from '@qontak/impact-contract';
import { createLang } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { strings } from './cost.strings.ts';
import { historyView } from './history.view.ts';

const { meta } = sampleReport();
const FIGURES = { minutes_per_chat: 4.5, hourly_cost: 48_750, ai_fee_per_month: 18_500_000, effective_from: '2026-11-01' };
const NONE = { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, effective_from: null };
const change = (differs: Partial<CostAssumptionChange> = {}): CostAssumptionChange => ({
  by: 'admin-7',
  at: '2026-11-02T16:59:00Z',
  before: null,
  after: FIGURES,
  ...differs,
});
const say = (one: CostAssumptionChange, locale: 'id' | 'en' = 'id') => historyView([one], meta, createLang(locale, strings))[0]!;
const valuesOf = (one: CostAssumptionChange, locale: 'id' | 'en' = 'id'): string[] => say(one, locale).figures.map(({ value }) => value);

describe('a change of the cost figures', () => {
  test('by the clock of the business, in whole rupiah', () => {
    assert.equal(say(change()).text, '2 Nov 2026 23.59 WIB');
    assert.deepEqual(valuesOf(change()), ['4,5 menit', 'Rp48.750', 'Rp18.500.000', '1 Nov 2026']);
    assert.deepEqual(valuesOf(change(), 'en'), ['4.5 minutes', 'Rp48,750', 'Rp18,500,000', '1 Nov 2026']);
  });
  test('what was not entered is said, and never 0; 0 is', () => {
    assert.deepEqual(valuesOf(change({ after: NONE })), ['asumsi 5 menit', 'tidak diisi', 'tidak diisi', 'semua bulan']);
    assert.deepEqual(valuesOf(change({ after: { ...NONE, hourly_cost: 0 } }))[1], 'Rp0');
  });
  test('marks what was changed; of the first figures nothing was', () => {
    const marked = (before: CostAssumptionChange['before']): boolean[] => say(change({ before })).figures.map(({ changed }) => changed);
    assert.deepEqual(marked({ ...FIGURES, hourly_cost: null, effective_from: null }), [false, true, false, true]);
    assert.deepEqual(marked(null), [false, false, false, false]);
  });
  test('names an id, and nobody by address or telephone', () => {
    assert.deepEqual(
      ['admin-7', 'rina@example.id', '+62 812 3456 7890', ''].map((by) => say(change({ by })).by),
      ['admin-7', null, null, null],
    );
  });
});
