import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { closed, costIn, OUTCOMES, type OutcomeCounts, rateOf, type ReportMeta } from '@qontak/impact-contract';
import fc from 'fast-check';
import { createLang, LOCALES } from '#lang';
import { forbiddenIn, holesIn } from '#test/forbidden-words';
import { fullReport } from '#test/reports/full-report';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';
import { sampleSentiment } from '../sentiment/sentiment.story.ts';
import { csvOf } from './csv.ts';
import { figuresOf } from './figures.ts';
import { month, MONTH } from './share.story.ts';
import { strings } from './share.strings.ts';
import { sayingsOf, shareText } from './share.view.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);
const text = (report = month(), lang = id): string => shareText(sayingsOf(report, lang));
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null } as const;

describe('share: the message', () => {
  test('says the figure, what only looked solved, the range, the worth with its assumption, and how we count', () => {
    assert.equal(
      text(),
      `Laporan AI Toko Sejahtera: Oktober 2026
Sudah final.

AI menyelesaikan sendiri 62 dari 100 chat, dan pelanggannya tidak kembali bertanya dalam 2 hari.
6 lagi sempat dikira selesai, tapi pelanggannya kembali.
Itu 41 dari setiap 100 chat yang masuk.
Kalau bulan depan mirip, kira-kira antara 59 dan 65.

Waktu tim yang dihemat: 62 jam (memakai 6 menit per chat).
Perkiraan nilai: Rp2,1 juta (memakai Rp35.000 per jam dan 6 menit per chat).
Setelah dikurangi biaya AI Rp1,5 juta: +Rp0,6 juta.

Cara kami menghitung: Kami hanya menghitung chat yang ditutup AI tanpa bantuan tim, lalu menunggu 2 hari. Kalau pelanggannya kembali, kami tidak menghitungnya sebagai selesai.
Data sampai 22 Nov 2026 10.15 WIB.`,
    );
  });
  test('says what can still change, and what is only a sample', () => {
    const said = text(month({ ...MONTH, checking: 34 }, { period: NOVEMBER, source: 'sample' }), en);
    assert.match(said, /Not final yet, final on 3 Dec 2026\./);
    assert.match(said, /Sample data: these figures come from simulated chats/);
    assert.match(said, /not counted yet, because we wait 2 days: 34\./);
  });
  test('says that the figure was another one when it became final, in the table too', () => {
    const { period } = sampleReport().meta;
    const frozen = { revision: 2, frozen_at: '2026-11-03T01:00:00Z', revised_at: '2026-11-20T01:00:00Z', net: rateOf(632, 1000) };
    const report = month(MONTH, { period: { ...period, frozen } });
    const told = 'Final since 3 Nov 2026. Late data or corrections came in after that. Before: 63 of 100, now: 62 of 100.';
    assert.ok(text(report, en).includes(told));
    assert.ok(figuresOf(report, en).some((row) => row.includes(told)));
  });
  test('calls an assumption one, and says no rupiah that nobody entered', () => {
    const said = text(month(MONTH, {}, null));
    assert.match(said, /51 jam \(asumsi: 5 menit per chat\)/);
    assert.doesNotMatch(said, /Rp/);
  });
  test('shows a minus when the fee is more than what was saved', () =>
    assert.match(text(month({ stayed_solved: 120, handed_over: 30 })), /Setelah dikurangi biaya AI Rp1,5 juta: −Rp1,1 juta\./));
  test('of few chats speaks in chats', () => {
    assert.match(text(month({ came_back: 3, stayed_solved: 17, handed_over: 4 })), /17 dari 24 chat.*\n3 lagi sempat/);
    assert.match(text(month({ stayed_solved: 5, handed_over: 2 })), /Baru 7 chat: 5 selesai oleh AI\. Terlalu sedikit/);
  });
  test('of none says so', () => {
    assert.match(text(month({})), /Tidak ada chat yang dijawab AI pada Oktober 2026\./);
    assert.match(text(sampleReport(), en), /The figures are not available yet\./);
  });
  test('before any data promises no day on which something becomes final', () => {
    const report = sampleReport({}, { as_of: null, period: NOVEMBER });
    assert.doesNotMatch(text(report) + figuresOf(report, id).join('\n'), /final/i);
  });
});

describe('share: the table', () => {
  const row = (figure: string, lang = id): unknown[] => figuresOf(month(), lang).find(([, name]) => name === figure)!;
  test('holds each figure with what it rests on', () => {
    assert.deepEqual(row('Selesai oleh AI, pelanggan tidak kembali').slice(2), [620, 1000, 62, 59, 65, 'chat']);
    assert.deepEqual(row('Sempat dikira selesai, pelanggan kembali').slice(2, 5), [61, 1000, 6]);
    assert.deepEqual(row('Estimated value', en).slice(2), [2_170_000, null, null, null, null, 'rupiah']);
  });
  test('every row has as many cells', () => {
    for (const cells of [...figuresOf(month(), id), ...figuresOf(fullReport(), id)]) assert.equal(cells.length, 8);
  });
  test('leaves out nothing that a card shows', () => {
    const report = fullReport();
    const rows = figuresOf(report, en);
    const values = (section: string, figure: RegExp): unknown[] =>
      rows.filter(([at, name]) => at === section && figure.test(String(name))).map(([, , value]) => value);
    const sum = (all: unknown[]): number => all.reduce<number>((total, value) => total + Number(value), 0);
    const { hero, after_hours, turns, trend } = report.data;
    assert.ok(hero.status === 'ok' && after_hours.status === 'ok' && turns.status === 'ok' && trend.status === 'ok');
    assert.deepEqual([sum(values('Where every chat went', /^Customer came back,/))], [hero.outcomes.came_back]);
    assert.deepEqual(values('Outside working hours', /waited/), [after_hours.would_have_waited]);
    assert.equal(sum(values('Outside working hours', /^All chats, \d\d:\d\d–\d\d:\d\d WIB$/)), closed(hero.outcomes));
    assert.equal(sum(values('Outside working hours', /^Outside working hours, /)), after_hours.chats);
    assert.equal(sum(values('Back-and-forths until solved', /^Chats solved in/)), turns.measured);
    const started = rows.find(([at]) => at === 'First month with AI')!;
    assert.ok(trend.baseline.status === 'ok' && started[2] === trend.baseline.net.count && started[3] === trend.baseline.net.of);
    const expected = rows.filter(([, name]) => String(name).endsWith(' expected'));
    assert.equal(expected.length, 1 + trend.weeks.graded.length + trend.months.graded.length + (trend.months.forecast.status === 'ok' ? 1 : 0));
    for (const [, , value, of, , low, high] of expected) assert.ok(value === null && of === null && Number(low) < Number(high));
  });
  test('moods add up, as on their card', () => {
    const rows = figuresOf(sampleReport({ sentiment: sampleSentiment(200, 200, 200) }), en).filter(([at]) => at === 'How customers felt by the end');
    assert.deepEqual(
      rows.map(([, name, value, of, percent]) => [name, value, of, percent]),
      [
        ['Better', 200, 600, 34],
        ['Same', 200, 600, 33],
        ['Worse', 200, 600, 33],
        ['Measured', 600, 600, null],
      ],
    );
  });
});

describe('share: the file', () => {
  test('is what a spreadsheet in the language opens', () => {
    assert.equal(csvOf([['a', 4.5, null, -3]], 'id'), '\uFEFFa;"4,5";;-3\r\n');
    assert.equal(csvOf([['a', 4.5, null, -3]], 'en'), 'a,4.5,,-3\r\n');
  });
  for (const harmful of [
    '=1+1',
    '+62',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '|calc',
    '%0A',
    ' =1',
    '\u00A0=1',
    '\uFEFF=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '｜x',
    '％x',
  ]) {
    test(`a text is never a formula: ${JSON.stringify(harmful)}`, () => assert.match(csvOf([[harmful]], 'en'), /^"'/));
  }
  test('quotes what could be taken for a separator in either language, and quotation marks', () => {
    assert.equal(csvOf([['a;b', 'a,b', 'a"b', 'a\nb']], 'en'), '"a;b","a,b","a""b","a\nb"\r\n');
  });
  test('a large number is written out', () => assert.equal(csvOf([[3_000_000_000_000, 0.1 + 0.2]], 'en'), '3000000000000,0.3\r\n'));
});

const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 50_000 }));
const outcomes = fc.record(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count])) as Record<keyof OutcomeCounts, typeof count>);
const figure = fc.option(fc.integer({ min: 1, max: 200_000 }));
const metas: fc.Arbitrary<Partial<ReportMeta>> = fc.record({
  period: fc.constantFrom(NOVEMBER, { ...NOVEMBER, channel: 'whatsapp' }, { ...NOVEMBER, to: '2026-11-14', status: 'final' as const }),
  as_of: fc.constantFrom(null, '2026-11-22T03:15:00Z'),
  source: fc.constantFrom('live', 'sample'),
});

function forAll(check: (said: string, counts: OutcomeCounts, rows: ReturnType<typeof figuresOf>, assumed: boolean) => void): void {
  fc.assert(
    fc.property(outcomes, figure, figure, figure, metas, fc.constantFrom(...LOCALES), (counts, minutes, hourly_cost, ai_fee_per_month, meta, locale) => {
      const lang = createLang(locale, strings);
      const assumption = {
        minutes_per_chat: minutes === null ? null : (minutes % 240) + 0.5,
        hourly_cost,
        ai_fee_per_month,
        effective_from: null,
        changed: null,
      };
      const report = sampleReport({ hero: sampleHero({ outcomes: counts }), cost: costIn(counts.stayed_solved, assumption, meta.period!) }, meta);
      check(shareText(sayingsOf(report, lang)), counts, figuresOf(report, lang), minutes === null);
    }),
    { numRuns: 500 },
  );
}
const judgedOf = (counts: OutcomeCounts): number => counts.stayed_solved + counts.came_back + counts.handed_over + counts.ended_unclear;

describe('share: for every report', () => {
  test('plain words without a hole, in message and table', () =>
    forAll((said, _, rows) => {
      const all = `${said}\n${rows.flat().join('\n')}`;
      assert.deepEqual([...forbiddenIn(all), ...holesIn(all)], []);
    }));
  test('no percentage, and no "of 100", of fewer chats than allow one', () =>
    forAll((said, counts, rows) => {
      if (judgedOf(counts) < 30) assert.doesNotMatch(said, /%/);
      if (judgedOf(counts) < 100 && counts.stayed_solved + counts.human_only + judgedOf(counts) !== 100) assert.doesNotMatch(said, /(setiap|every) 100\b/);
      for (const [, , , of, percent] of rows.slice(1)) if (typeof of === 'number' && of < 30) assert.equal(percent, null);
    }));
  test('the figure never stands without what came back, nor the large figure without the honest one', () =>
    forAll((said, counts, rows) => {
      if (judgedOf(counts) > 0) assert.match(said, /sempat dikira selesai|looked solved|Tidak ada pelanggan yang kembali|No customer came back/);
      const names = rows.map(([, name]) => name);
      const gross = names.findIndex((name) => name === strings.id.gross || name === strings.en.gross);
      assert.ok(
        [strings.id.gap_name, strings.en.gap_name].includes(names[gross - 1] as never) && [strings.id.net, strings.en.net].includes(names[gross - 2] as never),
      );
    }));
  test('hours and rupiah have their assumption in the same line', () =>
    forAll((said, _, __, assumed) => {
      for (const line of said.split('\n').filter((one) => /dihemat|saved:|Perkiraan nilai|Estimated value/.test(one))) {
        assert.match(line, /\(.*(menit|minutes?)\b.*\)/);
        assert.equal(/asumsi|assumption/.test(line), assumed, line);
      }
    }));
  test('nobody can be known by it: no address, no telephone number', () =>
    forAll((said, _, rows) => assert.doesNotMatch(`${said}\n${rows.flat().join('\n')}`, /@|\+62|\b08\d{7,}/)));
});
