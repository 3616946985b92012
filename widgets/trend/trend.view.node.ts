import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  BASELINE_REASONS,
  type ChangeFromStart,
  FORECAST_REASONS,
  type GradedForecast,
  rateOf,
  type ReportMeta,
  Trend,
  type TrendSeries,
  type TrendValue,
} from '@qontak/impact-contract';
import fc from 'fast-check';
import { type Said, sinceAi } from '#kit';
import { createLang, LOCALES } from '#lang';
import { anyTrend } from '#test/reports/any-trend';
import { sampleReport } from '../kit/sample-report.ts';
import { BUSY, expecting, moving, START, stories, weeksOf, WORSE } from './trend.story.ts';
import { strings } from './trend.strings.ts';
import { scaleOf } from './trend.frame.ts';
import { type Choice, firstChoice, trendView, type TrendView } from './trend.view.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);
const { meta } = sampleReport();

const say = (
  trend: TrendValue,
  { lang = id, about = meta, by = 'weeks', gross = false }: Partial<Choice> & { lang?: typeof id; about?: ReportMeta } = {},
): TrendView => trendView(trend, about, lang, { by, gross });
const weeks = (change: Partial<TrendSeries>): TrendValue => ({ ...BUSY, weeks: { ...BUSY.weeks, ...change } });
const ofWeek = (net: number, of: number, gap: number): TrendValue => weeks({ points: weeksOf([{ net, of, gap }], 0) });
const lines = (trend: TrendValue, choice: Partial<Choice> & { lang?: typeof id } = {}): string[] => say(trend, choice).plot?.slots[0]?.lines.slice() ?? [];
const sentence = ({ sentence: { strong, rest } }: TrendView): string => strong + rest;

/** A sentence, and what its numbers open. */
const opened = ({ text, pieces }: Said) => [text, ...pieces.flatMap(({ opens }) => opens ?? [])];

describe('trend: the sentence above the chart', () => {
  test('better and worse with how much, of every 100 where both sides have 100 chats', () => {
    assert.equal(
      sentence(say(BUSY)),
      'Lebih baik dibanding bulan pertama memakai AI. Pada Oktober 2026, dari setiap 100 chat AI menyelesaikan 11 lebih banyak (kira-\u2060kira antara 7 dan 15).',
    );
    assert.equal(
      sentence(say({ ...BUSY, baseline: WORSE }, { lang: en })),
      'Lower than in your first month with AI. In October 2026, AI solved 9 fewer of every 100 chats (roughly between 4 and 14).',
    );
  });
  test('as much as lies between the two numbers that stand on the page, and no amount beside its own range', () => {
    const since = (count: number, low: number) => {
      const change = { verdict: 'better', points: 13, low, high: 20, earlier: { share: count / 3127, of: 3127 } } as const;
      return sentence(say({ ...BUSY, baseline: { ...START, net: rateOf(count, 3127), change } }, { lang: en }));
    };
    // 62.3 and 48.5 on 100: 62 and 48 to a reader, and 14 between them.
    assert.match(since(1515, 5), /In October 2026, AI solved 14 more of every 100 chats \(roughly between 5 and 20\)\.$/);
    assert.match(since(1515, 15), /^Better than in your first month with AI, for October 2026\.$/);
  });
  test('about the same without an amount, and no amount for days of which the number of chats is unknown', () => {
    const same = { ...START, change: { verdict: 'same', points: 1, low: -3, high: 5, earlier: { share: 0.51, of: 808 } } } as const;
    assert.equal(sentence(say({ ...BUSY, baseline: same })), 'Kurang lebih sama dengan bulan pertama memakai AI, untuk Oktober 2026.');
    const days = { ...meta, period: { ...meta.period, from: '2026-10-05', to: '2026-10-18' } };
    assert.equal(sentence(say(BUSY, { about: days, lang: en })), 'Better than in your first month with AI, for 5–18 Oct 2026.');
  });
  test('not certain, or not to be told: in words alone', () => {
    const told = (verdict: ChangeFromStart['verdict'], lang = en) => {
      const view = say(
        { ...BUSY, baseline: { ...START, change: { verdict, points: 2, low: -9, high: 12, earlier: { share: 412 / 808, of: 808 } } } },
        { lang },
      );
      assert.equal(view.sentence.kind, 'same');
      return sentence(view);
    };
    assert.equal(told('probably_better'), 'Probably better than in your first month with AI, for October 2026. Next month will tell more.');
    assert.equal(told('probably_worse'), 'Probably lower than in your first month with AI, for October 2026. Next month will tell more.');
    assert.equal(told('unclear'), "We can't tell yet whether it differs from your first month with AI, for October 2026. There are too few chats.");
  });
  test('a verdict that is newer than the page: no comparison, and no reason that it would have to guess', () => {
    const newer = { ...START, change: { verdict: 'other', points: 9, low: 4, high: 14, earlier: { share: 412 / 808, of: 808 } } } as const;
    const view = say({ ...BUSY, baseline: newer }, { lang: en });
    assert.deepEqual([view.sentence.kind, sentence(view)], ['none', 'Cannot be compared with your first month with AI yet.']);
  });
  test('no starting point, and why', () => {
    const without = (reason: (typeof BASELINE_REASONS)[number]) => sentence(say({ ...BUSY, baseline: { status: 'unavailable', reason } }, { lang: en }));
    assert.equal(without('no_activation_date'), "No starting point to compare with yet: we don't know yet since when AI has been in use.");
    assert.equal(without('too_few_weeks'), 'No starting point to compare with yet: AI has not been in use for four full weeks yet.');
    assert.equal(without('other'), 'No starting point to compare with yet.');
  });
  test('not comparable: what is compared is said, because three days can hold many chats and no whole week', () => {
    const days = { ...meta, period: { ...meta.period, from: '2026-10-31', to: '2026-11-02' } };
    const told = (lang: typeof id) => sentence(say({ ...BUSY, baseline: { ...START, change: null } }, { about: days, lang }));
    assert.equal(
      told(id),
      'Belum bisa dibandingkan dengan bulan pertama memakai AI: yang dibandingkan hanya minggu penuh (Senin–Minggu) yang sudah final, dan pada 31 Okt 2026 – 2 Nov 2026 chatnya terlalu sedikit.',
    );
    assert.match(told(en), /: only full weeks \(Monday to Sunday\) that are final are compared, and in 31 Oct 2026 – 2 Nov 2026 they hold too few chats\.$/);
  });
  test('a rough starting point says so, one under 30 chats is none', () => {
    const rough = say({ ...BUSY, baseline: { ...START, net: rateOf(31, 64), rough: true, change: null } });
    const days = { from: '2026-02-02', to: '2026-03-01' };
    assert.deepEqual(opened(rough.start!), [
      'Bulan pertama memakai AI (2 Feb 2026 – 1 Mar 2026): kira-\u2060kira 48%, dari 64 chat',
      { figure: 'stayed_solved', days },
      { figure: 'judged', days },
    ]);
    const tiny = say({ ...BUSY, baseline: { ...START, net: rateOf(9, 20), rough: true } });
    assert.equal(tiny.start, null);
    assert.equal(tiny.plot?.start, null);
  });
});

describe('trend: one week', () => {
  test('100 chats and more, 30 to 99, fewer, none', () => {
    assert.deepEqual(lines(ofWeek(62, 100, 6)), ['62 dari 100 chat selesai oleh AI', 'Kisaran 52–71%', 'Dari 100 chat']);
    assert.deepEqual(lines(ofWeek(19, 30, 2), { lang: en }), ['AI solved roughly 63% of chats', 'Range 46–78%', 'Of 30 chats']);
    const few = say(
      weeks({
        points: weeksOf(
          [
            { net: 17, of: 24, gap: 3 },
            { net: 62, of: 100, gap: 6 },
            { net: 0, of: 0, gap: 0 },
          ],
          0,
        ),
      }),
    );
    assert.deepEqual(few.plot?.slots[0]?.lines, ['17 dari 24 chat selesai oleh AI', 'Terlalu sedikit untuk dijadikan persen']);
    assert.deepEqual(few.plot?.slots[2]?.lines, ['Tidak ada chat yang dijawab AI']);
    assert.deepEqual(
      few.plot?.slots.map(({ net, few: mark }) => [net === null, mark]),
      [
        [true, true],
        [false, false],
        [true, false],
      ],
    );
  });
  test('what only looked solved on request, and then with the gap, adding up', () => {
    assert.equal(
      lines(ofWeek(62, 100, 6))
        .join()
        .includes('dikira'),
      false,
    );
    assert.deepEqual(lines(ofWeek(62, 100, 6), { gross: true }).slice(3), [
      '6 lagi sempat dikira selesai, tapi pelanggannya kembali',
      'Jadi yang sempat dikira selesai 68 dari 100',
    ]);
    assert.deepEqual(opened(say(ofWeek(62, 100, 6), { gross: true, lang: en }).gap!), [
      '16–22 Nov 2026: AI solved 62 of every 100 chats. 6 more looked solved, but the customer came back.',
      { figure: 'came_back', days: { from: '2026-11-16', to: '2026-11-22' } },
    ]);
  });
  test('not final: until when', () => {
    const view = say(weeks({ points: weeksOf([{ net: 62, of: 100, gap: 6 }]) }));
    assert.equal(view.plot?.slots[0]?.lines.at(-1), 'Angka sementara, final 25 November');
  });
});

describe('trend: what to expect', () => {
  test('of 100 from 100 expected chats on, else a percentage, and by its name from the newest data', () => {
    const view = say(BUSY);
    assert.equal(`${view.forecast.title}: ${view.forecast.range}`, 'Perkiraan minggu ini: kemungkinan besar antara 56 dan 68 dari 100 chat');
    assert.match(view.forecast.help, /^Dari 10 perkiraan seperti ini, sekitar 8 /);
    const small = say(weeks({ forecast: expecting({ from: '2026-11-23', to: '2026-11-29', point: 0.58, low: 0.5, high: 0.66, expected_n: 60 }) }), {
      lang: en,
    });
    assert.equal(`${small.forecast.title}: ${small.forecast.range}`, 'What to expect next week: most likely 50–66%');
    const past = say(weeks({ forecast: expecting({ from: '2026-11-09', to: '2026-11-15', point: 0.58, low: 0.58, high: 0.58, expected_n: 200 }) }), {
      lang: en,
    });
    assert.equal(`${past.forecast.title}: ${past.forecast.range}`, 'What to expect for 9–15 Nov 2026: most likely 58 of every 100 chats');
  });
  test('stands in its own week: with what that one has so far, or right of the line', () => {
    const { plot } = say(BUSY);
    assert.deepEqual([plot?.expected?.at, plot?.labels.length], [plot!.slots.length - 1, plot!.slots.length]);
    assert.equal(plot?.places.length, plot?.slots.length);
    assert.equal(plot?.places.at(-1)?.lines.at(-1), 'Perkiraannya: kemungkinan besar antara 56 dan 68 dari 100 chat');

    const next = say({
      ...BUSY,
      weeks: { ...BUSY.weeks, forecast: expecting({ from: '2026-11-23', to: '2026-11-29', point: 0.58, low: 0.5, high: 0.66, expected_n: 200 }) },
    }).plot!;
    assert.deepEqual([next.expected?.at, next.labels.at(-1)], [next.slots.length, '23 Nov']);
    assert.deepEqual(next.places.at(-1)?.lines, ['23–29 Nov 2026', 'kemungkinan besar antara 50 dan 66 dari 100 chat', 'Ini perkiraan, bukan hasil']);
  });
  test('or why there is none', () => {
    const why = (reason: (typeof FORECAST_REASONS)[number], by: 'weeks' | 'months' = 'weeks') =>
      say({ ...BUSY, [by]: { ...BUSY[by], forecast: { status: 'unavailable', reason, periods_used: 3 } } }, { by }).forecast;
    assert.deepEqual([why('few_periods').title, why('few_periods').range], ['Belum ada perkiraan', null]);
    assert.equal(why('few_periods').help, 'Butuh setidaknya 6 minggu penuh; baru ada 3.');
    assert.equal(why('few_periods', 'months').help, 'Butuh setidaknya 4 bulan penuh; baru ada 3.');
    assert.match(why('few_chats').help, /pilih “Per bulan”/);
    assert.equal(new Set(FORECAST_REASONS.map((reason) => why(reason).help)).size, FORECAST_REASONS.length);
  });
  test('how earlier ones turned out, a miss too', () => {
    const graded: GradedForecast[] = [
      { from: '2026-10-01', to: '2026-10-31', point: 0.62, low: 0.58, high: 0.66, actual: rateOf(620, 1000), inside: true },
      { from: '2026-09-01', to: '2026-09-30', point: 0.7, low: 0.66, high: 0.74, actual: rateOf(610, 1000), inside: false },
      { from: '2026-08-01', to: '2026-08-31', point: 0.7, low: 0.66, high: 0.74, actual: rateOf(7, 12), inside: false },
    ];
    const view = say({ ...BUSY, months: { ...BUSY.months, graded, track: { issued: 10, inside: 8 } } }, { by: 'months', lang: en });
    assert.deepEqual(
      view.grades.map(({ text, badge }) => `${text} (${badge})`),
      [
        'Last month we expected 58–66%; it was 62% (Held)',
        'September 2026: we expected 66–74%; it was 61% (Missed)',
        'August 2026: we expected 66–74%; it was 7 of 12 chats (Missed)',
      ],
    );
    const days = { from: '2026-08-01', to: '2026-08-31' };
    assert.deepEqual(opened(view.grades[0]!).slice(1), [{ figure: 'stayed_solved', days: { from: '2026-10-01', to: '2026-10-31' } }]);
    assert.deepEqual(opened(view.grades[2]!).slice(1), [
      { figure: 'stayed_solved', days },
      { figure: 'judged', days },
    ]);
    assert.equal(view.track, '8 of 10 held');
  });
});

describe('trend: the drawing', () => {
  test('begins with the first chats of AI, as does the table: nothing is said of the time before', () => {
    const none = { net: 0, of: 0, gap: 0 };
    const young = weeks({ points: weeksOf([none, none, none, { net: 18, of: 40, gap: 2 }, none, { net: 21, of: 44, gap: 3 }]) });
    const view = say(young, { lang: en });
    assert.equal(view.plot?.slots.length, 3, 'a week without chats between others stays');
    assert.equal(view.table?.rows.filter(({ aside }) => !aside).length, 3);
    assert.equal(view.about, `By week, ${en.periods.range({ from: young.weeks.points[3]!.from, to: young.weeks.points.at(-1)!.to })}`);
    assert.equal(firstChoice(young), 'weeks');
    const before = say(weeks({ points: weeksOf([none, none]) }), { lang: en });
    assert.deepEqual([before.table, before.nothing], [null, 'The line appears once there is a week with chats that AI answered and that are closed.']);
  });
  test('begins with weeks, with months where most weeks are too small', () => {
    assert.equal(firstChoice(BUSY), 'weeks');
    assert.equal(firstChoice(weeks({ points: weeksOf(moving(8, { from: 50, to: 60, of: 20 })) })), 'months');
  });
  test('covers at least 40 points, and never leaves 0 to 100', () => {
    assert.deepEqual(scaleOf(say(ofWeek(3000, 5000, 100)).plot!), { min: 40, max: 80, step: 10 });
    assert.deepEqual(scaleOf({ slots: say(ofWeek(240, 240, 0)).plot!.slots, start: null, expected: null }), { min: 60, max: 100, step: 10 });
    assert.deepEqual(scaleOf({ slots: say(ofWeek(0, 240, 0)).plot!.slots, start: null, expected: null }), { min: 0, max: 40, step: 10 });
  });
});

describe('trend: the stories', () => {
  for (const { name, settings } of stories) {
    test(`${name} is what a service may send`, () => {
      const { data } = settings();
      if (data !== undefined) Trend.parse(data.data.trend);
    });
  }
});

const choices = fc.record({ by: fc.constantFrom('weeks' as const, 'months' as const), gross: fc.boolean() });

/** A percentage, or "of 100" where no 100 chats are meant. */
const PERCENT = /\d%|dari 100\b|of every 100\b/;

describe('trend: for any trend', () => {
  test('no hole, no percentage under 30 chats, gross never without net and gap', () => {
    fc.assert(
      fc.property(anyTrend, choices, fc.constantFrom(...LOCALES), (trend, choice, locale) => {
        const lang = createLang(locale, strings);
        const view = trendView(trend, meta, lang, choice);
        assert.deepEqual(holes(view), []);
        const points = sinceAi(trend[choice.by].points);
        const rows = (view.table?.rows ?? []).filter(({ aside }) => !aside).toReversed();
        assert.equal(rows.length, points.length);
        points.forEach(({ net, gross }, index) => {
          const said: readonly string[] = view.plot?.slots[index]?.lines ?? [];
          if (net.of < 30) for (const text of [...said, ...rows[index]!.cells]) assert.doesNotMatch(text, PERCENT);
          const drawn = view.plot?.slots[index];
          if (drawn !== undefined) assert.equal(drawn.net !== null, net.of >= 30);
          if (drawn?.gross !== null && drawn !== undefined)
            assert.ok(choice.gross && drawn.net !== null && drawn.gross >= drawn.net.value && gross.count >= net.count);
        });
        const words = locale === 'id' ? /dikira selesai/ : /looked solved/;
        const all = [...(view.plot?.places.flatMap(({ lines: said }) => said) ?? []), ...(view.table?.columns ?? []), ...view.legend.map(({ label }) => label)];
        if (!choice.gross) assert.ok(!all.some((text) => words.test(text)) && view.gap === null);
        else assert.equal(view.gap === null, !points.some(({ net }) => net.of > 0));
      }),
      { numRuns: 300 },
    );
  });
});

/** Numbers that are none, and texts with something missing, anywhere in the view. */
function holes(value: unknown, path = 'view'): string[] {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return [`${path}: ${String(value)}`];
  if (typeof value === 'string') return value === '' || /undefined|NaN|null|\{\{|Infinity/.test(value) ? [`${path}: ${value}`] : [];
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => holes(inner, `${path}.${key}`));
  return [];
}
