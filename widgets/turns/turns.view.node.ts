import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ReportMeta, Turns, type TurnsValue } from '@qontak/impact-contract';
import fc from 'fast-check';
import type { Said } from '#kit';
import { createLang, LOCALES } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { MONTH, sampleTurns } from './turns.story.ts';
import { strings } from './turns.strings.ts';
import { turnsView, type TurnsView } from './turns.view.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);
const { meta } = sampleReport();
const RUNNING: ReportMeta = {
  ...meta,
  period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
};

const say = (counts: readonly number[], { lang = id, of = undefined as number | undefined, at = meta } = {}): TurnsView =>
  turnsView(sampleTurns(counts, of), at, lang);
const text = ({ headline, second }: TurnsView): string => (second === null ? headline.text : `${headline.text} | ${second.text}`);
/** A sentence, and what its numbers open. */
const opened = ({ text: sentence, pieces }: Said) => [sentence, ...pieces.flatMap(({ opens }) => opens?.figure ?? [])];
const ALWAYS_MORE = Array.from({ length: 21 }, (_, i) => (i === 20 ? 48 : 0));

describe('turns: the words', () => {
  test('what is usual, and what nine of ten need', () => {
    assert.equal(text(say(MONTH)), 'Biasanya selesai dalam 3 kali tanya-\u2060jawab | 9 dari 10 selesai dalam 7 kali tanya-\u2060jawab atau kurang');
    assert.equal(text(say(MONTH, { lang: en })), 'Usually solved in 3 back-and-forths | 9 of 10 solved within 7 back-and-forths');
    assert.deepEqual(say(MONTH).figure, { value: '3', of: 'kali tanya-\u2060jawab' });
  });
  test('one is one', () => {
    assert.equal(text(say([240], { lang: en })), 'Usually solved in 1 back-and-forth | 9 of 10 solved within 1 back-and-forth');
    assert.deepEqual(say([240], { lang: en }).figure, { value: '1', of: 'back-and-forth' });
  });
  test('more than 20 is not 21', () => {
    const long = say([...Array<number>(10).fill(5), ...Array<number>(10).fill(0), 12], { lang: en });
    assert.equal(text(long), 'Usually solved in 7 back-and-forths | More than 1 in 10 take more than 20 back-and-forths');
    assert.equal(text(say(ALWAYS_MORE, { lang: en })), 'Usually takes more than 20 back-and-forths');
    assert.equal(say(ALWAYS_MORE).figure?.value, '>20');
    assert.equal(say(ALWAYS_MORE).bars.at(-1)?.turns, '>20');
  });
  test('the axis ends in steps of five after the last chats, and with the longest only where there are any', () => {
    const drawn = (...histogram: number[]) => {
      const { bars, drawing } = say(histogram, { lang: en });
      return [bars.length, bars.at(-1)?.turns, drawing.replace('Bars: how many chats were solved in ', '')];
    };
    assert.deepEqual(drawn(33, 19, 13, 7, 4), [10, '10', '1 to 10 back-and-forths']);
    assert.deepEqual(drawn(33, 19, 13, ...Array<number>(8).fill(0), 1), [15, '15', '1 to 15 back-and-forths']);
    assert.deepEqual(drawn(33, 19, 13, ...Array<number>(14).fill(0), 1), [21, '>20', '1 to more than 20 back-and-forths']);
  });
  test('of 10 to 29 chats real counts, nothing "usual"', () => {
    const view = say([4, 7, 3, 1, 0, 1]);
    assert.equal(text(view), '11 dari 16 chat selesai dalam 2 kali tanya-\u2060jawab atau kurang');
    assert.equal(view.figure, null);
    assert.deepEqual([view.legend, view.bars[0]!.kind], [[], 'any']);
  });
  test('of fewer, also that they are few', () => {
    assert.equal(
      text(say([2, 2, 0, 1])),
      'Baru 5 chat terukur: 4 dari 5 chat selesai dalam 2 kali tanya-\u2060jawab atau kurang. | Terlalu sedikit untuk menyebut yang biasa.',
    );
    assert.equal(
      text(
        say(
          ALWAYS_MORE.map((n) => n / 24),
          { lang: en },
        ),
      ),
      'Only 2 measured so far: 2 of 2 chats took more than 20 back-and-forths. | Too few to say what is usual.',
    );
  });
  test('without chats, and with chats of which none is measured', () => {
    assert.equal(
      text(say([], { at: RUNNING })),
      'Belum ada chat yang diselesaikan AI pada November 2026 | Angkanya muncul di sini setelah AI menyelesaikan chat.',
    );
    assert.equal(text(say([], { lang: en })), 'No chats were solved by AI in October 2026', 'nothing will appear there any more');
    assert.equal(say([]).coverage, null);
    assert.equal(text(say([], { of: 14, lang: en })), 'How many back-and-forths it took is not measured yet');
    assert.deepEqual(opened(say([], { of: 14, lang: en }).coverage!), ['Measured in 0 of 14 chats that AI solved', 'stayed_solved']);
  });
  test('how much of it is measured', () => {
    assert.deepEqual(opened(say(MONTH, { of: 1620 }).coverage!), ['Terukur pada 540 dari 1.620 chat yang diselesaikan AI', 'turns_known', 'stayed_solved']);
  });
  test('what the colours mean', () => {
    assert.deepEqual(
      say(MONTH, { lang: en }).legend.map(({ text: words }) => words),
      ['Up to 3: half of the chats', 'Up to 7: 9 of 10 chats', 'More than 7'],
    );
    assert.deepEqual(say([240]).legend, []);
  });
});

const counts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 90_000 })), { minLength: 21, maxLength: 21 });

function forAll(check: (view: TurnsView, turns: TurnsValue) => void): void {
  fc.assert(
    fc.property(counts, fc.nat(500), fc.constantFrom(...LOCALES), fc.constantFrom(meta, RUNNING), (some, unmeasured, locale, at) => {
      const turns = sampleTurns(some, some.reduce((sum, n) => sum + n, 0) + unmeasured);
      check(turnsView(turns, at, createLang(locale, strings)), turns);
    }),
    { numRuns: 500 },
  );
}

describe('turns: for every shop', () => {
  test('the sample is one that the contract takes', () => forAll((_, turns) => assert.ok(Turns.safeParse(turns).success)));
  test('no hole reaches the page', () => forAll((view) => assert.doesNotMatch(JSON.stringify(view), /NaN|undefined|Infinity|\{\{|\[object/)));
  test('nothing is called usual, and nine of ten are not spoken of, under 30 chats', () =>
    forAll((view, { measured }) => {
      if (measured >= 30) return;
      assert.doesNotMatch(text(view), /%|^(Biasanya|Usually)|9 (dari|of) 10/);
      assert.equal(view.figure, null);
    }));
  test('bars are within their strip, and a chat is never without a bar', () =>
    forAll(({ bars }, { histogram, measured }) => {
      assert.ok(measured === 0 ? bars.length === 0 : [10, 15, 21].includes(bars.length));
      assert.equal(
        histogram.slice(bars.length).reduce((sum, chats) => sum + chats, 0),
        0,
        'nobody is left out',
      );
      bars.forEach(({ height }, i) => {
        assert.ok(height >= 0 && height <= 1);
        assert.equal(height > 0, histogram[i]! > 0);
      });
    }));
});
