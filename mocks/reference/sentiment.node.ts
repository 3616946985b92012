import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Sentiment } from '@qontak/impact-contract';
import { BY_TEAM, log, NOW, rooms, shop } from './by-hand.ts';
import { reportOf } from './index.ts';
import { moodRank } from './mood.ts';
import type { ActivityRow, RoomRow } from '../rows.ts';

/** One chat for each log, closed by AI. */
const sentimentOf = (logs: Partial<ActivityRow>[], row: Partial<RoomRow> = {}): Sentiment => {
  const its = shop(
    rooms(logs.length, () => row),
    logs.map((one, i) => log({ room_id: `chat ${i}`, customer_messages: 3, ...one })),
  );
  return Sentiment.parse(reportOf(its, { period: '2026-10' }, NOW).data.sentiment);
};
const counts = (logs: Partial<ActivityRow>[], row?: Partial<RoomRow>): number[] | string => {
  const value = sentimentOf(logs, row);
  return value.status === 'ok' ? [value.better.count, value.same.count, value.worse.count, value.measured, value.eligible] : value.reason;
};
const mood = (sentiment_start: string | null, sentiment_end: string | null, customer_messages: number | null = 3) => ({
  sentiment_start,
  sentiment_end,
  customer_messages,
});

describe('sentiment', () => {
  test('moods in words of both languages and in numbers; others are not known', () => {
    assert.deepEqual(['negative', 'Netral', 'POSITIF', '-0.5', '3', '+2.25'].map(moodRank), [-1, 0, 1, -0.5, 3, 2.25]);
    assert.deepEqual(['angry', '', ' 1', '1e3', 'NaN', '0x1', '.5', '1.', '1234567890', 'constructor', null].map(moodRank), Array(11).fill(null));
  });

  test('better, same, worse', () => {
    assert.deepEqual(
      counts([mood('negative', 'positive'), mood('-0.2', '0.4'), mood('neutral', 'netral'), mood('10', '9'), mood('positive', 'neutral')]),
      [2, 1, 2, 5, 5],
    );
  });

  test('coverage: two messages make a chat eligible, both moods make it measured', () => {
    const logs = [mood('neutral', 'positive', 2), mood('neutral', 'positive', 1), mood('neutral', null), mood('neutral', 'angry'), mood(null, null, 0)];
    assert.deepEqual(counts(logs), [1, 0, 0, 1, 3]);
  });

  test('messages not counted: two known moods say that there were two', () => {
    assert.deepEqual(counts([mood('neutral', 'positive', null), mood('neutral', null, null), mood('neutral', 'angry', null)]), [1, 0, 0, 1, 1]);
  });

  test('only of chats with AI, whatever became of them', () => {
    assert.deepEqual(
      counts(
        [
          { ...mood('neutral', 'positive'), ai_answers: 0 },
          { ...mood('neutral', 'neutral'), ai_answers: 2 },
        ],
        BY_TEAM,
      ),
      [0, 1, 0, 1, 1],
    );
    assert.deepEqual(counts([mood('neutral', 'positive')], { closed_at: '2026-10-19T05:00:00Z' }), [1, 0, 0, 1, 1]);
    assert.deepEqual(counts([mood('neutral', 'positive')], { closed_at: null, closed_reason: null }), [0, 0, 0, 0, 0]);
  });

  test('nothing measured: not zero; no chats with AI: zero of zero', () => {
    assert.equal(counts([mood(null, null), mood('neutral', null)]), 'not_measured_yet');
    assert.deepEqual(counts([]), [0, 0, 0, 0, 0]);
    assert.deepEqual(counts([{ ai_answers: 0 }], BY_TEAM), [0, 0, 0, 0, 0]);
  });
});
