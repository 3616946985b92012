import { CATALOGUE, type ImpactReport, MATCH_RULE, type ReportData, SCHEMA_VERSION, unavailable } from '@qontak/impact-contract';
import type { Shop } from '../rows.ts';
import { channelsOf } from './channels.ts';
import { hero } from './hero.ts';
import { type JudgedEpisode, judge } from './outcomes.ts';
import { daysOf, periodOf, type ReportQuery } from './period.ts';

/**
 * The report that the service must serve for these chats, counted in plain TypeScript straight from spec/metrics.md.
 * @throws {ImpossiblePeriod} when the query names no possible period
 */
export function reportOf(shop: Shop, query: ReportQuery, { now }: { now: Date }): ImpactReport {
  const { id, name, time_zone, source } = shop.organization;
  const asOf = shop.as_of === null ? null : Date.parse(shop.as_of);
  const days = daysOf(query, asOf, now.getTime(), time_zone);
  const channel = query.channel ?? null;
  const chats = judgedOf(shop);
  // Only the cohort is filtered: a customer who came back on another channel still came back.
  const cohort = channel === null ? chats : chats.filter((chat) => chat.channel === channel);
  return {
    status: 'success',
    data: { ...nothingMeasured(), hero: asOf === null ? unavailable('no_data_yet') : hero(cohort, days) },
    meta: {
      schema: SCHEMA_VERSION,
      organization: { id, name, time_zone },
      source,
      channels: channelsOf(chats),
      period: periodOf(days, channel, asOf, time_zone),
      as_of: asOf === null ? null : new Date(asOf).toISOString(),
      match_rule: MATCH_RULE,
      generated_at: now.toISOString(),
    },
  };
}

/** Every metric of the catalogue, none of them measured. */
export const nothingMeasured = (): ReportData =>
  Object.fromEntries(CATALOGUE.map(({ slot }) => [slot, unavailable('not_measured_yet')])) as unknown as ReportData;

const judgedShops = new WeakMap<Shop, JudgedEpisode[]>();

/** A demo asks for many periods of one shop; its chats are judged once. A shop is never changed, only replaced. */
function judgedOf(shop: Shop): JudgedEpisode[] {
  let judged = judgedShops.get(shop);
  if (!judged) judgedShops.set(shop, (judged = judge(shop)));
  return judged;
}
