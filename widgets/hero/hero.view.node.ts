import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ChangeFromStart, type Difference, type HeroValue, OUTCOMES, type OutcomeCounts, rateOf, type ReportMeta } from '@qontak/impact-contract';
import fc from 'fast-check';
import type { Fact, Said } from '#kit';
import { createLang, LOCALES } from '#lang';
import { sampleHero, type SampleHero, sampleReport } from '../kit/sample-report.ts';
import { strings } from './hero.strings.ts';
import { type HeroView, heroView } from './hero.view.ts';
import { hundredOf } from './parts.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);

const MONTH = { human_only: 510, came_back: 61, stayed_solved: 620, handed_over: 240, ended_unclear: 79 };
const FEW = { stayed_solved: 5, came_back: 1, handed_over: 1 };
const OCTOBER = { from: '2026-10-01', to: '2026-10-31', channel: null, status: 'final', final_on: '2026-11-03', frozen: null } as const;
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null } as const;

function say(
  outcomes: Partial<OutcomeCounts>,
  { lang = id, meta = {}, ...more }: Partial<SampleHero> & { lang?: typeof id; meta?: Partial<ReportMeta> } = {},
): HeroView {
  return heroView(sampleHero({ outcomes, ...more }), sampleReport({}, meta).meta, lang);
}
const headline = ({ headline: { strong, rest } }: HeroView): string => strong + rest;
const opensOf = ({ pieces }: Said) => pieces.flatMap(({ opens }) => opens ?? []);
const factOf = (fact: Fact) => [fact.kind, fact.text, ...opensOf(fact)];
const facts = (view: HeroView): string[] => view.facts.map(({ text }) => text);

describe('hero: the headline', () => {
  test('100 chats and more: x of 100', () => {
    assert.equal(headline(say(MONTH)), 'AI menyelesaikan sendiri 62 dari 100 chat, dan pelanggannya tidak kembali bertanya dalam 2 hari');
    assert.equal(headline(say(MONTH, { lang: en })), "AI solved 62 of every 100 chats by itself, and the customer didn't come back within 2 days");
  });
  test('30 to 99: a percentage, marked rough', () => {
    const view = say({ stayed_solved: 26, came_back: 5, handed_over: 15 });
    assert.equal(headline(view), 'AI menyelesaikan sendiri kira-\u2060kira 57% chat, dan pelanggannya tidak kembali bertanya dalam 2 hari');
    assert.equal(view.rough, true);
    assert.equal(view.gap?.text, '10% lagi sempat dikira selesai, tapi pelanggannya kembali');
  });
  test('10 to 29: real chats', () => {
    assert.equal(
      headline(say({ stayed_solved: 17, came_back: 3, handed_over: 4 })),
      'AI menyelesaikan sendiri 17 dari 24 chat, dan pelanggannya tidak kembali bertanya dalam 2 hari',
    );
  });
  test('1 to 9: counts, and that they are few', () => {
    assert.equal(headline(say(FEW)), 'Baru 7 chat: 5 selesai oleh AI. Terlalu sedikit untuk dijadikan persen');
    assert.equal(headline(say(FEW, { lang: en })), 'Only 7 chats so far: AI solved 5. Too few for a percentage');
    assert.equal(headline(say({ handed_over: 1 }, { lang: en })), 'Only 1 chat so far: AI solved 0. Too few for a percentage');
  });
  test('a few of very many are not called none', () => {
    const view = say({ stayed_solved: 1, handed_over: 499 }, { lang: en });
    assert.match(headline(view), /^AI solved fewer than 1 of every 100 chats by itself,/);
    assert.equal(view.figure!.value, '<1');
  });
  test('none: this month by that name while it runs, else by its own', () => {
    assert.equal(headline(say({ human_only: 9 }, { meta: { period: NOVEMBER } })), 'Belum ada chat yang dijawab AI pada bulan ini');
    assert.equal(headline(say({}, { meta: { period: NOVEMBER }, lang: en })), 'No chats answered by AI this month yet');
    assert.equal(headline(say({}, { meta: { period: OCTOBER } })), 'Tidak ada chat yang dijawab AI pada Oktober 2026');
  });
  test('none: when there will be a figure; of days gone by there will be none', () => {
    assert.equal(say({}, { meta: { period: NOVEMBER } }).help, 'Angkanya muncul di sini setelah AI menjawab chat dan chat itu ditutup.');
    assert.equal(say({ checking: 34 }, { meta: { period: NOVEMBER } }).help, 'Angkanya muncul di sini setelah 2 hari itu lewat.');
    assert.equal(say({}, { meta: { period: OCTOBER } }).help, null);
    assert.equal(say(MONTH).help, null);
  });
  test('none: days that are still to come are not called this month', () => {
    const period = { ...NOVEMBER, from: '2027-01-01', to: '2027-01-31', final_on: '2027-02-03' };
    assert.equal(headline(say({}, { meta: { period } })), 'Belum ada chat yang dijawab AI pada Januari 2027');
  });
  test('chats that still wait, or cannot be checked, are not called none', () => {
    assert.equal(headline(say({ checking: 34 }, { meta: { period: OCTOBER } })), 'Belum bisa dihitung: 34 chat yang dijawab AI masih kami tunggu 2 hari');
    assert.equal(headline(say({ uncheckable: 3 }, { meta: { period: OCTOBER } })), 'Chat yang dijawab AI pada Oktober 2026 tidak bisa kami periksa');
  });
  test('the window of the match rule, in days or hours', () => {
    const window = (window_hours: number) =>
      headline(say(MONTH, { lang: en, meta: { match_rule: { window_hours, across_channels: true, topic: 'if_known' } } }));
    assert.match(window(24), /within 1 day$/);
    assert.match(window(36), /within 36 hours$/);
  });
});

describe('hero: the gap', () => {
  test('is said in the words of the specification', () => {
    assert.equal(say(MONTH).gap?.text, '6 lagi sempat dikira selesai, tapi pelanggannya kembali');
    assert.equal(say(MONTH, { lang: en }).gap?.text, '6 more looked solved, but the customer came back');
  });
  test('of few chats is real chats, not a part of 100', () => {
    assert.equal(say({ stayed_solved: 17, came_back: 3, handed_over: 4 }).gap?.text, '3 lagi sempat dikira selesai, tapi pelanggannya kembali');
    assert.equal(say(FEW).gap?.text, '1 lagi sempat dikira selesai, tapi pelanggannya kembali');
  });
  test('adds up with the figure on the screen: 61.5 and 6.0 are 68 together, not 62 and 6 of 67', () => {
    const hero = sampleHero({ outcomes: { stayed_solved: 615, came_back: 60, handed_over: 325 } });
    assert.deepEqual(hundredOf(hero), { solved: 62, came_back: 6, rest: 32 });
  });
  test('below one in a hundred is not zero', () => {
    assert.equal(say({ stayed_solved: 600, came_back: 1, handed_over: 399 }).gap?.text, 'Kurang dari 1 lagi sempat dikira selesai, tapi pelanggannya kembali');
  });
  test('nobody came back: says so', () => {
    assert.equal(say({ stayed_solved: 200 }, { lang: en }).gap?.text, 'No customer came back');
  });
  test('99.7 % is not everybody', () => {
    const view = say({ stayed_solved: 1196, came_back: 4 }, { lang: en });
    assert.match(view.headline.strong, /99 of every 100/);
    assert.equal(view.gap?.text, '1 more looked solved, but the customer came back');
  });
});

describe('hero: what its numbers open', () => {
  const opened = (view: HeroView) => [
    view.lists.value,
    view.lists.of,
    ...[view.gap, ...view.facts].flatMap((line) => (line === null ? [] : opensOf(line)).map(({ figure }) => figure)),
  ];
  test('a share the chats that it counts, a range and "of how many" those that they rest on', () => {
    assert.deepEqual(opened(say(MONTH)), ['stayed_solved', null, 'came_back', 'received', 'judged']);
    assert.deepEqual(opened(say(FEW)), ['stayed_solved', 'judged', 'came_back', 'stayed_solved', 'received']);
  });
  test('nothing where there are no chats', () => {
    assert.deepEqual(opened(say({ handed_over: 4 })), [null, 'judged', 'received']);
    assert.deepEqual(opened(say({})), [null, null]);
  });
});

describe('hero: the facts beside it', () => {
  test('share of everything and range', () => {
    assert.deepEqual(facts(say(MONTH)), ['Itu 41 dari setiap 100 chat yang masuk ke bisnis Anda', 'Kalau bulan depan mirip, kira-\u2060kira antara 59 dan 65']);
    assert.deepEqual(facts(say(FEW)), ['Itu 5 dari 7 chat yang masuk ke bisnis Anda']);
    const meta = { period: { ...OCTOBER, channel: 'whatsapp' } };
    assert.equal(facts(say(MONTH, { lang: en, meta }))[0], 'That is 41 of every 100 chats you received through WhatsApp');
    assert.deepEqual(facts(say(FEW, { meta })), ['Itu 5 dari 7 chat yang masuk ke bisnis Anda lewat WhatsApp']);
  });
  test('"last month" only while the month runs', () => {
    const vs_previous: Difference = { verdict: 'same', points: 1, low: -3, high: 5, earlier: { share: 0.61, of: 940 } };
    assert.ok(facts(say(MONTH, { vs_previous, meta: { period: NOVEMBER } })).includes('Kurang lebih sama dengan bulan lalu'));
    assert.ok(facts(say(MONTH, { vs_previous, meta: { period: OCTOBER } })).includes('Kurang lebih sama dengan September 2026'));
  });
  test('better and worse carry a sign, the same does not', () => {
    const compared = (verdict: Difference['verdict']) =>
      say(MONTH, { lang: en, vs_previous: { verdict, points: 4, low: 1, high: 7, earlier: { share: 0.58, of: 980 } } }).facts[2]!;
    const opens = { figure: 'stayed_solved', days: { from: '2026-09-01', to: '2026-09-30' } };
    assert.deepEqual(factOf(compared('better')), ['better', 'Better than September 2026 (58 of 100)', opens]);
    assert.deepEqual(factOf(compared('worse')), ['worse', 'Lower than September 2026 (58 of 100)', opens]);
    assert.deepEqual(factOf(compared('same')), ['plain', 'About the same as September 2026']);
    assert.deepEqual(factOf(compared('other')), ['plain', 'We cannot show the comparison with September 2026 yet']);
  });
  test('the first month is compared in words for how sure that is, with a sign only where it is', () => {
    const compared = (verdict: ChangeFromStart['verdict'], lang = en) =>
      factOf(say(MONTH, { lang, vs_first_month: { verdict, points: 4, low: -3, high: 7, earlier: { share: 0.58, of: 980 } } }).facts[2]!);
    const start = 'Compared with your first month with AI';
    assert.deepEqual(compared('better'), ['better', `${start} (58 of 100): better`]);
    assert.deepEqual(compared('probably_better'), ['plain', `${start} (58 of 100): probably better, next month will tell more`]);
    assert.deepEqual(compared('same'), ['plain', `${start}: about the same`]);
    assert.deepEqual(compared('unclear'), ['plain', `${start}: we can't tell yet, there are too few chats`]);
    assert.deepEqual(compared('probably_worse'), ['plain', `${start} (58 of 100): probably lower, next month will tell more`]);
    assert.deepEqual(compared('worse'), ['worse', `${start} (58 of 100): lower`]);
    assert.deepEqual(compared('other'), ['plain', `${start}: we cannot show this yet`]);
    assert.deepEqual(compared('unclear', id), ['plain', 'Dibanding bulan pertama memakai AI: belum bisa dipastikan, datanya masih sedikit']);
  });
  test('a few chats are never compared', () => {
    const vs_previous: Difference = { verdict: 'better', points: 40, low: 1, high: 80, earlier: { share: 0.2, of: 25 } };
    assert.equal(facts(say(MONTH, { vs_previous })).length, 2);
  });
  test('nothing is left out in silence', () => {
    assert.deepEqual(
      say({ ...MONTH, checking: 34, uncheckable: 1 }, { still_open: 12, corrected: 2, lang: en }).notes.map(({ text }) => text),
      [
        '34 chats not counted yet, we wait 2 days',
        '12 chats still open',
        "1 chat we can't check",
        '2 corrected: the customer came back about a different matter',
      ],
    );
  });
  test('what was said when the month became final, if it was something else', () => {
    const frozen = { revision: 3, frozen_at: '2026-11-03T01:00:00Z', revised_at: '2026-11-20T01:00:00Z', net: rateOf(632, 1000) };
    assert.equal(say(MONTH).revised, null);
    assert.equal(
      say(MONTH, { meta: { period: { ...OCTOBER, frozen } } }).revised,
      'Sudah final sejak 3 Nov 2026. Setelah itu ada data susulan atau koreksi. Dulu: 63 dari 100, sekarang: 62 dari 100.',
    );
    assert.equal(say(MONTH, { meta: { period: { ...OCTOBER, frozen: { ...frozen, net: rateOf(620, 1000) } } } }).revised, null);
  });
  test('how far the data reach', () => {
    assert.equal(say(MONTH).freshness, 'Data sampai 22 Nov 2026 10.15 WIB');
    assert.equal(say(MONTH, { meta: { as_of: null } }).freshness, null);
  });
});

// Every size of shop, and every edge between the sizes.
const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 50_000 }));
const outcomes = fc.record(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count])) as Record<keyof OutcomeCounts, typeof count>);
const points = fc.integer({ min: -100, max: 100 });
const difference: fc.Arbitrary<Difference> = fc.record({
  verdict: fc.constantFrom('better', 'same', 'worse', 'other'),
  points,
  low: points,
  high: points,
  earlier: fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), of: fc.integer({ min: 0, max: 5000 }) }),
});
const fromStart: fc.Arbitrary<ChangeFromStart> = fc
  .record({ difference, verdict: fc.constantFrom('better', 'probably_better', 'same', 'unclear', 'probably_worse', 'worse', 'other') })
  .map(({ difference: change, verdict }) => ({ ...change, verdict }));
const heroes: fc.Arbitrary<HeroValue> = fc
  .record({ outcomes, still_open: count, corrected: count, vs_previous: fc.option(difference), vs_first_month: fc.option(fromStart) })
  .map(sampleHero);
/** October as it was frozen, with any figure but one of exactly 100 chats: "5 of 100 chats" is a plain count then. */
const revised: fc.Arbitrary<ReportMeta['period']> = fc
  .record({ solved: count, others: count })
  .filter(({ solved, others }) => solved + others !== 100)
  .map(({ solved, others }) => ({
    ...OCTOBER,
    frozen: { revision: 2, frozen_at: '2026-11-03T01:00:00Z', revised_at: '2026-11-20T01:00:00Z', net: rateOf(solved, solved + others) },
  }));
const metas: fc.Arbitrary<ReportMeta> = fc
  .record({
    period: fc.oneof(fc.constantFrom(OCTOBER, NOVEMBER, { ...OCTOBER, to: '2026-10-14', channel: 'whatsapp' }), revised),
    as_of: fc.constantFrom(null, '2026-11-22T03:15:00Z'),
  })
  .map((meta) => sampleReport({}, meta).meta);

function forAll(check: (view: HeroView, hero: HeroValue, text: string) => void): void {
  fc.assert(
    fc.property(heroes, metas, fc.constantFrom(...LOCALES), (hero, meta, locale) => {
      const view = heroView(hero, meta, createLang(locale, strings));
      check(view, hero, JSON.stringify(view));
    }),
    { numRuns: 600 },
  );
}

describe('hero: for every shop', () => {
  test('no hole reaches the page', () => forAll((_, __, text) => assert.doesNotMatch(text, /NaN|undefined|Infinity|\{\{|\[object/)));
  test('no percentage under 30 chats', () => forAll((_, { net }, text) => void (net.of < 30 && assert.doesNotMatch(text, /%/))));
  test('no "of 100" under 100 chats', () =>
    forAll((view, { net, share_of_all }) => {
      // Where all that came in are exactly 100 chats, "5 of 100" is a plain count.
      if (net.of >= 100 || share_of_all.of === 100) return;
      assert.doesNotMatch(JSON.stringify(view), /(dari|setiap|of|every) 100\b/);
    }));
  test('the headline never stands without the gap', () => forAll(({ figure, gap }) => assert.equal(figure === null, gap === null)));
  test('the kinds add up to 100, or to the chats', () =>
    forAll(({ bar }, { net }) => {
      if (bar === null) return;
      const { solved, came_back, rest } = bar.squares;
      assert.ok(solved >= 0 && came_back >= 0 && rest >= 0);
      assert.equal(solved + came_back + rest, net.size === 'full' ? 100 : net.of);
    }));
  test('the range holds the figure', () =>
    forAll((view, hero) => {
      const [low, high] = view.facts[1]?.text.match(/\d+/g)?.map(Number) ?? [];
      if (hero.net.size !== 'full' || low === undefined || !/antara|between/.test(view.facts[1]!.text)) return;
      const shown = Number(view.figure!.value.replace('<1', '0'));
      assert.ok(low <= shown && shown <= high!, `${low} ${shown} ${high}`);
    }));
});
