import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Difference, ReopenRateValue, ReportMeta } from '@qontak/impact-contract';
import fc from 'fast-check';
import type { Said } from '#kit';
import { createLang, LOCALES } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { FEWER, MONTH, returns } from './reopen-rate.story.ts';
import { strings } from './reopen-rate.strings.ts';
import { reopenRateView, type ReopenRateView } from './reopen-rate.view.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null } as const;

const say = (value: ReopenRateValue, { lang = id, meta = {} }: { lang?: typeof id; meta?: Partial<ReportMeta> } = {}): ReopenRateView =>
  reopenRateView(value, sampleReport({}, meta).meta, lang);
const ofDays = (from: string, to: string) => ({ figure: 'came_back', days: { from, to } });
const opensOf = ({ pieces }: Said) => pieces.flatMap(({ opens }) => opens ?? []);
/** The second fact: its direction, its words, and what its number opens. */
const factOf = ({ facts: [, fact] }: ReopenRateView) => [fact!.kind, fact!.text, ...opensOf(fact!)];
const facts = (view: ReopenRateView): string[] => view.facts.map(({ text }) => text);

describe('reopen rate: the headline', () => {
  test('100 chats and more: in the words of the specification', () => {
    assert.equal(say(MONTH).headline.text, 'Pelanggan kembali bertanya: 9 dari 100 yang dikira selesai');
    assert.equal(say(MONTH, { lang: en }).headline.text, 'Customers who came back: 9 of 100 that looked solved');
    assert.deepEqual(say(MONTH).figure, { value: '9', of: 'dari 100 yang dikira selesai' });
  });
  test('below one in a hundred is not nobody', () => {
    const view = say(returns(4, 1200), { lang: en });
    assert.deepEqual([view.figure!.value, view.headline.text], ['<1', 'Customers who came back: fewer than 1 of 100 that looked solved']);
  });
  test('nobody, and nearly everybody', () => {
    assert.equal(say(returns(0, 240), { lang: en }).headline.text, 'No customer came back, of 240 chats that looked solved');
    assert.match(say(returns(1196, 1200), { lang: en }).headline.text, /99 of 100/);
  });
  test('30 to 99: a percentage, marked rough', () => {
    const view = say(returns(5, 31));
    assert.deepEqual([view.headline.text, view.rough], ['Pelanggan kembali bertanya: kira-\u2060kira 16% dari yang dikira selesai', true]);
  });
  test('fewer: real chats, and that they are few', () => {
    assert.equal(say(returns(3, 20)).headline.text, 'Pelanggan kembali bertanya: 3 dari 20 yang dikira selesai');
    const view = say(returns(1, 6), { lang: en });
    assert.deepEqual([view.headline.text, view.second, view.figure], ['Only 6 chats looked solved so far: 1 came back.', 'Too few for a percentage', null]);
    assert.equal(say(returns(0, 1), { lang: en }).headline.text, 'Only 1 chat looked solved so far: the customer did not come back.');
  });
  test('none: what will appear; of days gone by nothing will', () => {
    assert.equal(say(returns(0, 0), { meta: { period: NOVEMBER } }).headline.text, 'Belum ada chat yang dikira selesai pada November 2026');
    assert.equal(say(returns(0, 0), { meta: { period: NOVEMBER } }).second, 'Angkanya muncul di sini setelah AI menutup chat tanpa bantuan tim.');
    const over = say(returns(0, 0), { lang: en });
    assert.deepEqual([over.headline.text, over.second], ['No chats looked solved in October 2026', null]);
    assert.equal(say(returns(0, 0)).bar, null);
  });
});

describe('reopen rate: beside it', () => {
  test('the range', () => {
    assert.deepEqual(facts(say(returns(61, 681))), ['Kalau bulan depan mirip, kira-\u2060kira antara 7 dan 11']);
    assert.deepEqual(facts(say(returns(5, 31), { lang: en })), ['If next month is alike: between 7% and 33%']);
    assert.deepEqual(facts(say(returns(3, 20))), []);
  });
  test('fewer returns are better', () => {
    assert.deepEqual(factOf(say(MONTH)), ['better', 'Lebih sedikit daripada September 2026 (13 dari 100)', ofDays('2026-09-01', '2026-09-30')]);
    const more = say(returns(61, 681, { vs_previous: { ...FEWER, verdict: 'worse', earlier: { share: 0.04, of: 640 } } }), {
      lang: en,
      meta: { period: NOVEMBER },
    });
    assert.deepEqual(factOf(more), ['worse', 'More than last month (4 of 100)', ofDays('2026-10-01', '2026-10-31')]);
    assert.equal(facts(say(returns(61, 681, { vs_previous: { ...FEWER, verdict: 'same' } }), { lang: en }))[1], 'About the same as September 2026');
    const newer = say(returns(61, 681, { vs_previous: { ...FEWER, verdict: 'other' } }), { lang: en });
    assert.deepEqual(factOf(newer), ['plain', 'We cannot show the comparison with September 2026 yet']);
  });
  test('a few chats are never compared', () => {
    assert.equal(say(returns(61, 681, { vs_previous: { ...FEWER, earlier: { share: 0.2, of: 25 } } })).facts.length, 1);
  });
  test('the chats behind it, and those that were corrected', () => {
    assert.deepEqual([say(MONTH).see, say(MONTH).corrected], ['Lihat 61 chat itu', null]);
    const view = say(returns(1, 20, { corrected: 3 }), { lang: en });
    assert.deepEqual([view.see, view.corrected], ['See this chat', '3 corrected: the customer came back about a different matter']);
    assert.equal(say(returns(0, 20)).see, null);
  });
  test('the lists: those that came back, and of how many that is', () => {
    assert.deepEqual(say(MONTH).lists, { value: 'came_back', of: null });
    assert.deepEqual(say(returns(3, 20)).lists, { value: 'came_back', of: 'looked_solved' });
    assert.deepEqual(say(returns(0, 20)).lists, { value: null, of: 'looked_solved' });
    assert.deepEqual(opensOf(say(MONTH).facts[0]!), [{ figure: 'looked_solved' }]);
    assert.deepEqual(opensOf(say(returns(1, 6)).headline), [{ figure: 'looked_solved' }]);
  });
  test('what counts as coming back, by the rule of this report', () => {
    assert.match(say(MONTH).how, /dalam 2 hari, lewat saluran mana pun\.$/);
    assert.match(
      say(MONTH, { lang: en, meta: { match_rule: { window_hours: 24, across_channels: false, topic: 'if_known' } } }).how,
      /within 1 day on the same channel\.$/,
    );
  });
  test('the bar in words', () => {
    assert.deepEqual(say(MONTH, { lang: en }).bar, {
      share: 61 / 681,
      came_back: '61 chats',
      stayed: '620 chats',
      label: '61 customers came back, 620 stayed solved',
    });
  });
});

const points = fc.integer({ min: -100, max: 100 });
const difference: fc.Arbitrary<Difference> = fc.record({
  verdict: fc.constantFrom('better', 'same', 'worse', 'other'),
  points,
  low: points,
  high: points,
  earlier: fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), of: fc.integer({ min: 0, max: 5000 }) }),
});
const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 50_000 }));
const values = fc
  .record({ came_back: count, stayed: count, corrected: count, vs_previous: fc.option(difference) })
  .map(({ came_back, stayed, ...more }) => returns(came_back, came_back + stayed, more));

function forAll(check: (view: ReopenRateView, value: ReopenRateValue, text: string) => void): void {
  fc.assert(
    fc.property(values, fc.constantFrom(...LOCALES), fc.constantFrom(sampleReport().meta.period, NOVEMBER), (value, locale, period) => {
      const view = reopenRateView(value, sampleReport({}, { period }).meta, createLang(locale, strings));
      check(view, value, JSON.stringify(view));
    }),
    { numRuns: 600 },
  );
}

describe('reopen rate: for every shop', () => {
  test('no hole reaches the page', () => forAll((_, __, text) => assert.doesNotMatch(text, /NaN|undefined|Infinity|\{\{|\[object/)));
  test('no percentage and no comparison under 30 chats', () =>
    forAll((view, { rate }, text) => {
      if (rate.of >= 30) return;
      assert.doesNotMatch(text, /%/);
      assert.deepEqual(view.facts, []);
    }));
  test('no "of 100" under 100 chats', () =>
    forAll(({ headline, figure }, { rate }) => void (rate.of < 100 && assert.doesNotMatch(headline.text + figure?.of, /(dari|of) 100\b/))));
  test('a return is never written away', () =>
    forAll(({ figure, see }, { rate }) => {
      assert.equal(see === null, rate.count === 0);
      if (rate.count > 0) assert.notEqual(figure?.value, '0');
    }));
  test('the range holds the figure', () =>
    forAll(({ figure, facts: [range] }, { rate }) => {
      if (rate.size !== 'full' || range === undefined || figure!.value === '<1') return;
      const ends = range.text.match(/\d+/g)!.map(Number);
      assert.ok(ends[0]! <= Number(figure!.value) && Number(figure!.value) <= ends.at(-1)!, range.text);
    }));
});
