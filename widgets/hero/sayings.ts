import { type ChatFigure, type Difference, type HeroValue, previousPeriod, type ReportMeta, SIZE_FROM } from '@qontak/impact-contract';
import { channelName, type Fact, plain, said } from '#kit';
import { isMonth, localDay, wholeOf } from '#lang';
import type { HeroLang } from './hero.strings.ts';

// The lines around the headline: each a fact of its own, or null when there is nothing to say.

/** `2 hari`: the return window of the match rule. */
export function windowText({ match_rule: { window_hours: hours } }: ReportMeta, lang: HeroLang): string {
  if (hours % 24 !== 0) return hours === 1 ? lang.t('hours_one') : lang.t('hours', { n: hours });
  return hours === 24 ? lang.t('days_one') : lang.t('days', { n: hours / 24 });
}

/** Where the data end: before the period, within it (a reader calls it "this month" then), or after it. */
export function dataEnd({ period, as_of, organization }: ReportMeta): 'before' | 'within' | 'after' {
  const day = as_of === null ? null : localDay(as_of, organization.time_zone);
  if (day === null || day < period.from) return 'before';
  return day <= period.to ? 'within' : 'after';
}

/** A sign only where the direction is certain. */
const KIND = { better: 'better', probably_better: 'plain', same: 'plain', unclear: 'plain', probably_worse: 'plain', worse: 'worse', other: 'plain' } as const;

export function shareOfAll({ net, share_of_all: { count, of } }: HeroValue, { period: { channel } }: ReportMeta, lang: HeroLang): Fact {
  const { numbers, t } = lang;
  const received = { figure: 'received' } as const;
  // One channel's chats are not all that the business received.
  const through = channel === null ? '' : t('through', { channel: channelName(channel) });
  const saying = said(({ number }) => {
    if (net.size === 'full') return t('share_of_all', { share: number(String(wholeOf(count, of)), received) }) + through;
    const solved = number(numbers.count(count), count === 0 ? null : { figure: 'stayed_solved' });
    return t('share_of_all_counts', { count: solved, of: number(numbers.count(of), of === 0 ? null : received) }) + through;
  });
  return { kind: 'plain', ...saying };
}

export function rangeFact({ net }: HeroValue, { period }: ReportMeta, lang: HeroLang): Fact | null {
  if (net.low === null || net.high === null || (net.size !== 'full' && net.size !== 'rough')) return null;
  const whole = wholeOf(net.count, net.of);
  // The range is around the figure that is shown, also where that one was held at 99.
  const low = Math.min(whole, Math.round(net.low * 100));
  const high = Math.max(whole, Math.round(net.high * 100));
  const say = (value: number): string => (net.size === 'full' ? String(value) : lang.numbers.percent(value));
  const next = lang.t(isMonth(period) ? 'next_month' : 'next_period');
  const judged = { figure: 'judged' } as const;
  const saying = said(({ number, from, to }) =>
    low === high ? lang.t('range_point', { next, low: number(say(low), judged) }) : lang.t('range', { next, low: from(say(low), judged), high: to(say(high)) }),
  );
  return { kind: 'plain', ...saying };
}

export function comparison(hero: HeroValue, meta: ReportMeta, lang: HeroLang): Fact | null {
  const { net, vs_previous } = hero;
  if (!isComparable(net.of, vs_previous)) return null;
  const earlier = earlierName(meta, lang);
  const amount = earlierAmount(hero, vs_previous, lang);
  const { verdict } = vs_previous;
  if (verdict === 'same' || verdict === 'other') return { kind: 'plain', ...plain(lang.t(verdict, { earlier })) };
  const opens = vs_previous.earlier.share === 0 ? null : ({ figure: 'stayed_solved', days: previousPeriod(meta.period) } as const);
  return { kind: KIND[verdict], ...said(({ number }) => lang.t(verdict, { earlier, amount: number(amount, opens) })) };
}

export function startComparison(hero: HeroValue, lang: HeroLang): Fact | null {
  const { net, vs_first_month } = hero;
  if (!isComparable(net.of, vs_first_month)) return null;
  const amount = earlierAmount(hero, vs_first_month, lang);
  const { verdict } = vs_first_month;
  const words = verdict === 'same' || verdict === 'unclear' || verdict === 'other' ? lang.t(`first_${verdict}`) : lang.t(`first_${verdict}`, { amount });
  return { kind: KIND[verdict], ...plain(words) };
}

const isComparable = <Compared extends { earlier: Difference['earlier'] }>(of: number, difference: Compared | null): difference is Compared =>
  difference !== null && of >= SIZE_FROM.rough && difference.earlier.of >= SIZE_FROM.rough;

/** In the manner of the headline: "x of 100" beside "x of 100", a percentage beside a rough one. */
function earlierAmount({ net }: HeroValue, { earlier: { share, of } }: Pick<Difference, 'earlier'>, lang: HeroLang): string {
  const whole = wholeOf(share * of, of);
  return net.of >= SIZE_FROM.full && of >= SIZE_FROM.full ? lang.t('amount_of_hundred', { n: whole }) : lang.numbers.percent(whole);
}

/** "last month" only while the month runs; of an older month that would point at the wrong one. */
function earlierName(meta: ReportMeta, lang: HeroLang): string {
  if (isMonth(meta.period) && dataEnd(meta) === 'within') return lang.t('last_month');
  return lang.periods.range(previousPeriod(meta.period));
}

/** A line whose number opens its chats. */
export interface Note {
  text: string;
  figure: ChatFigure;
}

/** What the headline leaves out, and how much of it there is: nothing is dropped in silence. */
export function notesOf({ outcomes: { checking, uncheckable }, still_open, corrected }: HeroValue, meta: ReportMeta, lang: HeroLang): Note[] {
  const { t, numbers } = lang;
  const window = windowText(meta, lang);
  const count = (n: number): string => numbers.count(n);
  const notes: (Note | null)[] = [
    noteOf('checking', checking, checking === 1 ? t('checking_one', { window }) : t('checking', { n: count(checking), window })),
    noteOf('still_open', still_open, still_open === 1 ? t('still_open_one') : t('still_open', { n: count(still_open) })),
    noteOf('uncheckable', uncheckable, uncheckable === 1 ? t('uncheckable_one') : t('uncheckable', { n: count(uncheckable) })),
    noteOf('corrected', corrected, t('corrected', { n: count(corrected) })),
  ];
  return notes.filter((note) => note !== null);
}

const noteOf = (figure: ChatFigure, chats: number, text: string): Note | null => (chats === 0 ? null : { figure, text });
