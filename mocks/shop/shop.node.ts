import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import type { HeroValue } from '@qontak/impact-contract';
import { judge, reportOf, SAMPLE_PROFILES, sampleShop, SANDBOX_PROFILES, simulateChats, simulateShop, type Shop, type ShopProfile } from '../index.ts';
import { DAY, HOUR, localDay, startOfDay } from '../local-time.ts';
import { CLINIC_HASH } from './clinic-hash.ts';
import { HABITS } from './habits.ts';
import { Random } from './random.ts';

const [busy, clinic, newcomer] = SAMPLE_PROFILES as [ShopProfile, ShopProfile, ShopProfile];
const heroOf = (shop: Shop, query: Parameters<typeof reportOf>[1]): HeroValue => {
  const { hero } = reportOf(shop, query, { now: new Date('2026-11-22T00:00:00Z') }).data;
  assert.equal(hero.status, 'ok');
  return hero;
};
const percent = (rate: { share: number | null }): number => (rate.share ?? NaN) * 100;
const within = (value: number, low: number, high: number): void => assert.ok(value >= low && value <= high, `${value} is not between ${low} and ${high}`);

/** A shop small enough to simulate in a test, so that one thing in it can be changed. */
const small = (differs: Partial<ShopProfile> = {}): ShopProfile => ({ ...busy, weeks: 8, mattersPerWeek: 150, growth: 0, ...differs });

describe('simulated shop', () => {
  test('the same seed gives the same chats on every machine', () => {
    const hash = ({ organization, rooms, activity, as_of }: Shop): string =>
      createHash('sha256').update(JSON.stringify({ organization, rooms, activity, as_of })).digest('hex').slice(0, 16);
    assert.equal(hash(simulateShop(clinic)), hash(simulateShop(clinic)));
    assert.equal(hash(simulateShop(clinic)), CLINIC_HASH);
    assert.notEqual(hash(simulateShop({ ...clinic, seed: 1 })), hash(simulateShop(clinic)));
  });

  test('nothing in the simulator depends on the machine', () => {
    const files = ['chat', 'contacts', 'habits', 'matter', 'profile', 'random', 'rows', 'samples', 'simulate', 'working-hours'];
    const code = files.map((name) => readFileSync(new URL(`./${name}.ts`, import.meta.url), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, ''));
    for (const text of code) assert.doesNotMatch(text, /Math\.(random|log|exp|pow|sin|cos|cbrt)|Date\.now|new Date\(\)|toLocale|localeCompare|performance/);
  });

  test('chats come one by one, and all together are the shop', () => {
    const one = simulateChats(small()).next().value!;
    assert.equal(one.room.organization_id, busy.organization.id);
    assert.equal(simulateShop(small()).rooms.length, [...simulateChats(small())].length);
  });

  test('numbers from a seed are evenly spread and never reach 1', () => {
    const random = new Random(7);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 100_000; i++) tenths[Math.floor(random.next() * 10)]!++;
    for (const count of tenths) within(count, 9600, 10_400);
    assert.equal(tenths.length, 10);
  });

  test('ids are unique, rows fit together, nothing is later than as_of', () => {
    const { rooms, activity, as_of } = simulateShop(small());
    const ids = new Set(rooms.map(({ id }) => id));
    assert.equal(ids.size, rooms.length);
    assert.ok(activity.every(({ room_id }) => ids.has(room_id)));
    for (const { created_at, first_inbound_at, closed_at, updated_at } of rooms) {
      assert.ok(created_at <= (first_inbound_at ?? created_at) && (first_inbound_at ?? created_at) <= (closed_at ?? '9'));
      for (const moment of [created_at, first_inbound_at, closed_at, updated_at]) assert.ok(moment === null || moment <= as_of!);
    }
  });

  test('before AI is switched on, everything is of the team', () => {
    const shop = simulateShop(small({ organization: { ...busy.organization, ai_activated_on: '2026-03-09' } }));
    const started = startOfDay('2026-03-09', 'Asia/Jakarta');
    for (const { room_id } of shop.activity) {
      const { first_inbound_at } = shop.rooms.find(({ id }) => id === room_id)!;
      assert.ok(Date.parse(first_inbound_at!) >= started);
    }
    assert.ok(judge(shop).some(({ outcome }) => outcome === 'stayed_solved'));
    const never = simulateShop(small({ organization: { ...busy.organization, ai_activated_on: null } }));
    assert.ok(judge(never).every(({ outcome }) => outcome === 'human_only' || outcome === 'still_open'));
  });

  test('every knob turns what it names', () => {
    const rooms = (differs: Partial<ShopProfile>) => simulateShop(small(differs)).rooms;
    const kept = (differs: Partial<ShopProfile>) => judge(simulateShop(small(differs)));
    const shareOf = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length / list.length;
    within(rooms({ growth: 1 }).length / rooms({}).length, 1.3, 1.7);
    within(
      shareOf(rooms({ unknownContacts: 0.2 }), (row) => row.contact_id === null),
      0.16,
      0.24,
    );
    within(
      shareOf(rooms({ unknownTopics: 0.5, broadcasts: null }), (row) => row.topic === null),
      0.45,
      0.55,
    );
    within(
      shareOf(rooms({ tests: 0.1 }), (row) => row.is_test),
      0.07,
      0.13,
    );
    within(
      shareOf(rooms({ spam: 0.1 }), (row) => row.closed_reason === 'SPAM'),
      0.07,
      0.13,
    );
    assert.equal(
      shareOf(rooms({ broadcasts: null }), (row) => row.first_inbound_at === null),
      0,
    );
    assert.ok(shareOf(rooms({ broadcasts: { everyDays: 7, contacts: 50, answered: 0.3 } }), (row) => row.first_inbound_at === null) > 0.05);
    assert.deepEqual(new Set(rooms({ agents: 1 }).map((row) => row.assign_channel_agent_id)), new Set([null, 'agent-1']));
    assert.ok(
      new Set(rooms({ repeatContacts: 0 }).map((row) => row.contact_id)).size > 1.3 * new Set(rooms({ repeatContacts: 0.8 }).map((row) => row.contact_id)).size,
    );
    const cameBack = (unsolved: number) => shareOf(kept({ returns: { ...busy.returns, unsolved } }), ({ outcome }) => outcome === 'came_back');
    assert.ok(cameBack(0.4) > 2 * cameBack(0.05));
    assert.ok(simulateShop(small({ missingActivity: ['ai_answers'] })).activity.every((row) => row.ai_answers === null && row.turns !== null));
  });

  test('people write when their kind of business is busy', () => {
    const hours = Array.from({ length: 24 }, () => 0);
    for (const { first_inbound_at } of simulateShop(small({ broadcasts: null })).rooms)
      hours[new Date(Date.parse(first_inbound_at!) + 7 * HOUR).getUTCHours()]!++;
    assert.ok(hours[20]! > 1.3 * hours[15]! && hours[20]! > 5 * hours[3]!, hours.join(' '));
    for (const habits of Object.values(HABITS)) assert.deepEqual([habits.hours.length, habits.weekdays.length], [24, 7]);
  });
});

describe('sample organizations', () => {
  let shops: [Shop, Shop, Shop];
  before(() => {
    shops = SAMPLE_PROFILES.map(sampleShop) as [Shop, Shop, Shop];
  });

  test('60,000 chats of 40 weeks together, ending in November 2026', () => {
    const chats = shops.reduce((sum, shop) => sum + judge(shop).length, 0);
    within(chats, 60_000, 61_000);
    for (const [i, { as_of, organization }] of shops.entries()) {
      const { firstDay, weeks } = SAMPLE_PROFILES[i]!;
      assert.equal(weeks, 40);
      assert.ok(as_of!.startsWith('2026-11-'));
      assert.equal(Math.floor((Date.parse(as_of!) - startOfDay(firstDay, organization.time_zone)) / DAY), 280);
    }
    assert.equal(new Set(SAMPLE_PROFILES.map(({ organization }) => organization.id)).size, 3);
  });

  test('the busy shop: 62 of 100 solved, 68 looked it, 9 of 100 of those came back', () => {
    const hero = heroOf(shops[0], {});
    within(percent(hero.net), 60.5, 63.5);
    within(percent(hero.gross), 66.5, 69.5);
    within(percent(hero.return_rate), 8, 10);
    const first = heroOf(shops[0], { from: '2026-03-09', to: '2026-04-05' });
    assert.ok(percent(first.net) < percent(hero.net) - 7, `${percent(first.net)} in the first weeks`);
    assert.equal(heroOf(shops[0], { period: '2026-02' }).net.size, 'none');
  });

  test('the clinic: too few chats for percentages', () => {
    assert.equal(heroOf(shops[1], {}).net.size, 'x_of_n');
    assert.equal(heroOf(shops[1], { period: 'P7D' }).net.size, 'counts');
  });

  test('the newcomer: its last full month is its first with AI, and not final yet', () => {
    const { meta } = reportOf(shops[2], {}, { now: new Date('2026-11-22T00:00:00Z') });
    assert.deepEqual([meta.period.from, meta.period.status], ['2026-10-01', 'provisional']);
    assert.equal(localDay(Date.parse(meta.as_of!), 'Asia/Jayapura'), '2026-11-02');
    assert.equal(heroOf(shops[2], {}).net.size, 'full');
    assert.equal(heroOf(shops[2], {}).vs_previous, null);
  });

  test('their teams have working hours, and AI answers outside of them', () => {
    const outside = shops.map((shop) => {
      const { after_hours } = reportOf(shop, {}, { now: new Date('2026-11-22T00:00:00Z') }).data;
      assert.ok(after_hours.status === 'ok');
      return after_hours;
    });
    for (const { chats, answered, net } of outside) assert.ok(chats > answered && answered >= net.of && net.count > 0);
    // the clinic's AI answers only then
    assert.equal(outside[1]!.answered, heroOf(shops[1], {}).net.of);
  });

  test('one of them knows what its team costs', () => {
    const [money, ...others] = shops.map((shop) => {
      const { cost } = reportOf(shop, {}, { now: new Date('2026-11-22T00:00:00Z') }).data;
      assert.ok(cost.status === 'ok' && cost.hours > 0);
      return cost.money;
    });
    assert.ok(money!.net_value! > 0);
    assert.deepEqual(others, [null, null]);
  });

  test('60,000 chats are counted in less than 2 seconds', () => {
    const started = performance.now();
    for (const shop of shops) judge(shop);
    within(performance.now() - started, 0, 2000);
  });

  test('a browser simulates an eighth of the busy shop and sees the same picture', () => {
    const [sandbox] = SANDBOX_PROFILES.map(simulateShop) as [Shop];
    within(sandbox.rooms.length / shops[0].rooms.length, 0.11, 0.14);
    within(percent(heroOf(sandbox, {}).net), 57, 67);
    assert.equal(newcomer, SANDBOX_PROFILES[2]);
  });
});
