import type { ChatFigure, ReportData, ReportMeta } from '@qontak/impact-contract';
import { windowText } from '#kit';
import { localDay } from '#lang';
import type { HowWeCountLang } from './how-we-count.strings.ts';

/** Something that the report does not know, or leaves out: how much of it, and why, in one sentence. */
export interface Unknown {
  kind: Kind;
  /** `34 chat`; null where nothing can be counted. */
  count: string | null;
  /** The chats behind the count. */
  figure: ChatFigure | null;
  name: string;
  text: string;
  /** What is meant, one by one. */
  list: string[];
}

export interface HowWeCountView {
  /** The method, a sentence each. */
  method: string[];
  freshness: string;
  /** Null: nothing has come in yet, so there is nothing that could change or become final. */
  status: string | null;
  /** Null: no change is being counted. */
  recounting: string | null;
  unknowns: Unknown[];
  /** Said instead, when every chat is known. */
  nothing: string;
}

const OF_OUTCOMES = ['checking', 'still_open', 'uncheckable', 'ended_unclear', 'corrected'] as const;
type Kind =
  | (typeof OF_OUTCOMES)[number]
  | 'sentiment_unknown'
  | 'turns_unknown'
  | 'no_chats'
  | 'no_working_hours'
  | 'being_counted'
  | 'not_measured_yet'
  | 'other';

/** Says the method and everything that the figures do not hold. */
export function howWeCountView(data: ReportData, meta: ReportMeta, lang: HowWeCountLang): HowWeCountView {
  const { t, periods } = lang;
  const { period, as_of, recounting, organization, match_rule } = meta;
  const window = windowText(meta, lang);
  const name = periods.range(period);
  return {
    method: [t('method_closed', { window }), t('method_returned'), ...(match_rule.across_channels ? [t('method_channels')] : [])],
    freshness: as_of === null ? t('no_data') : t('as_of', { moment: periods.moment(as_of, organization.time_zone) }),
    status: as_of === null ? null : statusText(meta, lang),
    recounting: recounting ? t('recounting') : null,
    unknowns: [...unknownChats(data, window, lang), ...unknownDetails(data, lang), ...missing(data, lang)],
    nothing: t('nothing', { period: name }),
  };
}

function statusText({ period, organization }: ReportMeta, { t, periods }: HowWeCountLang): string {
  const words = { period: periods.range(period), date: periods.day(period.final_on) };
  if (period.status !== 'final') return t('provisional', words);
  const revised_at = period.frozen?.revised_at ?? null;
  return revised_at === null ? t('final', words) : t('final_revised', { ...words, revised: periods.day(localDay(revised_at, organization.time_zone)) });
}

const ofChats = (n: number, { t, numbers }: HowWeCountLang): string => (n === 1 ? t('chats_one') : t('chats', { n: numbers.count(n) }));

function unknownChats({ hero }: ReportData, window: string, lang: HowWeCountLang): Unknown[] {
  const { t } = lang;
  // Another reason than no data is named among the figures that are missing.
  if (hero.status === 'unavailable') return hero.reason === 'no_data_yet' ? [plain('no_chats', lang)] : [];
  const { still_open, corrected, outcomes } = hero;
  const counts = { ...outcomes, still_open, corrected };
  return OF_OUTCOMES.filter((kind) => counts[kind] > 0).map((kind) => ({
    kind,
    count: ofChats(counts[kind], lang),
    figure: kind,
    name: t(kind),
    text: kind === 'checking' ? t('checking_text', { window }) : t(`${kind}_text`),
    list: [],
  }));
}

/** Chats that a figure should rest on, and whose record is incomplete. */
function unknownDetails({ sentiment, turns }: ReportData, lang: HowWeCountLang): Unknown[] {
  const gaps = {
    sentiment_unknown: sentiment.status === 'ok' ? sentiment.eligible - sentiment.measured : 0,
    turns_unknown: turns.status === 'ok' ? turns.of - turns.measured : 0,
  };
  const kinds = ['sentiment_unknown', 'turns_unknown'] as const;
  return kinds.filter((kind) => gaps[kind] > 0).map((kind) => ({ ...plain(kind, lang), count: ofChats(gaps[kind], lang), figure: kind }));
}

/** The figures of the report that have no value, by reason. */
function missing(data: ReportData, lang: HowWeCountLang): Unknown[] {
  const { t, numbers } = lang;
  const slots = Object.keys(data) as (keyof ReportData)[];
  const without = (reason: string): string[] =>
    slots.filter((slot) => data[slot].status === 'unavailable' && data[slot].reason === reason).map((slot) => t(`metric_${slot}`));
  const reasons = ['being_counted', 'not_measured_yet', 'other'] as const;
  const groups = reasons.map((kind) => ({ kind, list: without(kind) })).filter(({ list }) => list.length > 0);
  return [
    ...(without('no_working_hours').length > 0 ? [plain('no_working_hours', lang)] : []),
    ...groups.map(({ kind, list }) => ({
      ...plain(kind, lang),
      count: list.length === 1 ? t('figures_one') : t('figures', { n: numbers.count(list.length) }),
      list,
    })),
  ];
}

const plain = (kind: Exclude<Kind, 'checking'>, { t }: HowWeCountLang): Unknown => ({
  kind,
  count: null,
  figure: null,
  name: t(kind),
  text: t(`${kind}_text`),
  list: [],
});
