import { CATALOGUE, type Days, type ImpactReport, MATCH_RULE, previousPeriod, type ReportData, SCHEMA_VERSION, unavailable } from '@qontak/impact-contract';
import type { Shop } from '../rows.ts';
import { afterHours } from './after-hours.ts';
import { channelsOf } from './channels.ts';
import { chatsOf, closedAmong } from './cohort.ts';
import { cost } from './cost.ts';
import { frozenOf } from './frozen.ts';
import { hero } from './hero.ts';
import { journey } from './journey.ts';
import { type JudgedEpisode, judge } from './outcomes.ts';
import { daysOf, periodOf, type ReportQuery } from './period.ts';
import { reopenRate } from './reopen-rate.ts';
import { sentiment } from './sentiment.ts';
import { trend } from './trend.ts';
import { turns } from './turns.ts';

/**
 * The report that the service must serve for these chats, counted in plain TypeScript straight from spec/metrics.md.
 * @throws {ImpossiblePeriod} when the query names no possible period
 */
export function reportOf(shop: Shop, query: ReportQuery, { now }: { now: Date }): ImpactReport {
  const { id, name, time_zone, source } = shop.organization;
  const asOf = shop.as_of === null ? null : Date.parse(shop.as_of);
  const days = daysOf(query, asOf, now.getTime(), time_zone);
  const channel = query.channel ?? null;
  const period = periodOf(days, channel, asOf, time_zone);
  return {
    status: 'success',
    data: asOf === null ? noData() : measured(shop, asOf, days, channel),
    meta: {
      schema: SCHEMA_VERSION,
      organization: { id, name, time_zone },
      source,
      channels: channelsOf(judgedOf(shop)),
      period: { ...period, frozen: frozenOf(shop, period) },
      as_of: asOf === null ? null : new Date(asOf).toISOString(),
      recounting: false,
      match_rule: MATCH_RULE,
      generated_at: now.toISOString(),
    },
  };
}

function measured(shop: Shop, asOf: number, days: Days, channel: string | null): ReportData {
  const { time_zone: timeZone, ai_activated_on: aiActivatedOn } = shop.organization;
  const slice = sliceOf(shop, channel);
  const [chats, before] = [chatsOf(slice, days), chatsOf(slice, previousPeriod(days))];
  const closed = closedAmong(chats);
  const issued = channel === null ? { forecasts: shop.forecasts ?? [], frozen: shop.baseline_weeks ?? null } : { forecasts: [], frozen: null };
  const line = trend(closedAmong(slice), { asOf, timeZone, aiActivatedOn, days, ...issued });
  return {
    ...nothingMeasured(),
    hero: hero(chats, before, line.baseline.status === 'ok' ? line.baseline.change : null),
    trend: line,
    journey: journey(closed),
    cost: cost(closed, shop.cost_assumptions ?? [], { ...days, channel }),
    after_hours: afterHours(closed, (shop.working_hours ?? []).length > 0),
    reopen_rate: reopenRate(closed, closedAmong(before)),
    sentiment: sentiment(closed),
    turns: turns(closed),
  };
}

/** Only the cohort is filtered: a customer who came back on another channel still came back. */
export function sliceOf(shop: Shop, channel: string | null): JudgedEpisode[] {
  const chats = judgedOf(shop);
  return channel === null ? chats : chats.filter((chat) => chat.channel === channel);
}

/** Every metric of the catalogue, none of them measured. */
const nothingMeasured = (): ReportData => Object.fromEntries(CATALOGUE.map(({ slot }) => [slot, unavailable('not_measured_yet')])) as unknown as ReportData;

/** Before the first import. */
const noData = (): ReportData => ({
  ...nothingMeasured(),
  ...Object.fromEntries(CATALOGUE.flatMap(({ slot, phase }) => (phase === 1 ? [[slot, unavailable('no_data_yet')]] : []))),
});

const judgedShops = new WeakMap<Shop, JudgedEpisode[]>();

/** A demo asks for many periods of one shop; its chats are judged once. A shop is never changed, only replaced. */
export function judgedOf(shop: Shop): JudgedEpisode[] {
  let judged = judgedShops.get(shop);
  if (!judged) judgedShops.set(shop, (judged = judge(shop)));
  return judged;
}
