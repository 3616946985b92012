import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Turns } from '@qontak/impact-contract';
import { after, BY_TEAM, log, next, NOW, rooms, shop } from './by-hand.ts';
import { reportOf } from './index.ts';
import type { RoomRow } from '../rows.ts';

/** One solved chat for each number of turns. */
const turnsOf = (all: (number | null)[], more: RoomRow[] = []): Turns => {
  const logs = all.map((turns, i) => log({ room_id: `chat ${i}`, ai_answers: 1, turns }));
  return Turns.parse(reportOf(shop([...rooms(all.length), ...more], logs), { period: '2026-10' }, NOW).data.turns);
};
const value = (all: (number | null)[], more?: RoomRow[]) => {
  const metric = turnsOf(all, more);
  assert.ok(metric.status === 'ok');
  return metric;
};
const summary = (all: (number | null)[]) => {
  const { median, nine_of_ten, measured, of } = value(all);
  return { median, nine_of_ten, measured, of };
};

describe('turns', () => {
  test('half needed at most the median, nine of ten at most the other', () => {
    assert.deepEqual(summary([1, 2, 2, 3, 3, 4, 5, 6, 7, 20]), { median: 3, nine_of_ten: 7, measured: 10, of: 10 });
    assert.deepEqual(summary([1, 2]), { median: 1, nine_of_ten: 2, measured: 2, of: 2 });
    assert.deepEqual(summary([4]), { median: 4, nine_of_ten: 4, measured: 1, of: 1 });
  });

  test('counted one by one up to 20; longer ones share a place', () => {
    const { histogram, nine_of_ten } = value([1, 20, 21, 22, 500]);
    assert.deepEqual([histogram.length, histogram[0], histogram[19], histogram[20], nine_of_ten], [21, 1, 1, 3, 21]);
  });

  test('unknown ones, and those of no turn, are in none of the figures but the total', () => {
    assert.deepEqual(summary([2, null, 0]), { median: 2, nine_of_ten: 2, measured: 1, of: 3 });
  });

  test('only of chats that stayed solved', () => {
    const handedOver = rooms(1, () => ({ id: 'handed over', contact_id: 'h', ...BY_TEAM }));
    assert.equal(value([2, 3], [...handedOver, next(after(5), { contact_id: 'contact 1' })]).of, 1);
  });

  test('nothing measured: not zero; nothing solved: nothing to measure', () => {
    assert.deepEqual(turnsOf([null, null]), { status: 'unavailable', reason: 'not_measured_yet' });
    assert.deepEqual(summary([]), { median: null, nine_of_ten: null, measured: 0, of: 0 });
  });
});
