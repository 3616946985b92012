import { type ImpactReport, type OutcomeCounts, SIZE_FROM, type TrendPoint } from '@qontak/impact-contract';
import { wholeOf } from '#lang';
import type { ShareLang } from './share.strings.ts';

/** One month of the printed page. */
export interface Month {
  label: string;
  /** `62%`; of few chats how many of how many. */
  said: string;
  /** 0..1 of the judged chats; null while they are too few for a percentage. */
  solved: number | null;
  came_back: number | null;
  /** May still change. */
  open: boolean;
}

/** As many as a column of the page has room for. */
const MONTHS = 6;

/** The newest months up to the report's own; none of one alone, which the headline says already. */
export function monthsOf({ data: { trend }, meta }: ImpactReport, lang: ShareLang): Month[] {
  if (trend.status !== 'ok') return [];
  const points = trend.months.points.filter(({ from, net }) => net.of > 0 && from <= meta.period.to).slice(-MONTHS);
  return points.length < 2 ? [] : points.map((point) => monthOf(point, lang));
}

function monthOf({ from, status, net, gross }: TrendPoint, { t, numbers, periods }: ShareLang): Month {
  const speaks = net.of >= SIZE_FROM.rough;
  return {
    label: periods.shortMonth(from),
    said: speaks ? numbers.percent(wholeOf(net.count, net.of)) : t('x_of_n_short', { count: numbers.count(net.count), of: numbers.count(net.of) }),
    solved: speaks ? net.count / net.of : null,
    came_back: speaks ? (gross.count - net.count) / net.of : null,
    open: status === 'provisional',
  };
}

/** A row of what became of all chats. */
export interface Outcome {
  name: string;
  count: string;
  all: boolean;
}

const NAMES = {
  stayed_solved: 'stayed_solved',
  came_back: 'came_back',
  handed_over: 'handed_over',
  ended_unclear: 'ended_unclear',
  checking: 'checking_name',
  uncheckable: 'uncheckable',
  human_only: 'human_only',
} as const satisfies Record<keyof OutcomeCounts, string>;

/** They add up to the last row. Nothing without chats. */
export function outcomesOf({ data: { hero } }: ImpactReport, { t, numbers }: ShareLang): Outcome[] {
  if (hero.status !== 'ok') return [];
  const outcomes = Object.keys(NAMES) as (keyof OutcomeCounts)[];
  const shown = outcomes.filter((outcome) => hero.outcomes[outcome] > 0);
  if (shown.length === 0) return [];
  const total = shown.reduce((sum, outcome) => sum + hero.outcomes[outcome], 0);
  return [
    ...shown.map((outcome) => ({ name: t(NAMES[outcome]), count: numbers.count(hero.outcomes[outcome]), all: false })),
    { name: t('row_all_chats'), count: t('chats', { n: numbers.count(total) }), all: true },
  ];
}
