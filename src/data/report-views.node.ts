import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Cost, costIn, type Hero, heroOf, NO_OUTCOMES, unavailable } from '@qontak/impact-contract';
import * as views from './report-views.ts';

const heroWith = (stayed_solved: number, came_back: number): Hero =>
  heroOf({ outcomes: { ...NO_OUTCOMES, stayed_solved, came_back }, settledHumanOnly: 0, stillOpen: 0, corrected: 0, vsPrevious: null, vsFirstMonth: null });

const reportViewOf = (data: { hero: Hero; cost: Cost }) => views.reportViewOf({ data });

const nothing = unavailable('no_data_yet');
const work = (chats: number) =>
  costIn(
    chats,
    { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, effective_from: null, changed: null },
    { from: '2026-10-01', to: '2026-10-31', channel: null },
  );

describe('what a report showed', () => {
  test('a share never stood without its gap', () => {
    assert.deepEqual(reportViewOf({ hero: heroWith(62, 38), cost: work(62) }), { net_and_gap: true, work_absorbed: true });
    assert.equal(reportViewOf({ hero: heroWith(30, 0), cost: nothing }).net_and_gap, true);
  });

  test('counts of few chats, or no chats, are no share', () => {
    assert.equal(reportViewOf({ hero: heroWith(20, 9), cost: nothing }).net_and_gap, null);
    assert.equal(reportViewOf({ hero: nothing, cost: nothing }).net_and_gap, null);
  });

  test('no time saved is no value shown', () => {
    assert.equal(reportViewOf({ hero: nothing, cost: work(0) }).work_absorbed, false);
    assert.equal(reportViewOf({ hero: nothing, cost: nothing }).work_absorbed, false);
    assert.equal(reportViewOf({ hero: nothing, cost: { ...work(62), hours: -1 } }).work_absorbed, false, 'a cost that does not fit');
  });
});
