import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Cost, type CostAssumption, type CostValue } from '@qontak/impact-contract';
import { after, next, NOW, rooms, shop } from './by-hand.ts';
import { reportOf } from './index.ts';

const ENTERED: CostAssumption = { minutes_per_chat: 6, hourly_cost: 35_000, ai_fee_per_month: 310_000, changed: { by: 'user-7', at: '2026-10-02T03:00:00Z' } };

/** 20 solved chats, and one whose customer came back. */
const CHATS = [...rooms(21), next(after(5), { contact_id: 'contact 20' })];

function costOf(
  cost_assumption: CostAssumption | null,
  query: { period?: string; from?: string; to?: string; channel?: string } = { period: '2026-10' },
): CostValue {
  const value = Cost.parse(reportOf(shop(CHATS, [], cost_assumption === null ? {} : { cost_assumption }), query, NOW).data.cost);
  assert.ok(value.status === 'ok');
  return value;
}

describe('work absorbed', () => {
  test("20 chats of 6 minutes are 2 hours; the admin's rupiah, minus the fee, may be negative", () => {
    const { chats, hours, minutes_source, money, changed } = costOf(ENTERED);
    assert.deepEqual([chats, hours, minutes_source, changed?.by], [20, 2, 'admin', 'user-7']);
    assert.deepEqual(money, { hourly_cost: 35_000, value: 70_000, ai_fee: 310_000, net_value: -240_000, break_even_chats: 89 });
  });

  test('the fee is that of the days of the period: 10 of 31', () => {
    assert.equal(costOf(ENTERED, { from: '2026-10-01', to: '2026-10-10' }).money?.ai_fee, 100_000);
  });

  test('one channel has no part of the fee that anybody knows', () => {
    const { chats, money } = costOf(ENTERED, { period: '2026-10', channel: 'whatsapp' });
    assert.deepEqual([chats, money?.value, money?.ai_fee, money?.net_value], [20, 70_000, null, null]);
  });

  test('nothing entered: five minutes, called an assumption, and no rupiah', () => {
    const { hours, minutes_per_chat, minutes_source, money, changed } = costOf(null);
    assert.deepEqual([hours, minutes_per_chat, minutes_source, money, changed], [100 / 60, 5, 'assumption', null, null]);
  });

  test('no solved chat: no hours, and the figure is there all the same', () => {
    const { chats, hours, money } = costOf(ENTERED, { period: '2026-09' });
    assert.deepEqual([chats, hours, money?.value], [0, 0, 0]);
  });
});
