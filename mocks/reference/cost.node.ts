import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Cost, type CostAssumption, type CostValue } from '@qontak/impact-contract';
import { after, next, NOW, rooms, shop } from './by-hand.ts';
import { reportOf } from './index.ts';

const ENTERED: CostAssumption = {
  minutes_per_chat: 6,
  hourly_cost: 35_000,
  ai_fee_per_month: 310_000,
  effective_from: null,
  changed: { by: 'user-7', at: '2026-10-02T03:00:00Z' },
};

const two = (n: number): string => String(n).padStart(2, '0');

/** 20 solved chats, and one whose customer came back. */
const CHATS = [...rooms(21), next(after(5), { contact_id: 'contact 20' })];

function costOf(
  cost_assumptions: readonly CostAssumption[],
  query: { period?: string; from?: string; to?: string; channel?: string } = { period: '2026-10' },
  chats = CHATS,
): CostValue {
  const value = Cost.parse(reportOf(shop(chats, [], { cost_assumptions }), query, NOW).data.cost);
  assert.ok(value.status === 'ok');
  return value;
}

describe('work absorbed', () => {
  test("20 chats of 6 minutes are 2 hours; the admin's rupiah, minus the fee, may be negative", () => {
    const { chats, hours, minutes_source, money, changed } = costOf([ENTERED]);
    assert.deepEqual([chats, hours, minutes_source, changed?.by], [20, 2, 'admin', 'user-7']);
    assert.deepEqual(money, { hourly_cost: 35_000, value: 70_000, ai_fee: 310_000, net_value: -240_000, break_even_chats: 89 });
  });

  test('the fee is that of the days of the period: 10 of 31', () => {
    assert.equal(costOf([ENTERED], { from: '2026-10-01', to: '2026-10-10' }).money?.ai_fee, 100_000);
  });

  test('one channel has no part of the fee that anybody knows', () => {
    const { chats, money } = costOf([ENTERED], { period: '2026-10', channel: 'whatsapp' });
    assert.deepEqual([chats, money?.value, money?.ai_fee, money?.net_value], [20, 70_000, null, null]);
  });

  test('nothing entered: five minutes, called an assumption, and no rupiah', () => {
    const { hours, minutes_per_chat, minutes_source, money, changed } = costOf([]);
    assert.deepEqual([hours, minutes_per_chat, minutes_source, money, changed], [100 / 60, 5, 'assumption', null, null]);
  });

  test('no solved chat: no hours, and the figure is there all the same', () => {
    const { chats, hours, money } = costOf([ENTERED], { period: '2026-09' });
    assert.deepEqual([chats, hours, money?.value], [0, 0, 0]);
  });

  describe('by the figures of each day', () => {
    /** One solved chat on each of the first ten days of October. */
    const DAILY = rooms(10, (i) => ({ first_inbound_at: `2026-10-${two(i + 1)}T03:00:00.000Z`, closed_at: `2026-10-${two(i + 1)}T05:00:00.000Z` }));
    const from = (effective_from: string | null, differs: Partial<CostAssumption> = {}): CostAssumption => ({ ...ENTERED, effective_from, ...differs });
    const partsOf = (...versions: CostAssumption[]) =>
      costOf(versions, { period: '2026-10' }, DAILY).parts.map(({ from: first, to, chats, minutes_per_chat }) => [first, to, chats, minutes_per_chat]);

    test('a fee raised on the 7th is paid from the 7th on', () => {
      const { parts, money, chats } = costOf([ENTERED, from('2026-10-07', { ai_fee_per_month: 620_000 })], { period: '2026-10' }, DAILY);
      assert.deepEqual([chats, parts.map((part) => part.chats)], [10, [6, 4]]);
      // 10 x 6 min x Rp35,000; 6/31 of Rp310,000 and 25/31 of Rp620,000
      assert.deepEqual(money, { hourly_cost: 35_000, value: 35_000, ai_fee: 560_000, net_value: -525_000, break_even_chats: 160 });
    });
    test('and October stays as it was when it is raised in November', () => {
      assert.deepEqual(
        costOf([ENTERED, from('2026-11-01', { ai_fee_per_month: 620_000 })], { period: '2026-10' }, DAILY),
        costOf([ENTERED], { period: '2026-10' }, DAILY),
      );
    });
    test('a later version replaces all days from its own on', () => {
      const [six, seven, eight] = [from(null), from('2026-10-07', { minutes_per_chat: 7 }), from('2026-10-04', { minutes_per_chat: 8 })];
      assert.deepEqual(partsOf(six, seven), [
        ['2026-10-01', '2026-10-06', 6, 6],
        ['2026-10-07', '2026-10-31', 4, 7],
      ]);
      assert.deepEqual(partsOf(six, seven, eight), [
        ['2026-10-01', '2026-10-03', 3, 6],
        ['2026-10-04', '2026-10-31', 7, 8],
      ]);
      assert.deepEqual(partsOf(seven, six), [['2026-10-01', '2026-10-31', 10, 6]], 'for every month: nothing older is left');
    });
    test('before the first day of all: the assumption', () => {
      assert.deepEqual(partsOf(from('2026-10-10', { minutes_per_chat: 7 })), [
        ['2026-10-01', '2026-10-09', 9, 5],
        ['2026-10-10', '2026-10-31', 1, 7],
      ]);
    });
  });
});
