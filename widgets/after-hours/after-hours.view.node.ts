import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AfterHours, type AfterHoursValue, rateOf, type ReportMeta } from '@qontak/impact-contract';
import fc from 'fast-check';
import type { Said } from '#kit';
import { createLang, LOCALES } from '#lang';
import { forbiddenIn } from '../../test/forbidden-words.ts';
import { sampleReport } from '../kit/sample-report.ts';
import { NIGHTS, sampleAfterHours } from './after-hours.story.ts';
import { strings } from './after-hours.strings.ts';
import { afterHoursView, type AfterHoursView } from './after-hours.view.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);
const none = Array.from({ length: 24 }, () => 0);

const say = (value: AfterHoursValue, { lang = id, meta = {} }: { lang?: typeof id; meta?: Partial<ReportMeta> } = {}): AfterHoursView =>
  afterHoursView(value, sampleReport({}, meta).meta, lang);
const of = (answered: number, judged: number, solved: number): AfterHoursValue => sampleAfterHours({ answered, judged, solved });

const opened = ({ pieces }: Said) => pieces.flatMap(({ opens }) => opens?.figure ?? []);

describe('after hours: the headline', () => {
  test('in the words of the specification', () => {
    assert.equal(say(NIGHTS).headline, 'Di luar jam kerja: 214 chat dijawab AI, 131 tuntas');
    assert.equal(say(NIGHTS, { lang: en }).headline, 'Outside your working hours: AI answered 214, solved 131');
  });
  test('who would have waited', () => {
    assert.equal(say(NIGHTS, { lang: en }).waited, 'Without AI, the customers of those 131 chats would have waited until you opened.');
    assert.equal(say(of(3, 3, 1)).waited, 'Tanpa AI, pelanggan itu harus menunggu sampai Anda buka.');
    assert.equal(say(of(3, 3, 0)).waited, null);
  });
  test('without an outcome, without an answer, without a chat', () => {
    assert.equal(say(of(6, 0, 0), { lang: en }).headline, "Outside your working hours: AI answered 6, the outcome can't be counted yet");
    assert.equal(say(of(0, 0, 0)).headline, `Di luar jam kerja: ${NIGHTS.chats} chat masuk, tidak ada yang dijawab AI`);
    const empty = say(sampleAfterHours({ answered: 0, judged: 0, solved: 0, day: none }));
    assert.equal(empty.headline, 'Tidak ada chat di luar jam kerja pada Oktober 2026');
    assert.deepEqual([empty.picture, empty.help], [null, null]);
    assert.deepEqual(empty.steps, []);
  });
});

describe('after hours: the honest rate', () => {
  test('says as much as the number of chats allows', () => {
    assert.equal(say(NIGHTS).rate?.text, 'AI menyelesaikan sendiri 64 dari 100 chat yang dijawabnya di luar jam kerja, kira-\u2060kira antara 57 dan 70.');
    assert.equal(say(of(60, 52, 31)).rate?.text, 'AI menyelesaikan sendiri kira-\u2060kira 60% chat yang dijawabnya di luar jam kerja, antara 46–72%.');
    assert.ok(say(of(60, 52, 31)).rough);
    assert.equal(say(of(20, 18, 12)).rate?.text, 'AI menyelesaikan sendiri 12 dari 18 chat yang sudah bisa dihitung.');
    assert.equal(say(of(6, 5, 1), { lang: en }).rate?.text, 'Only 5 chats can be counted so far: AI solved 1. Too few for a percentage.');
    assert.equal(say(of(6, 0, 0)).rate, null);
    for (const rate of [say(NIGHTS).rate!, say(of(60, 52, 31)).rate!, say(of(20, 18, 12)).rate!])
      assert.deepEqual(opened(rate), ['after_hours_solved', 'after_hours_judged']);
  });
  test('what it leaves out is said', () => {
    const { uncounted, freshness } = say(NIGHTS, { lang: en });
    assert.deepEqual(
      [uncounted!.text, ...opened(uncounted!)],
      ["9 of the chats that AI answered can't be counted yet, or we can't check them.", 'after_hours_uncounted'],
    );
    assert.equal(freshness, 'Data up to 22 Nov 2026 10:15 WIB');
    const one = say(of(53, 52, 31), { lang: en }).uncounted!;
    assert.equal(one.text, "1 of the chats that AI answered can't be counted yet, or we can't check it.");
    assert.deepEqual(
      one.pieces.filter(({ opens }) => opens !== null).map(({ text }) => text),
      ['1'],
      'the number opens it, not the sentence',
    );
    assert.equal(say(of(52, 52, 31)).uncounted, null);
    assert.equal(say(of(52, 52, 31), { meta: { as_of: null } }).freshness, null);
  });
  test('its numbers open their chats', () => {
    assert.deepEqual(
      say(NIGHTS).steps.map(({ count, figure }) => [count, figure]),
      [
        [`${NIGHTS.chats} chat`, 'after_hours'],
        ['214 chat', 'after_hours_answered'],
        ['131 chat', 'after_hours_solved'],
      ],
    );
    assert.equal(say(of(3, 3, 0)).steps[2]!.figure, null);
  });
});

describe('after hours: the day hour by hour', () => {
  test('in words, with the zone beside the hours', () => {
    const { picture } = say(NIGHTS);
    assert.equal(picture!.busiest!.text, 'Di luar jam kerja paling ramai pukul 19.00–20.00 WIB: 66 chat.');
    assert.deepEqual(
      picture!.busiest!.pieces.flatMap(({ opens }) => opens ?? []),
      [{ figure: 'after_hours', place: 19 }],
    );
    assert.match(picture!.label, /^Chat per jam \(WIB\): \d+ dari \d+ masuk di luar jam kerja\. Di luar/);
    assert.deepEqual(picture!.ticks, ['00.00', '06.00', '12.00', '18.00']);
  });
  test('as a table of 24 rows', () => {
    const { rows, columns } = say(NIGHTS, { lang: en }).picture!.table;
    assert.deepEqual(columns, ['Hour (WIB)', 'Outside your working hours', 'All chats']);
    assert.equal(rows.length, 24);
    const counts = [
      { text: '66', figure: 'after_hours' },
      { text: '66', figure: 'closed' },
    ];
    assert.deepEqual(rows[19], { hour: 19, name: '19:00–20:00', counts });
    assert.ok(rows.every((row) => row.counts.every(({ text, figure }) => (text === '0') === (figure === null))));
  });
  test('a single chat beside hundreds can be seen, and few chats have no busiest hour', () => {
    const day = none.map((_, hour) => (hour === 3 ? 1 : hour === 12 ? 900 : 0));
    const { picture } = say(sampleAfterHours({ answered: 1, judged: 1, solved: 1, day, weekend: 0 }));
    assert.equal(picture!.bars[3]!.outside, 2);
    assert.equal(picture!.busiest, null);
  });
});

const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 50_000 }));
const values: fc.Arbitrary<AfterHoursValue> = fc
  .record({
    hours: fc.array(fc.record({ chats: count, outside: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 24, maxLength: 24 }),
    parts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ hours, parts }) => {
    const day = hours.map(({ chats, outside }, hour) => ({ hour, chats, after_hours: Math.round(chats * outside) }));
    const chats = day.reduce((sum, { after_hours }) => sum + after_hours, 0);
    const [answered, judged, solved] = parts.reduce<number[]>((counts, part) => [...counts, Math.round(part * (counts.at(-1) ?? chats))], []) as [
      number,
      number,
      number,
    ];
    return { status: 'ok', chats, answered, net: rateOf(solved, judged), would_have_waited: solved, hours: day };
  });

function forAll(check: (view: AfterHoursView, value: AfterHoursValue, text: string) => void): void {
  fc.assert(
    fc.property(values, fc.constantFrom(...LOCALES), (value, locale) => {
      assert.ok(AfterHours.safeParse(value).success);
      const view = say(value, { lang: createLang(locale, strings) });
      check(view, value, JSON.stringify(view));
    }),
    { numRuns: 300 },
  );
}

describe('after hours: for every shop', () => {
  test('no hole and no word that customers must not meet', () =>
    forAll((_, __, text) => {
      assert.doesNotMatch(text, /NaN|undefined|Infinity|\{\{|\[object/);
      assert.deepEqual(forbiddenIn(text), []);
    }));
  test('no percentage under 30 chats, no "of 100" under 100', () =>
    forAll(({ rate }, { net }) => {
      if (net.of < 30) assert.doesNotMatch(rate?.text ?? '', /%/);
      if (net.of < 100) assert.doesNotMatch(rate?.text ?? '', /100/);
    }));
  test('no bar is higher than the picture, and none is drawn for no chats', () =>
    forAll(({ picture }, { hours }) =>
      picture?.bars.forEach(({ hour, outside, rest }) => {
        assert.ok(outside >= 0 && rest >= 0 && outside + rest <= 100 + 1e-9, `${outside} ${rest}`);
        assert.equal(outside > 0, hours[hour]!.after_hours > 0);
      }),
    ));
});
