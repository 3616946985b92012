import {
  addDays,
  type Baseline,
  type Forecast,
  type GradedForecast,
  rateOf,
  type Rate,
  type ReportMeta,
  type TrendPoint,
  type TrendSeries,
  type TrendValue,
} from '@qontak/impact-contract';
import { commonStories } from '../kit/common-stories.ts';
import { sampleReport } from '../kit/sample-report.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-trend';

/** Solved and judged chats of one week or month, and how many looked solved. */
export interface Counts {
  net: number;
  of: number;
  gap: number;
}

const rates = ({ net, of, gap }: Counts): { net: Rate; gross: Rate } => ({ net: rateOf(net, of), gross: rateOf(net + gap, of) });

/** Monday weeks up to the one that holds 22 November 2026, on which the sample's data end: that one is not final. */
export function weeksOf(counts: readonly Counts[], provisional = 1): TrendPoint[] {
  return counts.map((one, index): TrendPoint => {
    const from = addDays('2026-11-16', -7 * (counts.length - 1 - index));
    return { from, to: addDays(from, 6), status: index >= counts.length - provisional ? 'provisional' : 'final', ...rates(one) };
  });
}

/** Months up to November 2026, which is not final. */
export function monthsOf(counts: readonly Counts[], provisional = 1): TrendPoint[] {
  return counts.map((one, index): TrendPoint => {
    const first = new Date(Date.UTC(2026, 10 - (counts.length - 1 - index), 1));
    const last = new Date(Date.UTC(2026, 11 - (counts.length - 1 - index), 0));
    const day = (date: Date): string => date.toISOString().slice(0, 10);
    return { from: day(first), to: day(last), status: index >= counts.length - provisional ? 'provisional' : 'final', ...rates(one) };
  });
}

/** Weeks of about `of` chats whose net rises or falls from one percentage to another, with the unevenness of a real shop. */
export function moving(periods: number, { from, to, of }: { from: number; to: number; of: number }): Counts[] {
  return Array.from({ length: periods }, (_, index) => {
    const wave = 2.6 * Math.sin(index * 1.7) + 1.8 * Math.sin(index * 0.6 + 1);
    const chats = Math.round(of * (1 + 0.12 * Math.sin(index * 1.1)));
    const percent = Math.min(98, Math.max(2, from + ((to - from) * index) / Math.max(1, periods - 1) + wave));
    const net = Math.round((chats * percent) / 100);
    return { net, of: chats, gap: Math.min(chats - net, Math.round(chats * 0.06)) };
  });
}

type Expected = Omit<Extract<Forecast, { status: 'ok' }>, 'status' | 'level' | 'method' | 'periods_used'>;

export const expecting = (expected: Expected): Forecast => ({ status: 'ok', level: 0.8, method: 'dglm-logit/1', periods_used: 25, ...expected });

const THIS_WEEK = { from: '2026-11-16', to: '2026-11-22' };
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

/** Forecasts of the weeks before this one, newest first; `missed` are those that did not hold. */
function gradedOf(points: readonly TrendPoint[], missed: readonly number[]): GradedForecast[] {
  const final = points.filter(({ status, net }) => status === 'final' && net.of > 0).toReversed();
  return final.map(({ from, to, net }, index) => {
    const inside = !missed.includes(index);
    const middle = (net.share ?? 0) + (inside ? 0.01 : 0.09);
    const point = Math.round(Math.min(0.95, middle) * 100) / 100;
    return { from, to, point, low: Math.max(0, point - 0.04), high: Math.min(1, point + 0.04), actual: net, inside };
  });
}

interface SampleSeries {
  points: TrendPoint[];
  forecast: Forecast;
  graded?: GradedForecast[];
}

function series({ points, forecast, graded = [] }: SampleSeries): TrendSeries {
  return { points, forecast, graded, track: { issued: graded.length, inside: graded.filter(({ inside }) => inside).length } };
}

export const START: Extract<Baseline, { status: 'ok' }> = {
  status: 'ok',
  from: '2026-02-02',
  to: '2026-03-01',
  net: rateOf(412, 808),
  rough: false,
  change: { verdict: 'better', points: 11, low: 7, high: 15, earlier: { share: 412 / 808, of: 808 } },
};

const busyWeeks = weeksOf(moving(26, { from: 54, to: 63, of: 240 }));
const busyMonths = monthsOf(moving(10, { from: 52, to: 62, of: 1010 }));
const none = (reason: 'few_periods' | 'few_chats' | 'too_wide' | 'stale', periods_used = 25): Forecast => ({ status: 'unavailable', reason, periods_used });

/** An ordinary shop: half a year of weeks, an expectation, ten graded ones of which eight held. */
export const BUSY: TrendValue = {
  status: 'ok',
  weeks: series({
    points: busyWeeks,
    forecast: expecting({ ...THIS_WEEK, point: 0.62, low: 0.56, high: 0.68, expected_n: 243 }),
    graded: gradedOf(busyWeeks, [1, 6]).slice(0, 10),
  }),
  months: series({
    points: busyMonths,
    forecast: expecting({ ...NOVEMBER, point: 0.62, low: 0.58, high: 0.66, expected_n: 1010 }),
    graded: gradedOf(busyMonths, []).slice(0, 3),
  }),
  baseline: START,
};

const uneven: Counts[] = [12, 41, 6, 33, 28, 36, 0, 52, 47, 9, 3, 44].map((of) => {
  const net = Math.round(of * 0.6);
  return { net, of, gap: Math.min(of - net, 2) };
});
const small: Counts[] = [4, 9, 12, 7, 0, 15, 11, 8].map((of) => ({ net: Math.floor(of * 0.7), of, gap: of > 8 ? 1 : 0 }));
const counts: Counts[] = [4, 9, 7, 5, 0, 8, 6, 3].map((of) => ({ net: Math.floor(of * 0.7), of, gap: of > 6 ? 1 : 0 }));
const few: Counts[] = [14, 19, 22, 11, 17, 25, 13, 18].map((of) => ({ net: Math.floor(of * 0.6), of, gap: 1 }));
export const WORSE: Extract<Baseline, { status: 'ok' }> = {
  ...START,
  net: rateOf(574, 808),
  change: { verdict: 'worse', points: -9, low: -14, high: -4, earlier: { share: 574 / 808, of: 808 } },
};
const same: Extract<Baseline, { status: 'ok' }> = {
  ...START,
  change: { verdict: 'same', points: 1, low: -3, high: 5, earlier: { share: 412 / 808, of: 808 } },
};

const given = (
  name: string,
  trend: TrendValue,
  { meta = {}, ...shown }: { meta?: Partial<ReportMeta>; by?: 'weeks' | 'months'; gross?: boolean } = {},
): Story => ({
  tag,
  name,
  settings: () => ({ data: sampleReport({ trend }, meta), ...shown }),
  ends: 'ready',
});

const young = (reason: 'no_activation_date' | 'too_few_weeks' | 'too_few_chats', periods = 3): TrendValue => ({
  status: 'ok',
  weeks: series({ points: weeksOf(moving(periods, { from: 58, to: 60, of: 150 })), forecast: none('few_periods', periods - 1) }),
  months: series({ points: monthsOf(moving(1, { from: 58, to: 58, of: 450 })), forecast: none('few_periods', 0) }),
  baseline: { status: 'unavailable', reason },
});

export const stories: Story[] = [
  given('weeks', BUSY),
  given('months', BUSY, { by: 'months' }),
  given('with what only looked solved', BUSY, { gross: true }),
  given('lower than at first', {
    ...BUSY,
    baseline: WORSE,
    weeks: { ...BUSY.weeks, points: weeksOf(moving(26, { from: 55, to: 42, of: 240 })), forecast: none('too_wide') },
  }),
  given('about the same', { ...BUSY, baseline: same }),
  given('probably better than at the start', {
    ...BUSY,
    baseline: { ...START, change: { ...same.change!, verdict: 'probably_better', points: 4, low: -1, high: 8 } },
  }),
  given('a change that cannot be told yet', { ...BUSY, baseline: { ...START, change: { ...same.change!, verdict: 'unclear', low: -18, high: 20 } } }),
  given('two weeks not final', {
    ...BUSY,
    weeks: {
      ...BUSY.weeks,
      points: weeksOf(moving(14, { from: 55, to: 62, of: 300 }), 2),
      forecast: expecting({ from: '2026-11-09', to: '2026-11-15', point: 0.6, low: 0.55, high: 0.65, expected_n: 90 }),
    },
  }),
  given('no starting point yet', young('too_few_weeks')),
  given('no day on which AI began', young('no_activation_date', 1)),
  given('a rough start, not comparable', { ...BUSY, baseline: { ...START, net: rateOf(31, 64), rough: true, change: null } }),
  given(
    'many weeks too small',
    {
      status: 'ok',
      weeks: series({ points: weeksOf(uneven), forecast: none('few_chats') }),
      months: series({ points: monthsOf(moving(3, { from: 60, to: 61, of: 110 })), forecast: none('few_periods', 2) }),
      baseline: { status: 'unavailable', reason: 'too_few_chats' },
    },
    { by: 'weeks', gross: true },
  ),
  given('nothing but small weeks', {
    status: 'ok',
    weeks: series({ points: weeksOf(small), forecast: none('few_chats') }),
    months: series({ points: monthsOf(small.slice(0, 2)), forecast: none('few_chats') }),
    baseline: { status: 'unavailable', reason: 'too_few_chats' },
  }),
  given('counts only', {
    status: 'ok',
    weeks: series({ points: weeksOf(counts), forecast: none('few_chats') }),
    months: series({ points: monthsOf(counts.slice(0, 2)), forecast: none('few_periods', 1) }),
    baseline: { status: 'unavailable', reason: 'too_few_chats' },
  }),
  given('x of n', {
    status: 'ok',
    weeks: series({ points: weeksOf(few), forecast: none('few_chats') }),
    months: series({ points: monthsOf(few.slice(0, 2)), forecast: none('few_periods', 1) }),
    baseline: { status: 'unavailable', reason: 'too_few_chats' },
  }),
  given(
    'stopped answering',
    {
      ...BUSY,
      weeks: series({
        points: weeksOf([...moving(10, { from: 60, to: 61, of: 80 }), { net: 0, of: 0, gap: 0 }, { net: 0, of: 0, gap: 0 }]),
        forecast: none('stale'),
      }),
    },
    { by: 'weeks' },
  ),
  given(
    'all solved',
    {
      ...BUSY,
      weeks: series({
        points: weeksOf(Array.from({ length: 8 }, () => ({ net: 240, of: 240, gap: 0 }))),
        forecast: expecting({ ...THIS_WEEK, point: 0.99, low: 0.97, high: 1, expected_n: 240 }),
      }),
    },
    { gross: true },
  ),
  given('a single week', {
    ...BUSY,
    weeks: series({ points: weeksOf([{ net: 80, of: 130, gap: 9 }]), forecast: none('few_periods', 0) }),
    baseline: { status: 'unavailable', reason: 'too_few_weeks' },
  }),
  given('no weeks at all', {
    ...BUSY,
    weeks: series({ points: [], forecast: none('few_periods', 0) }),
    months: series({ points: [], forecast: none('few_periods', 0) }),
    baseline: { status: 'unavailable', reason: 'other' },
  }),
  { tag, name: 'not available', settings: () => ({ data: sampleReport() }), ends: 'ready' },
  ...commonStories(tag, () => sampleReport({ trend: BUSY })),
];
