// Small shops on which counting goes wrong if it can: moments that meet to the second, chains, duplicates, late updates, days that begin late.
import { addDays, type Days, type LocalDate, monthBefore } from '@qontak/impact-contract';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE, startOfDay } from '#mocks/local-time';
import type { ReturnRuling, ShopSettings } from '#mocks';
import { type Draft, type LogDraft, logRow, roomRow, type Rows } from './rows.ts';
import { settingsAround } from './settings.ts';

/** What comes in between two refreshes, and as of when the refresh counts. */
export interface Step extends Rows {
  asOf: string;
  /** Lets the moment go back. */
  allowEarlier: boolean;
}

export interface Query {
  period?: string;
  from?: LocalDate;
  to?: LocalDate;
  channel: string | null;
}

export interface RandomShop {
  time_zone: string;
  ai_activated_on: LocalDate | null;
  settings: ShopSettings;
  steps: Step[];
  /** The first is asked for its lists, too. */
  queries: [Query, ...Query[]];
}

export const ZONES = [
  'Asia/Jakarta',
  'Asia/Makassar',
  'Asia/Jayapura',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
];

/** Around these days begins a month or a year, or a clock changes. */
export const DAYS: LocalDate[] = ['2026-10-01', '2026-11-01', '2027-01-01', '2028-03-01', '2026-03-08', '2026-03-29', '2026-04-05', '2026-09-06', '2026-10-25'];

const CHANNELS = ['whatsapp', 'instagram', 'Web chat'];

const weighted = <T>(...weights: (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
  fc.oneof(...weights.map(([weight, arbitrary]) => ({ weight, arbitrary })));
const mostly = <T>(value: T, others: fc.Arbitrary<T>): fc.Arbitrary<T> => weighted([5, fc.constant(value)], [1, others]);
const orNull = <T>(arbitrary: fc.Arbitrary<T>, nulls = 1): fc.Arbitrary<T | null> => weighted<T | null>([6, arbitrary], [nulls, fc.constant(null)]);

const minutes = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most }).map((n) => n * MINUTE);

/** Milliseconds after the shop's day begins. Whole days, give or take a second, let midnights and 48:00:00 happen all the time. */
const moment = fc
  .tuple(fc.integer({ min: -3, max: 7 }), weighted([4, fc.constant(0)], [2, fc.constantFrom(-1000, 1000, -1, 1)], [2, minutes(1439)]))
  .map(([days, rest]) => days * DAY + rest);

/** How long a chat lasts; a source with a broken clock closes it before it begins. */
const lasts = weighted([4, fc.constantFrom(0, 1000, HOUR, DAY, 2 * DAY)], [3, minutes(2880)], [1, fc.constantFrom(-1000, -HOUR)]);

/** Few enough that many chats come in more than once. */
export const IDS = Array.from({ length: 20 }, (_, i) => `chat ${i}`);
const id = fc.constantFrom(...IDS);

const chat: fc.Arbitrary<Draft> = fc.record({
  id,
  contact_id: orNull(fc.constantFrom('x', 'y')),
  channel: fc.constantFrom(...CHANNELS),
  topic: orNull(fc.constantFrom('p', 'q'), 6),
  opened: orNull(moment),
  lasts: orNull(lasts),
  closed_reason: weighted<string | null>(
    [6, fc.constant('RESOLVE_AI')],
    [3, fc.constantFrom('RESOLVE', null)],
    [1, fc.constantFrom('resolve_ai', 'SPAM', 'Blocked')],
  ),
  assign_channel_agent_id: mostly<string | null>(null, fc.constant('agent')),
  is_test: mostly(false, fc.boolean()),
  initiated_by: mostly<Draft['initiated_by']>('customer', fc.constantFrom('business', null)),
  updated: moment,
});

/** Words in two languages, numbers, and what nobody knows. */
const mood = fc.constantFrom(null, 'negative', 'Netral', 'neutral', 'positif', '0.5', '-1', '+1', 'angry');

/** About fewer chats than there are, and often equally new, so that several compete for one. */
const log: fc.Arbitrary<LogDraft> = fc.record({
  room_id: fc.constantFrom(...IDS.slice(0, 8)),
  ai_answers: fc.constantFrom(null, 0, 1, 3),
  thanks_only: fc.constantFrom(null, false, true),
  customer_messages: fc.constantFrom(null, 0, 1, 2, 7),
  turns: fc.constantFrom(null, 0, 1, 2, 3, 20, 21, 40),
  sentiment_start: mood,
  sentiment_end: mood,
  updated: weighted([2, fc.constant(0)], [1, moment]),
});

interface Pair {
  chats: [first: Draft, second: Draft];
  /** An admin calls the second a different matter. */
  ruled: boolean;
}

/** A chat and a later one of the same customer, which begins when it is about to matter whether it is a return. */
const pair: fc.Arbitrary<Pair> = fc
  .record({
    ruled: fc.boolean(),
    first: chat,
    second: chat,
    gap: weighted([2, fc.constant(2 * DAY)], [2, fc.constantFrom(2 * DAY + 1000, 2 * DAY - 1000, 2 * DAY + 1, 0, 1000, -1000)], [1, minutes(3000)]),
  })
  .map(({ ruled, first, second, gap }) => {
    const closed = (first.opened ?? 0) + (first.lasts ?? 0);
    return { chats: [first, { ...second, contact_id: first.contact_id, opened: closed + gap }], ruled };
  });

/** What was ruled about any chats, and about pairs that mostly would be returns. */
function withRulings(rulings: readonly ReturnRuling[], pairs: readonly Pair[]): ReturnRuling[] {
  const ruled = pairs.filter((two) => two.ruled).map(({ chats: [first, second] }) => ({ id: first.id, returned_in: second.id }));
  return [...new Map([...rulings, ...ruled].map((ruling) => [`${ruling.id} ${ruling.returned_in}`, ruling])).values()];
}

/** Enough alike chats in two months, 29 days apart, that one can be compared with the other. */
const crowd = fc.record({ now: fc.integer({ min: 29, max: 60 }), before: fc.integer({ min: 29, max: 60 }), solvedNow: fc.nat(60), solvedBefore: fc.nat(60) });

function crowdOf({ now, before, solvedNow, solvedBefore }: { now: number; before: number; solvedNow: number; solvedBefore: number }): Draft[] {
  const month = (name: string, of: number, solved: number, opened: number): Draft[] =>
    Array.from({ length: of }, (_, i) => ({
      id: `${name} ${i}`,
      contact_id: `${name} ${i}`,
      channel: 'whatsapp',
      topic: null,
      opened,
      lasts: HOUR,
      closed_reason: 'RESOLVE_AI',
      assign_channel_agent_id: i < solved ? null : 'agent',
      is_test: false,
      initiated_by: 'customer',
      updated: opened,
    }));
  return [...month('now', now, solvedNow, 2 * HOUR), ...month('before', before, solvedBefore, 2 * HOUR - 29 * DAY)];
}

const step = fc.record({
  chats: fc.array(chat, { maxLength: 7 }),
  pairs: fc.array(pair, { maxLength: 2 }),
  logs: fc.array(log, { maxLength: 8 }),
  // late enough, most of the time, that some windows have passed
  asOf: fc.tuple(moment, fc.constantFrom(0, 3 * DAY, 6 * DAY)).map(([at, later]) => at + later),
  allowEarlier: mostly(false, fc.constant(true)),
});

function mondayWeekOf(day: LocalDate): Days {
  const monday = addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  return { from: monday, to: addDays(monday, 6) };
}

function queriesAround(day: LocalDate): fc.Arbitrary<Query> {
  const periods: Omit<Query, 'channel'>[] = [
    {},
    { period: 'P1D' },
    { period: 'P7D' },
    { period: day.slice(0, 7) },
    { from: day, to: day },
    { from: addDays(day, 1), to: addDays(day, 1) },
    { from: addDays(day, -1), to: addDays(day, 2) },
    { from: addDays(day, -3), to: addDays(day, 8) },
    mondayWeekOf(addDays(day, -1)),
    mondayWeekOf(addDays(day, -8)),
    { period: monthBefore(day) },
  ];
  const channel = weighted<string | null>([2, fc.constant(null)], [2, fc.constantFrom(...CHANNELS)], [1, fc.constant('fax')]);
  return fc.record({ period: fc.constantFrom(...periods), channel }).map(({ period, channel: chosen }) => ({ ...period, channel: chosen }));
}

/** Any small shop, with what came in when and what is asked of it. */
export const randomShop: fc.Arbitrary<RandomShop> = fc
  .record({ time_zone: fc.constantFrom(...ZONES), day: fc.constantFrom(...DAYS) })
  .chain(({ time_zone, day }) => {
    const at = (offset: number): string => new Date(startOfDay(day, time_zone) + offset).toISOString();
    const shop = fc.record({
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
      crowd: mostly<Draft[]>([], crowd.map(crowdOf)),
      queries: fc.array(queriesAround(day), { maxLength: 3 }),
      ai_activated_on: orNull(fc.constantFrom(addDays(day, -35), addDays(day, -29), addDays(day, -2))),
      settings: settingsAround(day, IDS),
    });
    return shop.map(({ steps, crowd: many, queries, ai_activated_on, settings }) => ({
      time_zone,
      ai_activated_on,
      settings: {
        ...settings,
        return_rulings: withRulings(
          settings.return_rulings ?? [],
          steps.flatMap(({ pairs }) => pairs),
        ),
      },
      steps: steps.map(({ chats, pairs, logs, asOf, allowEarlier }, i) => ({
        rooms: [...chats, ...pairs.flatMap((two) => two.chats), ...(i === 0 ? many : [])].map((draft) => roomRow(draft, at)),
        activity: logs.map((draft) => logRow(draft, at)),
        asOf: at(asOf),
        allowEarlier,
      })),
      // the whole time that the shop lives, a month against the one before, and what else somebody may ask
      queries: [{ from: addDays(day, -40), to: addDays(day, 20), channel: null }, { period: day.slice(0, 7), channel: null }, ...queries],
    }));
  });
