import { type Days, LONGEST_PERIOD_DAYS, type ReportMeta } from '@qontak/impact-contract';
import { channelName } from '#kit';
import { type Draft, type Preset, presetDays, PRESETS, type Problem, todayOf } from './choice.ts';
import type { PeriodPickerLang } from './period-picker.strings.ts';

export interface Option<Value extends string> {
  value: Value;
  label: string;
}

export interface PeriodPickerView {
  kinds: Option<Draft['kind']>[];
  kind: Draft['kind'];
  /** The empty value stands for all. */
  channels: Option<string>[];
  channel: string;
  /** The fields for two dates; null with a preset. */
  dates: { from: string; to: string; newest: string } | null;
  problem: (Problem & { text: string }) | null;
  /** What the page shows now, and whether that can still change. */
  status: string;
}

interface Shown {
  draft: Draft;
  /** The days that the reader asked for and that have not come; null: none, or the host asked for others. */
  asked: Days | null;
  problem: Problem | null;
  /** Of the newest report that came. */
  meta: ReportMeta;
  /** `shown`: that report is what was chosen. */
  state: 'shown' | 'loading' | 'failed';
}

/** Turns what is chosen and what is shown into the picker's words. */
export function periodPickerView({ draft, asked, problem, meta, state }: Shown, lang: PeriodPickerLang): PeriodPickerView {
  const { t, periods } = lang;
  const today = todayOf(meta);
  const label = (preset: Preset): string => t(preset, { days: periods.range(presetDays(preset, today)) });
  const channels = [...new Set([...meta.channels, ...(draft.channel === null ? [] : [draft.channel])])];
  return {
    kinds: [...PRESETS.map((value) => ({ value, label: label(value) })), { value: 'custom', label: t('custom') }],
    kind: draft.kind,
    channels: [{ value: '', label: t('all_channels') }, ...channels.map((value) => ({ value, label: channelName(value) }))],
    channel: draft.channel ?? '',
    dates: draft.kind === 'custom' ? { from: draft.from, to: draft.to, newest: today } : null,
    problem: problem === null ? null : { ...problem, text: problemText(problem, today, lang) },
    status: statusOf({ asked, meta, state }, lang),
  };
}

function statusOf({ asked, meta, state }: Pick<Shown, 'asked' | 'meta' | 'state'>, { t, periods }: PeriodPickerLang): string {
  const key = state === 'failed' ? 'not_shown' : 'loading';
  if (state !== 'shown') return asked === null ? t(`${key}_any`) : t(key, { days: periods.range(asked) });
  const { period, as_of } = meta;
  const shown = t('shown', { days: periods.range(period), channel: period.channel === null ? t('every_channel') : channelName(period.channel) });
  if (as_of === null) return shown;
  return `${shown} ${period.status === 'final' ? t('final') : t('provisional', { date: periods.day(period.final_on) })}`;
}

function problemText({ kind }: Problem, today: string, { t, periods }: PeriodPickerLang): string {
  switch (kind) {
    case 'too_long':
      return t('too_long', { n: LONGEST_PERIOD_DAYS });
    case 'ahead':
      return t('ahead', { day: periods.day(today) });
    case 'from_missing':
    case 'to_missing':
    case 'reversed':
      return t(kind);
  }
}
