import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Cost, costIn, costOf, type CostValue } from './cost.ts';
import type { CostAssumption } from './cost-assumption.ts';

const OCTOBER = { from: '2026-10-01', to: '2026-10-31', channel: null };
const NOTHING: CostAssumption = { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, effective_from: null, changed: null };
const entered = (minutes: number | null, hourly: number | null, fee: number | null, effective_from: string | null = null): CostAssumption => ({
  minutes_per_chat: minutes,
  hourly_cost: hourly,
  ai_fee_per_month: fee,
  effective_from,
  changed: { by: 'user-7', at: '2026-10-02T03:00:00Z' },
});

describe('work absorbed', () => {
  test('before anyone enters a figure: hours by the labelled assumption, no rupiah', () => {
    const cost = costIn(460, NOTHING, OCTOBER);
    assert.equal(cost.minutes_source, 'assumption');
    assert.equal(cost.hours, (460 * 5) / 60);
    assert.equal(cost.money, null);
  });

  test('460 chats at 6 minutes and Rp35,000 an hour, after a fee of Rp700,000', () => {
    const cost = costIn(460, entered(6, 35_000, 700_000), OCTOBER);
    assert.equal(cost.hours, 46);
    assert.deepEqual(cost.money, { hourly_cost: 35_000, value: 1_610_000, ai_fee: 700_000, net_value: 910_000, break_even_chats: 200 });
  });

  test('a fee above the value is shown as a loss', () => {
    assert.equal(costIn(10, entered(6, 35_000, 700_000), OCTOBER).money!.net_value, 35_000 - 700_000);
  });

  test('rupiah are cut, the fee of a part of a month is rounded against us', () => {
    const { money } = costIn(1, entered(5, 10_001, 100), { ...OCTOBER, to: '2026-10-10' });
    assert.equal(money!.value, 833);
    assert.equal(money!.ai_fee, 33);
  });

  test("the fee is paid for all channels: it comes off the report of all of them, and off no channel's", () => {
    const all = costIn(460, entered(6, 35_000, 700_000), OCTOBER);
    const one = costIn(300, entered(6, 35_000, 700_000), { ...OCTOBER, channel: 'whatsapp' });
    assert.equal(all.money!.net_value, 910_000);
    assert.deepEqual(one.money, { hourly_cost: 35_000, value: 1_050_000, ai_fee: null, net_value: null, break_even_chats: null });
  });

  test('an hourly cost of 0 never earns a fee back', () => {
    assert.equal(costIn(10, entered(6, 0, 1000), OCTOBER).money!.break_even_chats, null);
  });

  test('figures that do not follow from chats, minutes and rupiah are refused', () => {
    const fine = costIn(460, entered(6, 35_000, 700_000), OCTOBER);
    const accepted = (change: object, money: object = {}): boolean => Cost.safeParse({ ...fine, ...change, money: { ...fine.money, ...money } }).success;
    assert.ok(accepted({}));
    assert.ok(!accepted({ hours: 47 }));
    assert.ok(!accepted({ chats: 461 }));
    assert.ok(!accepted({ minutes_per_chat: 0 }));
    assert.ok(!accepted({ minutes_source: 'assumption' }));
    assert.ok(!accepted({}, { value: 1_700_000, net_value: 1_000_000 }));
    assert.ok(!accepted({}, { net_value: 910_001 }));
    assert.ok(!accepted({}, { ai_fee: null }));
    assert.ok(!accepted({}, { break_even_chats: 100 }));
  });
});

describe('work absorbed, when the figures change within the days', () => {
  /** 20 and 30 chats, by figures that changed on the 11th. */
  const changed = (before: CostAssumption, after: CostAssumption): CostValue =>
    costOf(
      [
        { from: '2026-10-01', to: '2026-10-10', chats: 20, assumption: before },
        { from: '2026-10-11', to: '2026-10-31', chats: 30, assumption: after },
      ],
      null,
    );

  test('each chat by the figures of its day, and the fee by the days of each', () => {
    const cost = changed(entered(6, 35_000, 310_000), entered(4, 40_000, 620_000, '2026-10-11'));
    assert.deepEqual([cost.chats, cost.hours, cost.minutes_per_chat, cost.minutes_source], [50, 4, null, 'admin']);
    // 20 x 6 min x Rp35,000 + 30 x 4 min x Rp40,000; 10/31 of Rp310,000 + 21/31 of Rp620,000; Rp520,000 by Rp2,666.67 a chat
    assert.deepEqual(cost.money, { hourly_cost: null, value: 150_000, ai_fee: 520_000, net_value: -370_000, break_even_chats: 195 });
    assert.ok(Cost.safeParse(cost).success);
  });

  test('rupiah are cut once, at the end', () => {
    const cost = changed(entered(1, 100, null), entered(1, 101, null, '2026-10-11'));
    assert.equal(cost.money!.value, Math.floor(2000 / 60 + 3030 / 60));
    assert.equal(cost.money!.value, 83);
  });

  test('what is not known for all days has no sum: rupiah, or the fee', () => {
    assert.equal(changed(NOTHING, entered(6, 35_000, 310_000, '2026-10-11')).money, null);
    assert.equal(changed(NOTHING, entered(6, 35_000, null, '2026-10-11')).minutes_source, 'assumption');
    const { money } = changed(entered(6, 35_000, null), entered(6, 35_000, 310_000, '2026-10-11'));
    assert.deepEqual(money, { hourly_cost: 35_000, value: 175_000, ai_fee: null, net_value: null, break_even_chats: null });
  });

  test('sums that are not those of the parts, and parts that leave out a day, are refused', () => {
    const fine = changed(entered(6, 35_000, 310_000), entered(4, 40_000, 620_000, '2026-10-11'));
    const [first, second] = fine.parts;
    const refused = (change: object): boolean => !Cost.safeParse({ ...fine, ...change }).success;
    assert.ok(refused({ chats: 49 }));
    assert.ok(refused({ hours: 5 }));
    assert.ok(refused({ minutes_per_chat: 4 }));
    assert.ok(refused({ money: null }));
    assert.ok(refused({ money: { ...fine.money, value: 120_000, net_value: -400_000 } }));
    assert.ok(refused({ parts: [] }));
    assert.ok(refused({ parts: [first, { ...second, from: '2026-10-12' }] }));
    assert.ok(refused({ parts: [{ ...first, chats: 21 }, second] }));
    for (const day of ['x', 'zzzz-01-01', '9999-12-31', '']) assert.ok(refused({ parts: [first, { ...second, to: day }] }), day);
  });
});
