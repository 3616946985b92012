import { type CostValue, type HeroValue, type ImpactReport, type ReportMeta, STARTING_MINUTES } from '@qontak/impact-contract';
import { channelName, cleanText, lastDaySoFar, revisedText, windowText } from '#kit';
import { isMonth, moneyOf, wholeOf } from '#lang';
import type { ShareLang } from './share.strings.ts';

/** What a report comes to, in the sentences that go into a message and onto paper. */
export interface Sayings {
  heading: string;
  /** Simulated figures say so wherever they go. */
  sample: string | null;
  /** Null: nothing has come in yet, so there is nothing that could change or become final. */
  status: string | null;
  headline: string;
  /** What only looked solved: it never stands apart from the headline. Null without chats. */
  gap: string | null;
  facts: string[];
  /** Hours and rupiah, each with what it was reckoned from. */
  worth: string[];
  how: { title: string; text: string };
  freshness: string | null;
}

/** The chats on which AI is judged, of 100 or as they are; they add up. */
export interface Parts {
  solved: number;
  came_back: number;
  rest: number;
}

/** The gap is the difference of two rounded figures: what stands side by side has to add up. */
export function hundredOf({ net, gross }: HeroValue): Parts {
  const solved = wholeOf(net.count, net.of);
  const looked_solved = wholeOf(gross.count, gross.of);
  return { solved, came_back: looked_solved - solved, rest: 100 - looked_solved };
}

export function sayingsOf({ data, meta }: ImpactReport, lang: ShareLang): Sayings {
  const { t, periods } = lang;
  const { as_of, organization, source } = meta;
  const hero = data.hero.status === 'ok' ? data.hero : null;
  const cost = data.cost.status === 'ok' ? data.cost : null;
  return {
    heading: headingOf(meta, lang),
    sample: source === 'sample' ? t('sample') : null,
    status: statusOf({ data, meta }, lang),
    headline: hero === null ? t('unavailable') : headlineOf(hero, meta, lang),
    gap: hero === null ? null : gapOf(hero, lang),
    facts: hero === null ? [] : factsOf(hero, meta, lang),
    worth: cost === null || cost.chats === 0 ? [] : worthOf(cost, meta, lang),
    how: { title: t('how'), text: t('how_text', { window: windowText(meta, lang) }) },
    freshness: as_of === null ? null : t('as_of', { moment: periods.moment(as_of, organization.time_zone) }),
  };
}

/** Whoever got the figures earlier, and finds other ones now, is told so. */
export function statusOf({ data: { hero }, meta }: Pick<ImpactReport, 'data' | 'meta'>, lang: ShareLang): string | null {
  if (meta.as_of === null) return null;
  const { status, final_on } = meta.period;
  if (status !== 'final') return lang.t('provisional', { date: lang.periods.day(final_on) });
  return (hero.status === 'ok' ? revisedText(hero.net, meta, lang) : null) ?? lang.t('final');
}

function headingOf({ organization, period }: ReportMeta, { t, periods }: ShareLang): string {
  const values = { organization: cleanText(organization.name), period: periods.range(period) };
  return period.channel === null ? t('heading', values) : t('heading_channel', { ...values, channel: channelName(period.channel) });
}

function headlineOf(hero: HeroValue, meta: ReportMeta, lang: ShareLang): string {
  const { t, numbers, periods } = lang;
  const { size, count, of } = hero.net;
  const window = windowText(meta, lang);
  switch (size) {
    case 'none':
      return t(meta.period.status === 'final' ? 'none_past' : 'none', { period: periods.range(meta.period) });
    case 'counts':
      return t('counts', { count, of });
    case 'x_of_n':
      return t('x_of_n', { count, of, window });
    case 'rough':
      return t('rough', { percent: numbers.percent(hundredOf(hero).solved), of, window });
    case 'full':
      return t('full', { net: hundredOf(hero).solved, window });
  }
}

function gapOf(hero: HeroValue, { t, numbers }: ShareLang): string | null {
  const { size } = hero.net;
  if (size === 'none') return null;
  const { count } = hero.gap;
  if (count === 0) return t('gap_none');
  if (size === 'counts' || size === 'x_of_n') return t('gap', { gap: numbers.count(count) });
  const { came_back } = hundredOf(hero);
  if (size === 'rough') return t('gap', { gap: numbers.percent(came_back) });
  return came_back === 0 ? t('gap_below_one') : t('gap', { gap: came_back });
}

function factsOf(hero: HeroValue, meta: ReportMeta, lang: ShareLang): string[] {
  const { t, numbers } = lang;
  const { net, share_of_all: all, outcomes } = hero;
  const waiting = outcomes.checking === 0 ? [] : [t('checking', { n: numbers.count(outcomes.checking), window: windowText(meta, lang) })];
  if (net.size === 'none') return waiting;
  const share =
    net.size === 'full'
      ? t('share_of_all', { share: wholeOf(all.count, all.of) })
      : t('share_of_all_counts', { count: numbers.count(all.count), of: numbers.count(all.of) });
  const range = rangeOf(hero, meta, lang);
  return [share, ...(range === null ? [] : [range]), ...waiting];
}

function rangeOf({ net }: HeroValue, { period }: ReportMeta, { t, numbers }: ShareLang): string | null {
  if (net.low === null || net.high === null || (net.size !== 'full' && net.size !== 'rough')) return null;
  const whole = wholeOf(net.count, net.of);
  const say = (value: number): string => (net.size === 'full' ? String(value) : numbers.percent(value));
  const [low, high] = [Math.min(whole, Math.round(net.low * 100)), Math.max(whole, Math.round(net.high * 100))];
  return t('range', { next: t(isMonth(period) ? 'next_month' : 'next_period'), low: say(low), high: say(high) });
}

const SAVED = { assumption: 'saved_assumed', admin: 'saved', measured: 'saved_measured' } as const;

/** Cut, never rounded up: what is claimed to be saved was saved. */
function worthOf({ hours, minutes_per_chat, minutes_source, money }: CostValue, meta: ReportMeta, lang: ShareLang): string[] {
  const { t, numbers, locale, periods } = lang;
  const assumed = minutes_source === 'assumption' ? '_assumed' : '';
  const amountOf = (unit: 'hours' | 'minutes', n: string): string => (n === '1' ? t(`${unit}_one`) : t(unit, { n }));
  const minutes = amountOf('minutes', numbers.decimal(minutes_per_chat ?? STARTING_MINUTES));
  const cut = (value: number, tenths = 1): string => numbers.decimal(Math.floor(value * tenths + 1e-6) / tenths);
  const time = hours < 1 ? amountOf('minutes', cut(hours * 60)) : amountOf('hours', cut(hours, hours < 10 ? 10 : 1));
  const saved = t(minutes_per_chat === null ? `saved_several${assumed}` : SAVED[minutes_source], { time, minutes });
  if (money === null) return [saved];
  const { value, hourly_cost, ai_fee, net_value } = money;
  const rupiah = moneyOf(locale);
  const worth =
    minutes_per_chat === null || hourly_cost === null
      ? t(`worth_several${minutes_per_chat === null ? assumed : ''}`, { amount: rupiah.short(value), minutes })
      : t(`worth${assumed}`, { amount: rupiah.short(value), hourly: rupiah.full(hourly_cost), minutes });
  if (ai_fee === null || net_value === null) return [saved, worth];
  const amount = rupiah.signed(net_value, Math.max(value, Math.abs(net_value)));
  const day = ai_fee === 0 ? null : lastDaySoFar(meta);
  const early = day === null ? [] : [t('fee_early', { day: periods.dayOfMonth(day) })];
  return [saved, worth, t('after_fee', { fee: rupiah.short(ai_fee), amount }), ...early];
}

/** The message. */
export function shareText({ heading, sample, status, headline, gap, facts, worth, how, freshness }: Sayings): string {
  const blocks = [[heading, sample, status], [headline, gap, ...facts], worth, [`${how.title}: ${how.text}`, freshness]];
  return blocks
    .map((lines) => lines.filter((line) => line !== null).join('\n'))
    .filter((block) => block !== '')
    .join('\n\n');
}
