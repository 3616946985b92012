import { type AfterHoursValue, type ReportMeta, type SentimentValue, TURNS_EXACT_UP_TO, type TurnsValue } from '@qontak/impact-contract';
import { apportion, zoneLabel } from '#lang';
import { countRow, rateRow, type Row } from './rows.ts';
import type { ShareLang } from './share.strings.ts';

export function afterHoursRows(value: AfterHoursValue, meta: ReportMeta, lang: ShareLang): Row[] {
  const { t, periods } = lang;
  const { chats, answered, net, would_have_waited, hours } = value;
  const zone = zoneLabel(meta.organization.time_zone, new Date(meta.as_of ?? meta.generated_at), lang.locale);
  const row = (figure: string, count: number): Row => countRow(t('sec_after_hours'), figure, count, t('unit_chats'));
  const ofHour = ({ hour, chats: all, after_hours }: AfterHoursValue['hours'][number]): Row[] => {
    const values = { hours: periods.hour(hour), zone };
    return [row(t('row_hour', values), all), row(t('row_hour_outside', values), after_hours)];
  };
  return [
    row(t('row_after_hours'), chats),
    row(t('row_answered'), answered),
    rateRow(t('sec_after_hours'), t('net'), net, lang),
    row(t('row_waited'), would_have_waited),
    ...hours.flatMap(ofHour),
  ];
}

/** Rounded together, as on their card. */
export function moodRows(value: SentimentValue, lang: ShareLang): Row[] {
  const { t } = lang;
  const section = t('sec_mood');
  const moods = ['better', 'same', 'worse'] as const;
  const counts = moods.map((mood) => value[mood].count);
  const wholes = value.measured === 0 ? [] : apportion(100, counts);
  const rows = moods.map((mood, at) => rateRow(section, t(mood), value[mood], lang, wholes[at]));
  return [...rows, ofHowMany(section, value.measured, value.eligible, lang)];
}

export function turnsRows({ median, nine_of_ten, measured, of, histogram }: TurnsValue, lang: ShareLang): Row[] {
  const { t } = lang;
  const say = (value: number): string | number => (value > TURNS_EXACT_UP_TO ? t('row_more_than', { n: TURNS_EXACT_UP_TO }) : value);
  if (median === null || nine_of_ten === null) return [];
  const section = t('sec_turns');
  const inTurns = (chats: number, at: number): Row => countRow(section, t('row_turns', { n: say(at + 1) }), chats, t('unit_chats'));
  return [
    countRow(section, t('row_usual'), say(median), t('unit_turns')),
    countRow(section, t('row_nine_of_ten'), say(nine_of_ten), t('unit_turns')),
    ...histogram.map(inTurns),
    ofHowMany(section, measured, of, lang),
  ];
}

/** On how many chats the rows above rest, of those on which they could. */
const ofHowMany = (section: string, known: number, of: number, { t }: ShareLang): Row => [
  section,
  t('row_known'),
  known,
  of,
  null,
  null,
  null,
  t('unit_chats'),
];
