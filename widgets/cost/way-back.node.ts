import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CostAssumptionHistory, CostAssumptionInput } from '@qontak/impact-contract';
import fc from 'fast-check';
import { sampleReport } from '../kit/sample-report.ts';
import { standing, stepsTo, wayBack } from './way-back.ts';

const figures = (minutes_per_chat: number | null, effective_from: string | null): CostAssumptionInput => ({
  minutes_per_chat,
  hourly_cost: null,
  ai_fee_per_month: null,
  effective_from,
});

const DAYS = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
/** As the service has it: of each day those that were entered last. */
const minutesOn = (entered: readonly CostAssumptionInput[]): (number | null)[] =>
  ['2025-01-01', ...DAYS].map((day) => entered.findLast(({ effective_from }) => effective_from === null || effective_from <= day)?.minutes_per_chat ?? null);

const day = fc.constantFrom(null, ...DAYS);
const entry = fc.tuple(fc.integer({ min: 1, max: 90 }), day).map(([minutes, from]) => figures(minutes, from));

describe('the way back from a change of cost figures', () => {
  test('brings back what held on each day, whatever the change has replaced', () =>
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), entry, (before, change) => {
        const steps = stepsTo(standing(before), change.effective_from);
        assert.deepEqual(minutesOn([...before, change, ...steps]), minutesOn(before));
      }),
    ));

  test('has a step for all that the change has replaced, and none for what still holds', () => {
    const before = [figures(5, null), figures(6, '2026-02-01'), figures(7, '2026-03-01')];
    assert.deepEqual(stepsTo(standing(before), null), before);
    assert.deepEqual(stepsTo(standing(before), '2026-03-01'), [figures(7, '2026-03-01')]);
    assert.deepEqual(stepsTo(standing(before), '2026-01-01'), [figures(5, '2026-01-01'), ...before.slice(1)]);
    assert.deepEqual(stepsTo([], '2026-01-01'), [figures(null, '2026-01-01')]);
  });

  test('reads the history as far as it matters', async () => {
    const entered = [figures(4, null), figures(5, null), figures(6, '2026-02-01'), figures(12, null)];
    const changes = entered.map((after, i) => ({ by: 'admin-7', at: `2026-11-02T03:1${i}:00Z`, before: entered[i - 1] ?? null, after })).toReversed();
    const asked: (string | null)[] = [];
    const ask = async (cursor: string | null): Promise<CostAssumptionHistory> => {
      asked.push(cursor);
      const at = Number(cursor ?? 0);
      const next_cursor = at + 1 < changes.length ? String(at + 1) : null;
      return { status: 'success', data: changes.slice(at, at + 1), meta: { organization: sampleReport().meta.organization, next_cursor } };
    };
    const ours = { ...figures(12, null), changed: { by: 'admin-7', at: '2026-11-02T03:13:00.000Z' } };
    assert.deepEqual(await wayBack(ask, ours), [figures(5, null), figures(6, '2026-02-01')]);
    assert.deepEqual(asked, [null, '1', '2'], 'what came before figures for every month is over');
    const overtaken = { ...ours, changed: { by: 'admin-7', at: '2026-11-02T03:12:00Z' } };
    assert.equal(await wayBack(ask, overtaken), null, 'somebody else has changed them since');
  });
});
