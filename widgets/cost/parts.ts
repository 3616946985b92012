// A period in which the figures changed: each stretch of days with its own formula, and who entered its figures.
import type { CostPart, CostValue, ReportMeta } from '@qontak/impact-contract';
import { cleanText } from '#kit';
import { moneyOf } from '#lang';
import type { CostLang } from './cost.strings.ts';
import { exactTimeText, minutesText } from './times.ts';

/** Where the figures of one stretch come from. */
export interface Entered {
  text: string;
  /** An opaque id; null: nobody, or none that may be shown. */
  by: string | null;
}

const chatsText = (chats: number, { t, numbers }: CostLang): string => (chats === 1 ? t('chats_one') : t('chats', { n: numbers.count(chats) }));

/** `1–14 Okt 2026: 210 chat × 6 menit = 21 jam`. */
export function timeOfPart(part: CostPart, lang: CostLang): string {
  const { t, periods } = lang;
  const minutes = minutesText(part.minutes_per_chat, lang);
  const time = exactTimeText(part.chats * part.minutes_per_chat, lang);
  return withSource(part, t('part_time', { days: periods.range(part), chats: chatsText(part.chats, lang), minutes, time }), lang);
}

/** Without a sum of its own: rupiah are cut once, at the end of the whole. */
export function worthOfPart(part: CostPart, lang: CostLang): string {
  const { t, periods, locale } = lang;
  const full = (value: number): string => moneyOf(locale).full(value);
  const minutes = minutesText(part.minutes_per_chat, lang);
  const hourly = full(part.hourly_cost ?? 0);
  const text = withSource(part, t('part_worth', { days: periods.range(part), chats: chatsText(part.chats, lang), minutes, hourly }), lang);
  return part.ai_fee_per_month === null ? text : text + t('part_fee', { fee: full(part.ai_fee_per_month) });
}

const withSource = ({ minutes_source }: CostPart, text: string, { t }: CostLang): string => (minutes_source === 'assumption' ? text + t('part_assumed') : text);

/** The days on which something was not entered, to say why the whole has no value. */
export const daysWithout = (parts: readonly CostPart[], what: 'hourly_cost' | 'ai_fee_per_month', { periods }: CostLang): string =>
  parts
    .filter((part) => part[what] === null)
    .map((part) => periods.range(part))
    .join(', ');

export function enteredIn({ parts }: CostValue, { organization }: ReportMeta, lang: CostLang): Entered[] {
  const { t, periods } = lang;
  return parts.flatMap(({ to, effective_from, changed }) => {
    if (changed === null) return parts.length === 1 ? [] : [{ text: t('entered_none', { day: periods.day(to) }), by: null }];
    const moment = periods.moment(changed.at, organization.time_zone);
    const by = nameless(changed.by);
    if (effective_from !== null) return [{ text: t('entered_from', { day: periods.day(effective_from), moment }), by }];
    return [{ text: parts.length === 1 ? t('entered', { moment }) : t('entered_until', { day: periods.day(to), moment }), by }];
  });
}

/** Whom small print may name: an id for the audit, never a person: addresses and telephone numbers that a host uses as ids stay out of sight. */
export function nameless(by: string): string | null {
  const id = cleanText(by);
  return id === '' || id.length > 64 || id.includes('@') || /^(\+|00?)?[\d\s().-]{8,}$/.test(id) ? null : id;
}
