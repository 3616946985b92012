import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CATALOGUE, ImpactReport, type ReportData, type Size } from '@qontak/impact-contract';
import { createFetcher } from '../fetcher.ts';
import { createMocks } from '../handlers.ts';
import { mintToken } from '../token.ts';
import { profilesUnder, SHOP_CONDITIONS, type ShopCondition } from './conditions.ts';

const NOW = new Date('2026-11-22T03:00:00Z');

async function reportsUnder(condition: ShopCondition): Promise<ImpactReport[]> {
  const profiles = profilesUnder(condition);
  const fetcher = createFetcher(createMocks({ profiles, now: () => NOW }));
  return Promise.all(
    profiles.map(async ({ organization: { id } }) => {
      const { token } = mintToken({ org_id: id, role: 'admin' }, NOW);
      const answer = await fetcher('https://impact.example/v1/impact-report', { headers: { authorization: `Bearer ${token}` } });
      return ImpactReport.parse(await answer.json());
    }),
  );
}

const heroIn = ({ hero }: ReportData) => {
  assert.ok(hero.status === 'ok');
  return hero;
};
const statusOf = (data: ReportData): Record<string, string> =>
  Object.fromEntries(CATALOGUE.filter(({ phase }) => phase === 1).map(({ slot }) => [slot, data[slot].status]));

describe('the sandbox under a condition', () => {
  for (const [condition, size] of Object.entries({ rough: 'rough', x_of_n: 'x_of_n', counts: 'counts', empty: 'none', checking: 'none' } satisfies Partial<
    Record<ShopCondition, Size>
  >)) {
    test(`${condition}: every organization has as many chats as that says`, async () => {
      for (const { data } of await reportsUnder(condition as ShopCondition)) assert.equal(heroIn(data).net.size, size);
    });
  }

  test('checking: all chats of AI wait', async () => {
    for (const { data } of await reportsUnder('checking')) assert.ok(heroIn(data).outcomes.checking > 0);
  });

  test('provisional: the last full month can still change', async () => {
    for (const { data, meta } of await reportsUnder('provisional')) {
      assert.equal(meta.period.status, 'provisional');
      assert.equal(heroIn(data).net.count > 0, true);
    }
  });

  test('nothing entered: the cards ask for it', async () => {
    for (const { data } of await reportsUnder('nothing_entered')) {
      assert.deepEqual(data.after_hours, { status: 'unavailable', reason: 'no_working_hours' });
      assert.ok(data.cost.status === 'ok' && data.cost.minutes_source === 'assumption' && data.cost.money === null);
    }
  });

  test('not measured: the cards say so', async () => {
    for (const { data } of await reportsUnder('not_measured')) assert.deepEqual([data.sentiment.status, data.turns.status], ['unavailable', 'unavailable']);
  });

  test('no data yet: no card has a figure', async () => {
    for (const { data, meta } of await reportsUnder('no_data_yet')) {
      assert.equal(meta.as_of, null);
      assert.ok(Object.values(statusOf(data)).every((status) => status === 'unavailable'));
    }
  });

  test('with chats, every card of the large shop has something to say', async () => {
    for (const condition of SHOP_CONDITIONS) {
      if (['no_data_yet', 'nothing_entered', 'not_measured'].includes(condition)) continue;
      const [large] = await reportsUnder(condition);
      for (const [slot, status] of Object.entries(statusOf(large!.data))) assert.equal(status, 'ok', `${slot} under ${condition}`);
    }
  });
});
