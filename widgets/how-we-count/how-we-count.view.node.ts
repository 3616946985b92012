import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OUTCOMES, type OutcomeCounts, rateOf, type ReportData, type ReportMeta, REASONS, unavailable } from '@qontak/impact-contract';
import fc from 'fast-check';
import { createLang, LOCALES } from '#lang';
import { forbiddenIn } from '../../test/forbidden-words.ts';
import { sampleHero, type SampleHero, sampleReport } from '../kit/sample-report.ts';
import { strings } from './how-we-count.strings.ts';
import { howWeCountView, type HowWeCountView } from './how-we-count.view.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);

function say(
  hero: SampleHero | null,
  { lang = id, data = {}, meta = {} }: { lang?: typeof id; data?: Partial<ReportData>; meta?: Partial<ReportMeta> } = {},
): HowWeCountView {
  const report = sampleReport({ ...(hero === null ? {} : { hero: sampleHero(hero) }), ...data }, meta);
  return howWeCountView(report.data, report.meta, lang);
}
const kinds = ({ unknowns }: HowWeCountView): string[] => unknowns.map(({ kind }) => kind);
const found = ({ unknowns }: HowWeCountView, kind: string) => unknowns.find((unknown) => unknown.kind === kind)!;

/** Every slot but the hero has a value or a reason that this card does not speak of. */
const complete = (): Partial<ReportData> => {
  const { data } = sampleReport();
  return Object.fromEntries(
    Object.keys(data)
      .filter((slot) => slot !== 'hero')
      .map((slot) => [slot, unavailable('no_data_yet')]),
  );
};

describe('how we count: the method', () => {
  test('is the three sentences of the report', () => {
    assert.deepEqual(say({ outcomes: {} }).method, [
      'Kami hanya menghitung chat yang ditutup AI tanpa bantuan tim, lalu menunggu 2 hari.',
      'Kalau pelanggannya kembali, kami tidak menghitungnya sebagai selesai.',
      'Kembali lewat saluran lain juga kami anggap kembali.',
    ]);
  });
  test('follows the match rule', () => {
    const meta = { match_rule: { window_hours: 36, across_channels: false, topic: 'if_known' } } as const;
    assert.deepEqual(say({ outcomes: {} }, { lang: en, meta }).method, [
      'We count chats the AI closed with no help from your team, then wait 36 hours.',
      "If the customer comes back, we don't count it as solved.",
    ]);
  });
  test('how far the data reach, and when the figures are final', () => {
    assert.equal(say({ outcomes: {} }).freshness, 'Data sampai 22 Nov 2026 10.15 WIB.');
    assert.equal(say({ outcomes: {} }).status, 'Angka Oktober 2026 sudah final sejak 3 Nov 2026.');
    const frozen = { revision: 2, frozen_at: '2026-11-03T01:00:00Z', revised_at: '2026-11-20T18:00:00Z', net: rateOf(1, 2) };
    const october = { ...sampleReport().meta.period, frozen };
    assert.equal(
      say({ outcomes: {} }, { meta: { period: october } }).status,
      'Angka Oktober 2026 sudah final sejak 3 Nov 2026, dan terakhir berubah pada 21 Nov 2026 karena data susulan atau koreksi.',
    );
    assert.equal(say({ outcomes: {} }, { meta: { period: { ...october, frozen: { ...frozen, revised_at: null } } } }).status, say({ outcomes: {} }).status);
    const period = { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null } as const;
    assert.equal(
      say({ outcomes: {} }, { meta: { period }, lang: en }).status,
      'The figures for November 2026 can still change until 3 Dec 2026, then they are final.',
    );
    assert.equal(say({ outcomes: {} }).recounting, null);
    assert.match(say({ outcomes: {} }, { meta: { recounting: true } }).recounting ?? '', /^Angka sedang dihitung ulang\. /);
    const { freshness, status } = say(null, { meta: { as_of: null, period } });
    assert.deepEqual([freshness, status], ['Belum ada data yang masuk.', null]);
  });
});

describe('how we count: what we do not know', () => {
  test('each with its count, its sentence and its chats', () => {
    const view = say({ outcomes: { stayed_solved: 120, checking: 34, uncheckable: 1, ended_unclear: 7 }, still_open: 12, corrected: 2 });
    assert.deepEqual(kinds(view).slice(0, 5), ['checking', 'still_open', 'uncheckable', 'ended_unclear', 'corrected']);
    assert.deepEqual(found(view, 'checking'), {
      kind: 'checking',
      count: '34 chat',
      figure: 'checking',
      name: 'Belum dihitung',
      text: 'Ditutup kurang dari 2 hari sebelum data terakhir. Pelanggannya masih bisa kembali, jadi kami tunggu dulu.',
      list: [],
    });
    assert.equal(found(view, 'uncheckable').count, '1 chat');
  });
  test('the figures that nobody measures yet, by the names that customers know', () => {
    const unmeasured = found(say({ outcomes: { stayed_solved: 3 } }, { lang: en, data: { csat: unavailable('not_measured_yet') } }), 'not_measured_yet');
    assert.ok(unmeasured.list.includes('what customers say'));
    const one = say({ outcomes: { stayed_solved: 3 } }, { lang: en, data: { ...complete(), csat: unavailable('not_measured_yet') } });
    assert.deepEqual(found(one, 'not_measured_yet').list, ['what customers say']);
    assert.equal(found(one, 'not_measured_yet').count, '1 figure');
  });
  test('working hours that nobody entered', () => {
    assert.deepEqual(kinds(say({ outcomes: { stayed_solved: 3 } }, { data: { ...complete(), after_hours: unavailable('no_working_hours') } })), [
      'no_working_hours',
    ]);
  });
  test('a figure that is being counted, and no hours to enter', () => {
    const view = say({ outcomes: { stayed_solved: 3 } }, { lang: en, data: { ...complete(), after_hours: unavailable('being_counted') } });
    assert.deepEqual(
      view.unknowns.map(({ kind, count: figures, list }) => [kind, figures, list]),
      [['being_counted', '1 figure', ['chats outside your working hours']]],
    );
  });
  test('records with holes', () => {
    const turns = { status: 'ok', median: 1, nine_of_ten: 1, measured: 2, of: 3, histogram: [2, ...Array.from({ length: 20 }, () => 0)] } as const;
    const { count: chats, figure } = found(
      say({ outcomes: { stayed_solved: 3 } }, { data: { turns: { ...turns, histogram: [...turns.histogram] } } }),
      'turns_unknown',
    );
    assert.deepEqual([chats, figure], ['1 chat', 'turns_unknown']);
  });
  test('nothing at all is said too, and only then', () => {
    const view = say({ outcomes: { stayed_solved: 140, human_only: 20 } }, { data: complete() });
    assert.deepEqual(view.unknowns, []);
    assert.equal(view.nothing, 'Tidak ada. Semua chat pada Oktober 2026 sudah kami hitung dan bisa kami periksa.');
  });
  test('no chats are not "nothing unknown"', () => {
    assert.deepEqual(kinds(say(null, { data: { ...complete(), hero: unavailable('no_data_yet') } })), ['no_chats']);
  });
});

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 90_000 }));
const outcomes = fc.record(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count])) as Record<keyof OutcomeCounts, typeof count>);

describe('how we count: for every report', () => {
  test('lists exactly what is not zero and not there, in plain words', () => {
    const slots = Object.keys(sampleReport().data).filter((slot) => slot !== 'hero');
    const reasons = fc.array(fc.constantFrom(...REASONS), { minLength: slots.length, maxLength: slots.length });
    fc.assert(
      fc.property(outcomes, count, count, reasons, fc.constantFrom(...LOCALES), (counts, still_open, corrected, why, locale) => {
        const data = Object.fromEntries(slots.map((slot, i) => [slot, unavailable(why[i]!)])) as Partial<ReportData>;
        const view = say({ outcomes: counts, still_open, corrected }, { data, lang: createLang(locale, strings) });
        const text = JSON.stringify(view);
        assert.doesNotMatch(text, /NaN|undefined|Infinity|\{\{|\[object/);
        assert.deepEqual(forbiddenIn(view.unknowns.flatMap(({ name, text: sentence, list }) => [name, sentence, ...list]).join('\n')), []);
        for (const [kind, n] of Object.entries({ ...counts, still_open, corrected })) {
          if (['human_only', 'came_back', 'stayed_solved', 'handed_over'].includes(kind)) continue;
          assert.equal(kinds(view).includes(kind), n > 0, kind);
        }
        assert.equal(found(view, 'not_measured_yet')?.list.length ?? 0, why.filter((reason) => reason === 'not_measured_yet').length);
      }),
      { numRuns: 300 },
    );
  });
});
