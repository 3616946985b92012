// Every figure of a report as rows of a table.
import { type CostPart, type CostValue, type HeroValue, type ImpactReport, type JourneyValue, OUTCOMES } from '@qontak/impact-contract';
import { channelName, cleanText, windowText } from '#kit';
import type { Cell } from './csv.ts';
import { countRow, rateRow, type Row, textRow } from './rows.ts';
import { afterHoursRows, moodRows, turnsRows } from './rows.cards.ts';
import { trendRows } from './rows.trend.ts';
import type { ShareLang } from './share.strings.ts';
import { hundredOf, statusOf } from './share.view.ts';

/** The heading and one row for each figure. */
export function figuresOf(report: ImpactReport, lang: ShareLang): Row[] {
  const { t } = lang;
  const { hero, journey, cost, trend, after_hours, sentiment, turns } = report.data;
  const columns = ['section', 'figure', 'value', 'of', 'percent', 'low', 'high', 'unit'] as const;
  return [
    columns.map((column) => t(`col_${column}`)),
    ...aboutRows(report, lang),
    ...(hero.status === 'ok' ? heroRows(hero, lang) : []),
    ...(journey.status === 'ok' ? afterReturnRows(journey, lang) : []),
    ...(cost.status === 'ok' ? costRows(cost, lang) : []),
    ...(trend.status === 'ok' ? trendRows(trend, lang) : []),
    ...(after_hours.status === 'ok' ? afterHoursRows(after_hours, report.meta, lang) : []),
    ...(sentiment.status === 'ok' ? moodRows(sentiment, lang) : []),
    ...(turns.status === 'ok' ? turnsRows(turns, lang) : []),
  ];
}

function aboutRows({ data, meta }: ImpactReport, lang: ShareLang): Row[] {
  const { t, periods } = lang;
  const { organization, period, as_of, source } = meta;
  const status = statusOf({ data, meta }, lang);
  const row = (figure: string, value: Cell): Row => textRow(t('sec_about'), figure, value);
  return [
    row(t('row_organization'), cleanText(organization.name)),
    row(t('row_period'), periods.range(period)),
    row(t('row_from'), period.from),
    row(t('row_to'), period.to),
    row(t('row_channel'), period.channel === null ? t('row_all_channels') : channelName(period.channel)),
    ...(status === null ? [] : [row(t('row_status'), status)]),
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

/** What became of those that came back. */
function afterReturnRows({ nodes }: JourneyValue, { t }: ShareLang): Row[] {
  const row = (id: 'came_back_ai' | 'came_back_team' | 'came_back_open'): Row =>
    countRow(t('sec_where'), t(id), nodes.find((node) => node.id === id)?.chats ?? 0, t('unit_chats'));
  return [row('came_back_ai'), row('came_back_team'), row('came_back_open')];
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
