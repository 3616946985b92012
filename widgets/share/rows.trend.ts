import { SIZE_FROM, type TrendSeries, type TrendValue } from '@qontak/impact-contract';
import { sinceAi, wholeRange } from '#kit';
import { countRow, rateRow, type Row } from './rows.ts';
import type { ShareLang } from './share.strings.ts';

/** The trend by month and by week, with the starting point, what is expected, and what was. */
export function trendRows({ baseline, months, weeks }: TrendValue, lang: ShareLang): Row[] {
  const { t, periods } = lang;
  const start = baseline.status === 'ok' ? [rateRow(t('sec_start'), periods.range(baseline), baseline.net, lang)] : [];
  const rows = ([section, series]: [string, TrendSeries]): Row[] => [...pointRows(section, series, lang), ...expectedRows(section, series, lang)];
  return [...start, ...rows([t('sec_months'), months]), ...rows([t('sec_weeks'), weeks])];
}

/** Each point with what came back beside it: the figure that a careless report would show is the two together. */
function pointRows(section: string, { points }: TrendSeries, lang: ShareLang): Row[] {
  const { t, periods } = lang;
  return sinceAi(points).flatMap(({ from, to, status, net, gross }) => {
    const range = periods.range({ from, to });
    const name = status === 'final' ? range : t('point_provisional', { period: range });
    return [rateRow(section, name, net, lang), countRow(section, t('point_came_back', { period: range }), gross.count - net.count, t('unit_chats'))];
  });
}

/** A range alone, in the columns of ranges: it counts no chats. Of what happened there is a row of its own. */
function expectedRows(section: string, { forecast, graded }: TrendSeries, { t, periods }: ShareLang): Row[] {
  const row = (name: 'expected' | 'was_expected', ahead: { from: string; to: string; low: number; high: number }): Row => {
    const { low, high } = wholeRange(ahead);
    return [section, t(name, { period: periods.range(ahead) }), null, null, null, low, high, null];
  };
  const next = forecast.status === 'ok' && forecast.expected_n >= SIZE_FROM.rough ? [row('expected', forecast)] : [];
  return [...next, ...graded.map((one) => row('was_expected', one))];
}
