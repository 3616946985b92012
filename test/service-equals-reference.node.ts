// The service's SQL and the reference engine were written apart from the same page, spec/metrics.md. Here they must agree on any shop.
//   SHOPS_SEED=7 SHOPS_RUNS=5000   other shops, more shops; with SHOPS_PATH, as a failure prints it, that very shop
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import {
  CATALOGUE,
  CHAT_FIGURES,
  closed,
  type Forecast,
  type HeroValue,
  ImpactReport,
  OUTCOMES,
  type Period,
  placesOf,
  type ReportData,
  type TrendValue,
} from '@qontak/impact-contract';
import type { Database } from '@qontak/impact-service';
import fc from 'fast-check';
import {
  type ActivityRow,
  chatsBehind,
  type CloseRow,
  episodesOf,
  freezePeriods,
  type IssuedForecast,
  judge,
  type JudgedEpisode,
  type KeptRevision,
  type Organization,
  reportOf,
  type RoomRow,
  type Shop,
} from '#mocks';
import { DAY, localDay } from '#mocks/local-time';
import type { ChatsFound } from '../service/src/chats/chat-page.ts';
import { eachDatabase } from '../service/test/databases.ts';
import { longShop } from './shops/long-shop.ts';
import { reusedShop } from './shops/reused-shop.ts';
import { type Query, type RandomShop, randomShop } from './shops/random-shop.ts';
import { type List, ServedShop } from './shops/served.ts';

const { SHOPS_SEED, SHOPS_RUNS, SHOPS_PATH } = process.env;
/**
 * How many shops in all, and the seeds from which they come. PGlite is PostgreSQL of the same version in this process, slower three times: there are
 * fewer, to find out what differs in how it is asked. A server takes two shops at a time, as one of us and one of its own processes wait for each
 * other.
 */
const SHOPS = { PGlite: { runs: 100, seeds: [20_261_101] }, PostgreSQL: { runs: 500, seeds: [20_261_102, 20_261_103] } };
/** So many shops hold whatever they can hold. */
const ENOUGH = 500;

const NOW = new Date();

/** What the shops held, so that a generator which no longer makes the edges is found out. */
class Seen {
  readonly #counts = new Map<string, number>();
  note(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
  atLeast(least: number, ...all: string[]): void {
    for (const what of all) assert.ok((this.#counts.get(what) ?? 0) >= least, `${what}: ${this.#counts.get(what) ?? 0} times, at least ${least} expected`);
  }
}

/** Of a report everything but the moment at which it was made; `as_of` is a moment, however it is spelled. */
const comparable = ({ data, meta }: ImpactReport) => ({
  data,
  meta: { ...meta, generated_at: null, as_of: meta.as_of === null ? null : Date.parse(meta.as_of) },
});

const byId = (a: JudgedEpisode, b: JudgedEpisode): number => (a.id < b.id ? -1 : 1);

async function compare(database: Database, random: RandomShop, seen: Seen): Promise<void> {
  const organization: Organization = {
    id: randomUUID(),
    name: 'Toko Acak',
    time_zone: random.time_zone,
    ai_activated_on: random.ai_activated_on,
    source: 'sample',
  };
  const served = new ServedShop(database, organization.id);
  await served.create(organization);
  await served.set(random.settings);
  let shop: Shop = { organization, rooms: [], activity: [], as_of: null, ...random.settings };
  for (const step of random.steps) {
    await served.take(step);
    const kept = await served.kept();
    shop = frozen(grown(shop, step), kept);
    const judged = judge(shop).sort(byId);
    assert.deepEqual(await served.outcomes(), judged);
    await compareReports(served, shop, random.queries, seen);
    noteEdges(shop, judged, seen);
    noteRooms(shop, seen);
    // compared before it is taken over: what a refresh says and freezes is what the reference says at that moment
    const issued = await served.issued();
    assertForetold(issued.forecasts, shop);
    shop = { ...shop, ...issued };
  }
  await compareWithRebuild(served);
}

/** Chats that are looked up one by one, and all of them in one pass: two ways to the same rows. The first step of a shop goes the second way, the others the first. */
async function compareWithRebuild(served: ServedShop): Promise<void> {
  const counted = await served.derived();
  await served.rebuild();
  assert.deepEqual(await served.derived(), counted);
}

/** What a refresh keeps of final periods is what the reference keeps then, but for the moment of it. */
function frozen(shop: Shop, kept: readonly KeptRevision[]): Shop {
  const key = ({ channel, from, to, kept: { revision } }: KeptRevision): string => [channel ?? '', from, to, String(revision).padStart(3, '0')].join(' ');
  const comparable = (all: readonly KeptRevision[]) =>
    all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ kept: one, ...slice }) => ({ ...slice, ...one, frozen_at: null, as_of: Date.parse(one.as_of) }));
  assert.deepEqual(comparable(kept), comparable(freezePeriods(shop, NOW.toISOString())));
  return { ...shop, period_revisions: kept };
}

/** A forecast that was not there before is the one that the reference makes of the same data. */
function assertForetold(forecasts: readonly IssuedForecast[], shop: Shop): void {
  const { trend } = reportOf(shop, {}, { now: NOW }).data;
  assert.equal(trend.status, 'ok');
  for (const { unit, ...told } of forecasts) {
    if (shop.forecasts?.some((earlier) => earlier.unit === unit && earlier.from === told.from)) continue;
    const expected: Forecast = (trend as TrendValue)[unit === 'week' ? 'weeks' : 'months'].forecast;
    assert.deepEqual({ ...expected, ...told }, expected, `the forecast of the ${unit} ${told.from}`);
  }
}

/** The shop after a step. The moment goes back only when that is allowed. */
function grown(shop: Shop, { rooms, activity, closes, asOf, allowEarlier }: RandomShop['steps'][number]): Shop {
  const own = <Row extends object>(row: Row) => ({ ...row, organization_id: shop.organization.id });
  const later = shop.as_of === null || allowEarlier || asOf > shop.as_of;
  return {
    ...shop,
    rooms: [...shop.rooms, ...rooms.map((row): RoomRow => own(row))],
    activity: [...shop.activity, ...activity.map((row): ActivityRow => own(row))],
    ...((closes ?? shop.closes) && { closes: [...(shop.closes ?? []), ...(closes ?? []).map((row): CloseRow => own(row))] }),
    as_of: later ? asOf : shop.as_of,
  };
}

async function compareReports(served: ServedShop, shop: Shop, queries: RandomShop['queries'], seen: Seen): Promise<void> {
  // Of one report a step: a list costs as much as a metric.
  const lists = listsOf(shop);
  const { reports, lists: found } = await served.answers(queries, lists);
  for (const [i, query] of queries.entries()) {
    const expected = reportOf(shop, { ...query, channel: query.channel ?? undefined }, { now: NOW });
    assert.deepEqual(comparable(reports[i]!), comparable(expected), `asked for ${JSON.stringify(query)}`);
    assert.deepEqual(ImpactReport.safeParse(JSON.parse(JSON.stringify(reports[i]))).error?.issues ?? [], [], 'a client refuses what is served');
    seen.note(expected.meta.period.status);
    noteFrozen(expected.meta.period, seen);
    noteMetrics(reports[i]!.data, seen);
    assertReasons(reports[i]!.data);
    const { hero } = reports[i]!.data;
    assert.equal(hero.status, 'ok');
    assertIdentities(hero, closedIn(expected.meta.period, shop));
    if (hero.vs_previous) seen.note(hero.vs_previous.verdict);
  }
  for (const [i, list] of lists.entries()) compareList(shop, queries[0], list, found[i]!);
}

/** Why a metric has no value is one of the reasons that the catalogue tells of it. */
function assertReasons(data: ReportData): void {
  for (const { slot, reasons } of CATALOGUE) {
    const metric = data[slot];
    if (metric.status === 'unavailable')
      assert.ok(
        reasons.some((reason) => reason === metric.reason),
        `${slot}: ${metric.reason}`,
      );
  }
}

/** Every bar of a picture. */
const BARS = CHAT_FIGURES.flatMap((figure) => {
  const { first, last } = placesOf(figure) ?? { first: 0, last: -1 };
  return Array.from({ length: last - first + 1 }, (_, i) => ({ figure, place: first + i }));
});
const FIGURES_COMPARED = 6;

/** Some lists of a report, which ones being told by the shop, so that a failure can be seen again. */
function listsOf({ rooms }: Shop): List[] {
  const turn = rooms.length * 7;
  const figures = Array.from({ length: FIGURES_COMPARED }, (_, i) => ({ figure: CHAT_FIGURES[(turn + i) % CHAT_FIGURES.length]!, place: null }));
  return [...figures, BARS[(turn * 11) % BARS.length]!];
}

function compareList(shop: Shop, query: Query, list: List, { chats, total }: ChatsFound): void {
  const expected = chatsBehind(shop, list, { ...query, channel: query.channel ?? undefined }, { now: NOW });
  const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id).sort();
  assert.deepEqual([ids(chats), total], [ids(expected), expected.length], `the chats of ${JSON.stringify(list)}, asked for ${JSON.stringify(query)}`);
}

/** Section 2 of spec/metrics.md: these hold for every report, whoever counted it. */
function assertIdentities({ outcomes, net, gross, gap, return_rate }: HeroValue, closedChats: number): void {
  assert.equal(closed(outcomes), closedChats, 'the outcomes add up to every closed chat');
  if (net.share === null) return;
  const near = (a: number, b: number, rule: string): void => assert.ok(Math.abs(a - b) < 1e-12, `${rule}: ${a} is not ${b}`);
  near(net.share, gross.share! * (1 - (return_rate.share ?? 0)), 'net = gross x (1 - return rate)');
  near(gap.share!, gross.share! - net.share, 'gap = gross - net');
}

/** Counted without any outcome. */
function closedIn({ from, to, channel }: Period, shop: Shop): number {
  const { time_zone } = shop.organization;
  return episodesOf(shop).filter((chat) => {
    const day = chat.closed_at === null ? '' : localDay(chat.closed_at, time_zone);
    return from <= day && day <= to && (channel === null || chat.channel === channel);
  }).length;
}

function noteFrozen({ frozen: one, channel }: Period, seen: Seen): void {
  if (one === null) return;
  seen.note(channel === null ? 'frozen' : 'frozen for a channel');
  if (one.revised_at !== null) seen.note('revised');
}

function noteMetrics(data: ReportData, seen: Seen): void {
  const { trend, hero, after_hours, sentiment, turns, cost } = data;
  if (trend.status === 'ok') {
    seen.note(`baseline: ${trend.baseline.status === 'ok' ? 'ok' : trend.baseline.reason}`);
    for (const { forecast, graded } of [trend.weeks, trend.months]) {
      seen.note(`forecast: ${forecast.status === 'ok' ? 'ok' : forecast.reason}`);
      for (const { inside } of graded) seen.note(inside ? 'forecast held' : 'forecast missed');
    }
  }
  if (hero.status === 'ok' && hero.corrected > 0) seen.note('corrected');
  if (hero.status === 'ok' && hero.vs_first_month !== null) seen.note('compared with the first month');
  for (const [name, metric] of Object.entries({ after_hours, sentiment, turns })) seen.note(`${name}: ${metric.status === 'ok' ? 'ok' : metric.reason}`);
  if (after_hours.status === 'ok' && after_hours.would_have_waited > 0) seen.note('would have waited');
  if (cost.status !== 'ok') return;
  if (cost.money?.ai_fee) seen.note('with a fee');
  if (cost.parts.length > 1) seen.note('figures changed within the days');
  if (cost.parts.length > 1 && cost.money?.ai_fee) seen.note('several fees');
}

/** What makes rooms that are used again hard. */
function noteRooms(shop: Shop, seen: Seen): void {
  for (const chats of Map.groupBy(episodesOf(shop), ({ room_id }) => room_id).values()) {
    if (chats.length > 1) seen.note('several chats in a room');
    if (chats.some(({ closed_at }) => closed_at === null) && chats.length > 1) seen.note('open behind closed chats');
    if (chats.length > 1 && chats.some(({ ai_involved, closed_reason }) => ai_involved && closed_reason !== 'RESOLVE_AI')) seen.note('AI known by a log');
  }
}

function noteEdges(shop: Shop, judged: readonly JudgedEpisode[], seen: Seen): void {
  const episodes = new Map(episodesOf(shop).map((episode) => [episode.id, episode]));
  for (const { id, outcome, returned_in } of judged) {
    seen.note(outcome);
    const [earlier, later] = [episodes.get(id)!, episodes.get(returned_in ?? '')];
    if (later && later.channel !== earlier.channel) seen.note('return on another channel');
    if (later && later.first_inbound_at - earlier.closed_at! === 2 * DAY) seen.note('return after exactly 48:00:00');
  }
}

eachDatabase('service = reference', (open) => {
  const { seeds, ...all } = SHOPS[open.kind];
  const runs = Number(SHOPS_RUNS ?? all.runs);
  const reusedRuns = Math.ceil(runs / 8);
  // Each has hundreds of chats.
  const longRuns = Math.ceil(runs / 25);
  let database: Database;
  before(async () => {
    database = await open();
  });

  /** Compares so many shops of a kind. @returns what they held */
  async function compareMany(shops: fc.Arbitrary<RandomShop>, numRuns: number, replay: { path?: string } = {}): Promise<Seen> {
    const seen = new Seen();
    const property = fc.asyncProperty(shops, (random) => compare(database, random, seen));
    const from = SHOPS_SEED === undefined ? seeds : [Number(SHOPS_SEED)];
    await Promise.all(from.map((seed) => fc.assert(property, { numRuns: Math.ceil(numRuns / from.length), seed, ...replay })));
    return seen;
  }

  const replay = SHOPS_PATH === undefined ? {} : { path: SHOPS_PATH };

  test(`${runs} random shops: the same outcomes, the same reports`, async () => {
    const seen = await compareMany(randomShop, runs, replay);
    if (SHOPS_PATH !== undefined || runs < ENOUGH) return;
    seen.atLeast(50, ...OUTCOMES, 'still_open', 'provisional', 'final', 'frozen', 'return on another channel');
    seen.atLeast(20, 'revised', 'frozen for a channel');
    seen.atLeast(
      10,
      'return after exactly 48:00:00',
      'better',
      'same',
      'worse',
      'corrected',
      'would have waited',
      'with a fee',
      'figures changed within the days',
      'several fees',
    );
    seen.atLeast(
      50,
      'after_hours: ok',
      'after_hours: no_working_hours',
      'sentiment: ok',
      'sentiment: not_measured_yet',
      'turns: ok',
      'turns: not_measured_yet',
    );
  });

  test(`${reusedRuns} random shops with rooms that are used again: the same chats, outcomes and reports`, async () => {
    const seen = await compareMany(reusedShop, reusedRuns, replay);
    if (SHOPS_PATH !== undefined || runs < ENOUGH) return;
    seen.atLeast(5, ...OUTCOMES, 'still_open', 'several chats in a room', 'open behind closed chats', 'AI known by a log');
  });

  test(`${longRuns} long shops: the same trends, forecasts and starting points`, async () => {
    const seen = await compareMany(longShop, longRuns);
    seen.atLeast(1, 'forecast: ok', 'forecast: few_periods', 'forecast held', 'baseline: ok', 'baseline: too_few_weeks', 'compared with the first month');
  });

  test('an organization without an import: no number, on both sides', async () => {
    const organization: Organization = { id: randomUUID(), name: 'Toko Baru', time_zone: 'Asia/Jayapura', ai_activated_on: null, source: 'live' };
    const served = new ServedShop(database, organization.id);
    await served.create(organization);
    const { reports } = await served.answers([{ channel: null }]);
    assert.deepEqual(comparable(reports[0]!), comparable(reportOf({ organization, rooms: [], activity: [], as_of: null }, {}, { now: new Date() })));
  });
});

describe('random shops', () => {
  test('the same seed gives the same shops, so that a failure can be seen again', () => {
    assert.deepEqual(fc.sample(randomShop, { seed: 1, numRuns: 5 }), fc.sample(randomShop, { seed: 1, numRuns: 5 }));
  });
});
