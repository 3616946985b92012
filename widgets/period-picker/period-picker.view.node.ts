import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, ImpossiblePeriod, type Period, type ReportMeta, resolvePeriod } from '@qontak/impact-contract';
import fc from 'fast-check';
import { createLang, LOCALES } from '#lang';
import { forbiddenIn } from '../../test/forbidden-words.ts';
import { sampleReport } from '../kit/sample-report.ts';
import { choiceOf, type Draft, draftOf, PRESETS, presetDays, problemOf, todayOf } from './choice.ts';
import { strings } from './period-picker.strings.ts';
import { periodPickerView, type PeriodPickerView } from './period-picker.view.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);
const TODAY = '2026-11-22';

const metaOf = (from: string, to: string, more: Partial<Period> = {}): ReportMeta =>
  sampleReport({}, { period: { from, to, channel: null, status: 'final', final_on: addDays(to, 3), frozen: null, ...more } }).meta;
const say = (meta: ReportMeta, { lang = id, ...more }: Partial<Parameters<typeof periodPickerView>[0]> & { lang?: typeof id } = {}): PeriodPickerView =>
  periodPickerView({ draft: draftOf(meta, null), asked: null, problem: null, meta, state: 'shown', ...more }, lang);

describe('period picker: what is chosen', () => {
  test('a preset by its name and its days', () => {
    const view = say(metaOf('2026-10-01', '2026-10-31'));
    assert.equal(view.kind, 'last_month');
    assert.deepEqual(
      view.kinds.map(({ label }) => label),
      [
        'Bulan ini (November 2026)',
        'Bulan lalu (Oktober 2026)',
        '7 hari terakhir (15–21 Nov 2026)',
        '30 hari terakhir (23 Okt 2026 – 21 Nov 2026)',
        'Pilih tanggal sendiri',
      ],
    );
    assert.equal(view.dates, null);
  });
  test('other days with their dates', () => {
    const view = say(metaOf('2026-09-25', '2026-10-08'));
    assert.deepEqual([view.kind, view.dates], ['custom', { from: '2026-09-25', to: '2026-10-08', newest: TODAY }]);
  });
  test('of two names for the same days the one that was chosen', () => {
    const meta = { ...metaOf('2026-11-01', '2026-11-30'), as_of: '2026-12-01T03:00:00Z' };
    assert.equal(draftOf(meta, null).kind, 'last_month');
    assert.equal(draftOf(meta, 'last_30').kind, 'last_30');
    assert.equal(draftOf(meta, 'last_7').kind, 'last_month');
  });
  test('today is where the data end, in the organization’s zone', () => {
    const meta = sampleReport({}, { as_of: '2026-10-31T17:30:00Z' }).meta;
    assert.equal(todayOf(meta), '2026-11-01');
    assert.equal(todayOf({ ...meta, as_of: null }), TODAY);
  });
  test('channels by the names that people use, also one without chats', () => {
    assert.deepEqual(say(metaOf('2026-10-01', '2026-10-31', { channel: 'telegram' })).channels, [
      { value: '', label: 'Semua saluran' },
      { value: 'whatsapp', label: 'WhatsApp' },
      { value: 'instagram', label: 'Instagram' },
      { value: 'telegram', label: 'Telegram' },
    ]);
  });
});

describe('period picker: what is shown', () => {
  test('and whether it is final', () => {
    assert.equal(say(metaOf('2026-10-01', '2026-10-31')).status, 'Yang tampil: Oktober 2026, semua saluran. Angkanya sudah final.');
    const running = metaOf('2026-11-15', '2026-11-21', { channel: 'whatsapp', status: 'provisional' });
    assert.equal(say(running, { lang: en }).status, 'Shown: 15–21 Nov 2026, WhatsApp. The figures are not final yet, final on 24 Nov 2026.');
    assert.equal(say({ ...running, as_of: null }, { lang: en }).status, 'Shown: 15–21 Nov 2026, WhatsApp.');
  });
  test('what is waited for, and what could not be had', () => {
    const meta = metaOf('2026-10-01', '2026-10-31');
    const asked = { from: '2026-11-15', to: '2026-11-21' };
    assert.equal(say(meta, { asked, state: 'loading', lang: en }).status, 'Loading 15–21 Nov 2026…');
    assert.equal(say(meta, { asked, state: 'failed', lang: en }).status, 'The report for 15–21 Nov 2026 could not be shown.');
    assert.equal(say(meta, { state: 'loading', lang: en }).status, 'Loading the report…');
  });
});

describe('period picker: dates that are no period', () => {
  const why = (from: string, to: string): string | undefined => {
    const problem = problemOf({ from, to }, TODAY);
    return say(metaOf('2026-10-01', '2026-10-31'), { problem, lang: en }).problem?.text;
  };
  test('are refused with a sentence', () => {
    assert.equal(why('', '2026-10-01'), 'Enter the first date.');
    assert.equal(why('2026-10-01', ''), 'Enter the last date.');
    assert.equal(why('2026-10-02', '2026-10-01'), 'The first date must not be later than the last.');
    assert.equal(why('2025-01-01', '2026-10-01'), 'At most 366 days. Choose a shorter range.');
    assert.equal(why('2026-11-23', '2026-11-30'), 'These days are still to come: the data end on 22 Nov 2026.');
  });
  test('a single day, a whole leap year and a range that runs beyond the data are periods', () => {
    assert.equal(why('2026-10-01', '2026-10-01'), undefined);
    assert.equal(why('2024-01-01', '2024-12-31'), undefined);
    assert.equal(why('2026-11-01', '2026-11-30'), undefined);
  });
});

const day = fc.integer({ min: -900, max: 300 }).map((days) => addDays(TODAY, days));
const typed = fc.oneof(day, day, fc.constantFrom('', '2026-02-30', 'yesterday', '2026-13-01'));

describe('period picker: for every choice', () => {
  test('refuses what the service refuses, and asks for nothing that it would refuse', () => {
    fc.assert(
      fc.property(typed, typed, (from, to) => {
        const problem = problemOf({ from, to }, TODAY);
        const ask = (): unknown => resolvePeriod({ from: from || undefined, to: to || undefined }, TODAY);
        if (problem === null) assert.deepEqual(ask(), { from, to });
        // Two empty fields are the default period to the service; to a reader they are a question.
        else if (problem.kind !== 'ahead' && (from || to)) assert.throws(ask, ImpossiblePeriod);
      }),
      { numRuns: 1000 },
    );
  });
  test('a choice comes back as the same choice', () => {
    const drafts: fc.Arbitrary<Draft> = fc
      .record({ kind: fc.constantFrom(...PRESETS, 'custom' as const), from: day, length: fc.nat(300), channel: fc.constantFrom(null, 'whatsapp') })
      .map(({ kind, from, length, channel }) => ({ kind, from, to: addDays(from, length), channel }));
    fc.assert(
      fc.property(drafts, (draft) => {
        const { channel, ...query } = choiceOf(draft, TODAY);
        const days = resolvePeriod(query, TODAY);
        const meta = metaOf(days.from, days.to, { channel });
        assert.equal(draftOf(meta, draft.kind).kind, draft.kind);
        assert.deepEqual(choiceOf(draftOf(meta, draft.kind), TODAY), { channel, ...query });
      }),
    );
  });
  test('no hole and no word that customers must not meet', () => {
    fc.assert(
      fc.property(
        day,
        fc.nat(300),
        fc.constantFrom(...LOCALES),
        fc.constantFrom('shown', 'loading', 'failed'),
        fc.boolean(),
        (from, length, locale, state, waits) => {
          const meta = metaOf(from, addDays(from, length));
          const text = JSON.stringify(say(meta, { lang: createLang(locale, strings), state, asked: waits ? presetDays('last_7', TODAY) : null }));
          assert.doesNotMatch(text, /NaN|undefined|Infinity|\{\{|\[object/);
          assert.deepEqual(forbiddenIn(text), []);
        },
      ),
    );
  });
});
