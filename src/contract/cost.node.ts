import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Cost, costIn, costOf } from './cost.ts';
import type { CostAssumption } from './cost-assumption.ts';

const entered = (minutes: number | null, hourly: number | null, fee: number | null): CostAssumption => ({
  minutes_per_chat: minutes,
  hourly_cost: hourly,
  ai_fee_per_month: fee,
  changed: { by: 'user-7', at: '2026-10-02T03:00:00Z' },
});

describe('work absorbed', () => {
  test('before anyone enters a figure: hours by the labelled assumption, no rupiah', () => {
    const cost = costOf(460, { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, changed: null }, 1);
    assert.equal(cost.minutes_source, 'assumption');
    assert.equal(cost.hours, (460 * 5) / 60);
    assert.equal(cost.money, null);
  });

  test('460 chats at 6 minutes and Rp35,000 an hour, after a fee of Rp700,000', () => {
    const cost = costOf(460, entered(6, 35_000, 700_000), 1);
    assert.equal(cost.hours, 46);
    assert.deepEqual(cost.money, { hourly_cost: 35_000, value: 1_610_000, ai_fee: 700_000, net_value: 910_000, break_even_chats: 200 });
  });

  test('a fee above the value is shown as a loss', () => {
    assert.equal(costOf(10, entered(6, 35_000, 700_000), 1).money!.net_value, 35_000 - 700_000);
  });

  test('rupiah are cut, the fee of a part of a month is rounded against us', () => {
    const { money } = costOf(1, entered(5, 10_001, 100), 10 / 31);
    assert.equal(money!.value, 833);
    assert.equal(money!.ai_fee, 33);
  });

  test("the fee is paid for all channels: it comes off the report of all of them, and off no channel's", () => {
    const october = { from: '2026-10-01', to: '2026-10-31' };
    const all = costIn(460, entered(6, 35_000, 700_000), { ...october, channel: null });
    const one = costIn(300, entered(6, 35_000, 700_000), { ...october, channel: 'whatsapp' });
    assert.equal(all.money!.net_value, 910_000);
    assert.deepEqual(one.money, { hourly_cost: 35_000, value: 1_050_000, ai_fee: null, net_value: null, break_even_chats: null });
  });

  test('an hourly cost of 0 never earns a fee back', () => {
    assert.equal(costOf(10, entered(6, 0, 1000), 1).money!.break_even_chats, null);
  });

  test('figures that do not follow from chats, minutes and rupiah are refused', () => {
    const fine = costOf(460, entered(6, 35_000, 700_000), 1);
    const accepted = (change: object, money: object = {}): boolean => Cost.safeParse({ ...fine, ...change, money: { ...fine.money, ...money } }).success;
    assert.ok(accepted({}));
    assert.ok(!accepted({ hours: 47 }));
    assert.ok(!accepted({ chats: 461 }));
    assert.ok(!accepted({ minutes_per_chat: 0 }));
    assert.ok(!accepted({}, { value: 1_700_000, net_value: 1_000_000 }));
    assert.ok(!accepted({}, { net_value: 910_001 }));
    assert.ok(!accepted({}, { ai_fee: null }));
    assert.ok(!accepted({}, { break_even_chats: 100 }));
  });
});
