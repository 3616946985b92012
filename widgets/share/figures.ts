// Every figure of a report as rows of a table. Percentages stand only where there are chats enough for one.
import {
  type CostPart,
  type CostValue,
  type HeroValue,
  type ImpactReport,
  OUTCOMES,
  type Rate,
  SIZE_FROM,
  type SentimentValue,
  type TrendSeries,
  TURNS_EXACT_UP_TO,
  type TurnsValue,
} from '@qontak/impact-contract';
import { channelName, cleanText, sinceAi, windowText } from '#kit';
import { wholeOf } from '#lang';
import type { Cell } from './csv.ts';
import type { ShareLang } from './share.strings.ts';
import { hundredOf, statusOf } from './share.view.ts';

type Row = Cell[];

/** The heading and one row for each figure. */
export function figuresOf(report: ImpactReport, lang: ShareLang): Row[] {
  const { t } = lang;
  const { hero, cost, trend, after_hours, sentiment, turns } = report.data;
  const columns = ['section', 'figure', 'value', 'of', 'percent', 'low', 'high', 'unit'] as const;
  return [
    columns.map((column) => t(`col_${column}`)),
    ...aboutRows(report, lang),
    ...(hero.status === 'ok' ? heroRows(hero, lang) : []),
    ...(cost.status === 'ok' ? costRows(cost, lang) : []),
    ...(trend.status === 'ok' ? [...seriesRows(t('sec_months'), trend.months, lang), ...seriesRows(t('sec_weeks'), trend.weeks, lang)] : []),
    ...(after_hours.status === 'ok' ? afterHoursRows(after_hours, lang) : []),
    ...(sentiment.status === 'ok' ? moodRows(sentiment, lang) : []),
    ...(turns.status === 'ok' ? turnsRows(turns, lang) : []),
  ];
}

const textRow = (section: string, figure: string, value: Cell): Row => [section, figure, value, null, null, null, null, null];
const countRow = (section: string, figure: string, value: Cell, unit: string): Row => [section, figure, value, null, null, null, null, unit];

/** `percent`: where it has to add up with its neighbours. */
function rateRow(section: string, figure: string, { count, of, low, high }: Rate, { t }: ShareLang, percent?: number): Row {
  if (of < SIZE_FROM.rough || low === null || high === null) return [section, figure, count, of, null, null, null, t('unit_chats')];
  const whole = percent ?? wholeOf(count, of);
  const ends = [Math.min(whole, Math.round(low * 100)), Math.max(whole, Math.round(high * 100))];
  return [section, figure, count, of, whole, ...ends, t('unit_chats')];
}

function aboutRows({ data, meta }: ImpactReport, lang: ShareLang): Row[] {
  const { t, periods } = lang;
  const { organization, period, as_of, source } = meta;
  const row = (figure: string, value: Cell): Row => textRow(t('sec_about'), figure, value);
  return [
    row(t('row_organization'), cleanText(organization.name)),
    row(t('row_period'), periods.range(period)),
    row(t('row_from'), period.from),
    row(t('row_to'), period.to),
    row(t('row_channel'), period.channel === null ? t('row_all_channels') : channelName(period.channel)),
    row(t('row_status'), statusOf({ data, meta }, lang)),
    ...(as_of === null ? [] : [row(t('row_as_of'), periods.moment(as_of, organization.time_zone))]),
    ...(source === 'sample' ? [row(t('row_note'), t('sample'))] : []),
    row(t('how'), t('how_text', { window: windowText(meta, lang) })),
  ];
}

function heroRows(hero: HeroValue, lang: ShareLang): Row[] {
  const { t } = lang;
  const [solved, where] = [t('sec_solved'), t('sec_where')];
  const parts = hero.net.of === 0 ? null : hundredOf(hero);
  const counts = OUTCOMES.map((outcome) => countRow(where, t(outcome === 'checking' ? 'checking_name' : outcome), hero.outcomes[outcome], t('unit_chats')));
  return [
    rateRow(solved, t('net'), hero.net, lang),
    rateRow(solved, t('gap_name'), hero.gap, lang, parts?.came_back),
    rateRow(solved, t('gross'), hero.gross, lang),
    rateRow(solved, t('return_rate'), hero.return_rate, lang),
    rateRow(solved, t('of_all'), hero.share_of_all, lang),
    ...counts,
    countRow(where, t('still_open'), hero.still_open, t('unit_chats')),
    countRow(where, t('corrected'), hero.corrected, t('unit_chats')),
  ];
}

/** What the figures were is told for each stretch of days on which they were others. */
function costRows({ chats, hours, money, parts }: CostValue, { t, periods }: ShareLang): Row[] {
  const row = (figure: string, value: Cell, unit: 'chats' | 'minutes' | 'hours' | 'rupiah'): Row => countRow(t('sec_worth'), figure, value, t(`unit_${unit}`));
  const by = (name: string, part: CostPart): string => (parts.length === 1 ? name : t('row_part', { name, days: periods.range(part) }));
  const hourly = parts.flatMap((part) => (part.hourly_cost === null ? [] : [row(by(t('row_hourly'), part), part.hourly_cost, 'rupiah')]));
  const rupiah = money === null ? [] : [row(t('row_value'), money.value, 'rupiah')];
  const fee = money === null || money.ai_fee === null ? [] : [row(t('row_fee'), money.ai_fee, 'rupiah'), row(t('row_net_value'), money.net_value, 'rupiah')];
  return [
    row(t('stayed_solved'), chats, 'chats'),
    ...parts.map((part) => row(by(t(`row_minutes_${part.minutes_source}`), part), part.minutes_per_chat, 'minutes')),
    row(t('row_hours'), Math.floor(hours * 10 + 1e-6) / 10, 'hours'),
    ...hourly,
    ...rupiah,
    ...fee,
  ];
}

/** Each point with what came back beside it: the figure that a careless report would show is the two together. */
function seriesRows(section: string, { points }: TrendSeries, lang: ShareLang): Row[] {
  const { t, periods } = lang;
  return sinceAi(points).flatMap(({ from, to, status, net, gross }) => {
    const range = periods.range({ from, to });
    const name = status === 'final' ? range : t('point_provisional', { period: range });
    return [rateRow(section, name, net, lang), countRow(section, t('point_came_back', { period: range }), gross.count - net.count, t('unit_chats'))];
  });
}

function afterHoursRows({ chats, answered, net }: { chats: number; answered: number; net: Rate }, lang: ShareLang): Row[] {
  const { t } = lang;
  const section = t('sec_after_hours');
  return [
    countRow(section, t('row_after_hours'), chats, t('unit_chats')),
    countRow(section, t('row_answered'), answered, t('unit_chats')),
    rateRow(section, t('net'), net, lang),
  ];
}

const moodRows = (value: SentimentValue, lang: ShareLang): Row[] =>
  (['better', 'same', 'worse'] as const).map((kind) => rateRow(lang.t('sec_mood'), lang.t(kind), value[kind], lang));

function turnsRows({ median, nine_of_ten }: TurnsValue, { t }: ShareLang): Row[] {
  const say = (value: number): Cell => (value > TURNS_EXACT_UP_TO ? t('row_more_than', { n: TURNS_EXACT_UP_TO }) : value);
  if (median === null || nine_of_ten === null) return [];
  const section = t('sec_turns');
  return [countRow(section, t('row_usual'), say(median), t('unit_turns')), countRow(section, t('row_nine_of_ten'), say(nine_of_ten), t('unit_turns'))];
}
