import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type HeroValue, type ReopenRateValue, ReopenRate } from '@qontak/impact-contract';
import { after, log, next, NOW, room, rooms, shop } from './by-hand.ts';
import { judge, reportOf } from './index.ts';
import type { ActivityRow, RoomRow, Shop } from '../rows.ts';

function returnsOf(its: Shop): { hero: HeroValue; returns: ReopenRateValue } {
  const { hero, reopen_rate } = reportOf(its, { period: '2026-10' }, NOW).data;
  const returns = ReopenRate.parse(reopen_rate);
  assert.ok(returns.status === 'ok' && hero.status === 'ok');
  return { hero, returns };
}

describe('return rate', () => {
  test('of what looked solved, what came back: the same figure as in the headline', () => {
    const { hero, returns } = returnsOf(shop([...rooms(9), room({ id: 'back' }), next(after(5))]));
    assert.deepEqual([returns.rate.count, returns.rate.of], [1, 10]);
    assert.deepEqual(returns.rate, hero.return_rate);
  });

  test('fewer returns are better, more are worse; the points are now minus earlier', () => {
    const month = (name: string, closed_at: string, back: number): RoomRow[] =>
      rooms(100, (i) => ({ id: `${name} ${i}`, contact_id: `${name} ${i}`, closed_at })).flatMap((row, i) => {
        const opened = new Date(Date.parse(closed_at) + 3_600_000).toISOString();
        return i < back ? [row, next(opened, { id: `${row.id} again`, contact_id: row.contact_id })] : [row];
      });
    const change = (before: number, now: number) =>
      returnsOf(shop([...month('september', '2026-09-10T00:00:00Z', before), ...month('october', '2026-10-10T00:00:00Z', now)])).returns.vs_previous;
    assert.deepEqual([change(30, 10)?.verdict, change(30, 10)?.points], ['better', -20]);
    assert.deepEqual([change(10, 30)?.verdict, change(10, 30)?.points], ['worse', 20]);
    assert.equal(change(10, 11)?.verdict, 'same');
  });
});

describe('"a different matter"', () => {
  const chats = [room({}), next(after(5)), next(after(9), { id: 'third' })];
  const first = (return_rulings: Shop['return_rulings'], its = chats) => judge(shop(its, [], { return_rulings: return_rulings ?? [] }))[0]!;
  const ruling = (returned_in: string, id = 'first') => ({ id, returned_in });

  test('takes the return away, and shows openly that it did', () => {
    const two = chats.slice(0, 2);
    assert.deepEqual([first([], two).outcome, first([], two).ruled], ['came_back', false]);
    const { outcome, returned_in, return_helped_by, ruled } = first([ruling('next')], two);
    assert.deepEqual([outcome, returned_in, return_helped_by, ruled], ['stayed_solved', null, null, true]);
    const { hero, returns } = returnsOf(shop(two, [], { return_rulings: [ruling('next')] }));
    assert.deepEqual([hero.corrected, returns.corrected, returns.rate.count, returns.rate.of], [1, 1, 0, 1]);
  });

  test('is about this pair: the customer who writes once more did come back, and then nothing was corrected', () => {
    assert.equal(first([ruling('next')]).returned_in, 'third');
    assert.equal(returnsOf(shop(chats, [], { return_rulings: [ruling('next')] })).returns.corrected, 0);
    assert.equal(first([ruling('next'), ruling('third')]).outcome, 'stayed_solved');
  });

  test("corrects nothing once the later chat is gone, another customer's, or a thank-you", () => {
    const corrected = (its: RoomRow[], activity: ActivityRow[] = []): unknown => {
      const { outcome, ruled } = judge(shop(its, activity, { return_rulings: [ruling('next')] }))[0]!;
      return [outcome, ruled];
    };
    assert.deepEqual(corrected([room({}), next(after(5))]), ['stayed_solved', true]);
    assert.deepEqual(corrected([room({})]), ['stayed_solved', false]);
    assert.deepEqual(corrected([room({}), next(after(5), { contact_id: 'budi' })]), ['stayed_solved', false]);
    assert.deepEqual(corrected([room({}), next(after(5))], [log({ room_id: 'next', thanks_only: true })]), ['stayed_solved', false]);
  });

  test('of another chat changes nothing', () => {
    assert.equal(first([ruling('next', 'third')]).outcome, 'came_back');
    assert.equal(first([ruling('first', 'next')]).outcome, 'came_back');
  });
});
