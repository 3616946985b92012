import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CostAssumption, costIn, type CostValue, type ReportMeta } from '@qontak/impact-contract';
import fc from 'fast-check';
import { plain } from '#kit';
import { createLang, LOCALES } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { entered, inTwoParts, measured, MONTH, NOTHING } from './cost.story.ts';
import { strings } from './cost.strings.ts';
import { costAfter, costView, costWith, type Saying } from './cost.view.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);
const FORTNIGHT = { from: '2026-10-05', to: '2026-10-18', channel: null, status: 'final', final_on: '2026-10-20', frozen: null } as const;
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null } as const;

interface Options {
  lang?: typeof id;
  meta?: Partial<ReportMeta>;
}

const OCTOBER = sampleReport().meta.period;

function say(chats: number, figures: CostAssumption, { lang = id, meta = {} }: Options = {}) {
  const report = sampleReport({}, meta);
  return costView(costIn(chats, figures, report.meta.period), report.meta, lang);
}
const texts = ({ lines }: Saying): string[] => lines.map(({ text }) => text);

describe('cost: hours', () => {
  test('in the words of the specification', () => {
    assert.equal(say(460, MONTH).hours.headline, 'Waktu tim yang dihemat: 46 jam (memakai 6 menit per chat)');
    assert.equal(say(460, MONTH, { lang: en }).hours.headline, 'Team time saved: 46 hours (at 6 minutes a chat)');
    assert.deepEqual(say(460, MONTH).hours.figure, { value: '46', of: 'jam', basis: 'memakai 6 menit per chat' });
  });
  test('what they are worth beside them, once an hour has a cost, with all that takes from it', () => {
    assert.deepEqual(texts(say(460, MONTH).hours), ['Perkiraan nilai: Rp1,6 juta, memakai angka yang Anda isi', 'Setelah dikurangi biaya AI: +Rp0,9 juta']);
    assert.equal(texts(say(40, MONTH, { lang: en }).hours).at(-1), 'In this period the AI fee is more than the time saved is worth');
    assert.match(texts(say(460, MONTH, { lang: en, meta: { period: NOVEMBER } }).hours).at(-1)!, /this figure is not complete yet$/);
    assert.deepEqual(say(460, entered(6, null, 700_000)).hours.lines, []);
  });
  test('before anybody entered anything: an assumption that is called one, twice', () => {
    const { hours, rupiah, source } = say(460, NOTHING, { lang: en });
    assert.equal(hours.headline, 'Team time saved: 38 hours (assumption: 5 minutes a chat)');
    assert.equal(source.assumption, 'Assumption: 5 minutes a chat. Nobody has entered your own figures yet.');
    assert.equal(rupiah, null);
    assert.equal(say(460, NOTHING, { lang: en }).assumed, 'assumption: 5 minutes a chat');
    assert.equal(say(460, MONTH).assumed, null);
  });
  test('measured minutes are called measured', () => {
    assert.match(costView(measured(costIn(460, MONTH, OCTOBER)), sampleReport().meta, id).hours.headline, /\(terukur: 6 menit per chat\)$/);
  });
  test('are cut, never rounded up', () => {
    const hours = (chats: number, minutes: number) => say(chats, entered(minutes, null, null), { lang: en }).hours.headline.match(/: (.+) \(/)![1];
    assert.deepEqual(
      [hours(119, 6), hours(35, 6), hours(10, 6), hours(19, 6), hours(9, 6), hours(1, 1)],
      ['11 hours', '3.5 hours', '1 hour', '1.9 hours', '54 minutes', '1 minute'],
    );
    assert.equal(hours(1, 0.5), '0 minutes');
  });
  test('the formula comes out to the minute', () => {
    assert.equal(say(460, MONTH).hours.formula, ' × 6 menit = 46 jam. Chat yang pelanggannya kembali tidak dihitung.');
    assert.equal(say(311, entered(4.5, null, null)).hours.formula, ' × 4,5 menit = 23 jam 19,5 menit. Chat yang pelanggannya kembali tidak dihitung.');
    assert.equal(
      say(100, entered(4.35, null, null), { lang: en }).hours.formula,
      ' × 4.35 minutes = 7 hours 15 minutes. Chats whose customer came back do not count.',
    );
    const { chats, opens } = say(460, MONTH);
    assert.deepEqual([chats, opens, say(0, MONTH).opens], ['460 chat selesai oleh AI', 'stayed_solved', null]);
  });
  test('no chats: what will appear; of days gone by nothing will', () => {
    const running = say(0, MONTH, { lang: en, meta: { period: NOVEMBER } }).hours;
    assert.deepEqual(
      [running.figure, running.headline, texts(running)],
      [null, 'No chats of November 2026 solved by AI yet', ['The figure appears here once AI has solved chats.']],
    );
    const over = say(0, MONTH).hours;
    assert.deepEqual([over.headline, over.lines], ['Tidak ada chat yang diselesaikan AI pada Oktober 2026', []]);
  });
});

describe('cost: rupiah', () => {
  test('in the words of the specification', () => {
    const { rupiah } = say(460, MONTH);
    assert.equal(rupiah!.headline, 'Perkiraan nilai: Rp1,6 juta, memakai angka yang Anda isi');
    assert.deepEqual(texts(rupiah!), ['Setelah dikurangi biaya AI: +Rp0,9 juta', 'Biaya AI kembali mulai 200 chat selesai sebulan; pada periode ini ada 460']);
    const english = say(460, MONTH, { lang: en }).rupiah!;
    assert.equal(english.headline, 'Estimated value: Rp1.6 million, using the numbers you entered');
    assert.deepEqual(texts(english), ['After the AI fee: +Rp0.9 million', 'From 200 solved chats a month the fee is earned back; this period has 460']);
  });
  test('a loss is written with its sign and said to be one', () => {
    const { lines } = say(40, MONTH).rupiah!;
    const { kind, text, pieces } = lines[0]!;
    assert.deepEqual([kind, text], ['worse', 'Setelah dikurangi biaya AI: −Rp560 ribu']);
    assert.deepEqual(pieces.at(-1), { text: '−Rp560 ribu', opens: { figure: 'stayed_solved' } });
    assert.equal(lines[1]!.text, 'Pada periode ini biaya AI lebih besar daripada nilai waktu yang dihemat');
  });
  test('minutes that nobody entered are named beside the cost that somebody did', () => {
    assert.match(say(460, entered(null, 35_000, null)).rupiah!.headline, /memakai biaya yang Anda isi dan asumsi 5 menit per chat$/);
  });
  test('without a fee there is nothing to take off; with a fee of 0 nothing to earn back', () => {
    assert.deepEqual(texts(say(460, entered(6, 35_000, null)).rupiah!), []);
    assert.deepEqual(texts(say(460, entered(6, 35_000, 0), { lang: en }).rupiah!), ['After the AI fee: +Rp1.6 million']);
  });
  test('an hour that costs nothing never earns the fee back', () => {
    assert.equal(texts(say(460, entered(6, 0, 700_000)).rupiah!).at(-1), 'Dengan biaya Rp0 per jam, biaya AI tidak akan kembali');
  });
  test('part of a month bears part of the fee, and is not called a month', () => {
    const { formula, lines } = say(460, MONTH, { lang: en, meta: { period: FORTNIGHT } }).rupiah!;
    assert.match(formula!, /Less the AI fee of Rp316,130 = Rp1,293,870\.$/);
    assert.match(lines.at(-1)!.text, /^From 91 solved chats in a period this long/);
  });
  test('one channel: the fee is not taken off, and why', () => {
    const { formula, lines } = say(460, MONTH, { lang: en, meta: { period: { ...NOVEMBER, channel: 'whatsapp' } } }).rupiah!;
    assert.match(formula!, /= Rp1,610,000\.$/);
    assert.deepEqual(lines, [{ kind: 'plain', ...plain('The AI fee is for all channels together, so it is not taken off here') }]);
  });
  test('the formula is to the rupiah', () => {
    assert.equal(say(460, MONTH).rupiah!.formula, ' × 6 menit ÷ 60 × Rp35.000 per jam = Rp1.610.000. Dikurangi biaya AI Rp700.000 = Rp910.000.');
  });
});

describe('cost: figures that changed within the days', () => {
  const both = (before: CostAssumption, after: CostAssumption, lang = id) => costView(inTwoParts(before, after), sampleReport().meta, lang);
  const OTHERS = entered(8, 40_000, 900_000);

  test('hours: the sum, and the formula of each part', () => {
    const { hours } = both(MONTH, OTHERS);
    assert.equal(hours.headline, 'Waktu tim yang dihemat: 54 jam (memakai angka yang berlaku pada tiap tanggal)');
    assert.equal(hours.formula, ': total 54 jam 20 menit, dihitung dengan angka yang berlaku pada tanggalnya. Chat yang pelanggannya kembali tidak dihitung.');
    assert.deepEqual(hours.parts, ['1–14 Okt 2026: 210 chat × 6 menit = 21 jam', '15–31 Okt 2026: 250 chat × 8 menit = 33 jam 20 menit']);
  });
  test('rupiah: the same, with the fee of each part and the break-even of the last', () => {
    const { rupiah } = both(MONTH, OTHERS, en);
    assert.deepEqual(rupiah!.parts, [
      '1–14 Oct 2026: 210 chats × 6 minutes ÷ 60 × Rp35,000 an hour; AI fee of Rp700,000 a month',
      '15–31 Oct 2026: 250 chats × 8 minutes ÷ 60 × Rp40,000 an hour; AI fee of Rp900,000 a month',
    ]);
    assert.equal(rupiah!.formula, ': Rp2,068,333 in all, each at the figures of its day. Less the AI fee of Rp809,678 = Rp1,258,655.');
    assert.equal(texts(rupiah!).at(-1), 'At the figures in force at the end, the fee is earned back from 152 solved chats; this period has 460');
  });
  test('a fee alone that changed leaves the formula of the value as it is', () => {
    const { hours, rupiah } = both(MONTH, entered(6, 35_000, 900_000), en);
    assert.deepEqual(hours.parts, []);
    assert.match(rupiah!.formula!, /^ × 6 minutes ÷ 60 × Rp35,000 an hour = Rp1,610,000\. Less the AI fee of Rp809,678 = /);
  });
  test('who entered which', () => {
    assert.deepEqual(
      both(MONTH, OTHERS).source.entered.map(({ text }) => text),
      ['Angka sampai 14 Okt 2026 diisi 2 Nov 2026 10.15 WIB', 'Angka yang berlaku mulai 15 Okt 2026 diisi 2 Nov 2026 10.15 WIB'],
    );
    assert.equal(both(NOTHING, MONTH).source.entered[0]!.text, 'Sampai 14 Okt 2026 belum ada yang mengisi angka bisnis Anda');
  });
  test('an assumption of some days is called one', () => {
    const { hours, assumed } = both(NOTHING, MONTH);
    assert.match(hours.headline, /\(sebagian dengan asumsi 5 menit per chat\)$/);
    assert.match(hours.parts[0]!, /\(asumsi\)$/);
    assert.equal(assumed, 'sebagian dengan asumsi 5 menit per chat');
  });
  test('what is not entered for all days is not summed up, and which days those are', () => {
    const { rupiah, ask } = both(NOTHING, MONTH);
    assert.equal(rupiah, null);
    assert.equal(ask, 'Biaya per jam tidak diisi untuk 1–14 Okt 2026, jadi nilai seluruh periode ini dalam rupiah belum bisa dihitung.');
    assert.deepEqual(texts(both(entered(6, 35_000, null), MONTH).rupiah!), ['Biaya AI tidak diisi untuk 1–14 Okt 2026, jadi tidak dikurangkan di sini']);
  });
});

describe('cost: a period that is not over', () => {
  test('says that the fee is that of the whole month and the chats are not, instead of calling it a loss', () => {
    const { lines } = say(40, MONTH, { meta: { period: NOVEMBER } }).rupiah!;
    assert.deepEqual(
      lines.map(({ text }) => text),
      [
        'Setelah dikurangi biaya AI: −Rp560 ribu',
        'Biaya AI sudah dihitung sebulan penuh, sedangkan chat baru sampai 22 November: angka ini belum penuh',
        'Biaya AI kembali mulai 200 chat selesai sebulan; pada periode ini ada 40',
      ],
    );
  });
  test('once its last day is there, it is complete', () => {
    const { lines } = say(40, MONTH, { meta: { period: NOVEMBER, as_of: '2026-11-30T16:00:00Z' } }).rupiah!;
    assert.equal(lines[1]!.text, 'Pada periode ini biaya AI lebih besar daripada nilai waktu yang dihemat');
  });
});

describe('cost: after a change is stored', () => {
  const { meta } = sampleReport();
  const [october, later] = [costIn(460, MONTH, OCTOBER), entered(12, 35_000, 700_000)];
  test('figures of a later day change nothing here, those from the first day on everything, and within the days the service has to tell', () => {
    assert.equal(costAfter(october, later, meta).hours, 92);
    assert.equal(costAfter(october, { ...later, effective_from: '2026-10-01' }, meta).hours, 92);
    assert.equal(costAfter(october, { ...later, effective_from: '2026-11-01' }, meta), october);
    assert.equal(costAfter(october, { ...later, effective_from: '2026-10-02' }, meta), october);
  });
});

describe('cost: where the figures come from', () => {
  const by = (text: string) => say(1, { ...MONTH, changed: { by: text, at: '2026-11-02T03:15:00Z' } }).source.entered[0]!.by;
  test('who and when', () => {
    assert.deepEqual(say(460, MONTH).source, { assumption: null, entered: [{ text: 'Angka diisi 2 Nov 2026 10.15 WIB', by: 'admin-7' }] });
    assert.deepEqual(say(460, entered(6, null, null, '2026-09-01')).source.entered, [
      { text: 'Angka yang berlaku mulai 1 Sep 2026 diisi 2 Nov 2026 10.15 WIB', by: 'admin-7' },
    ]);
  });
  test('an id, never an address or a telephone number', () => {
    assert.equal(by('6f1c2a34-0000-4000-8000-1234567890ab'), '6f1c2a34-0000-4000-8000-1234567890ab');
    for (const person of ['rina@example.id', '+62 812-3456-7890', '081234567890', ' ', 'x'.repeat(65)]) assert.equal(by(person), null, person);
  });
});

describe('cost: by other figures', () => {
  const { meta } = sampleReport();
  test('the same chats', () => {
    assert.deepEqual(costWith(costIn(460, NOTHING, OCTOBER), MONTH, meta), costIn(460, MONTH, OCTOBER));
  });
  test('measured minutes stay measured, whatever is typed', () => {
    const cost = costWith(measured(costIn(460, entered(4, null, null), OCTOBER)), MONTH, meta);
    assert.deepEqual([cost.minutes_per_chat, cost.minutes_source, cost.money!.value], [4, 'measured', 1_073_333]);
  });
});

const rupiah = fc.option(fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: 100_000_000_000 })));
const figures: fc.Arbitrary<CostAssumption> = fc.record({
  minutes_per_chat: fc.option(fc.integer({ min: 1, max: 24_000 }).map((hundredths) => hundredths / 100)),
  hourly_cost: rupiah,
  ai_fee_per_month: rupiah,
  effective_from: fc.constantFrom(null, '2026-09-01'),
  changed: fc.constantFrom(null, MONTH.changed),
});
const periods = fc.constantFrom(sampleReport().meta.period, NOVEMBER, FORTNIGHT, { ...FORTNIGHT, channel: 'whatsapp' });
const chatCounts = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 500_000 }));

function forAll(check: (cost: CostValue, view: ReturnType<typeof costView>, text: string) => void): void {
  fc.assert(
    fc.property(chatCounts, figures, periods, fc.constantFrom(...LOCALES), (chats, assumption, period, locale) => {
      const cost = costIn(chats, assumption, period);
      const view = costView(cost, sampleReport({}, { period }).meta, createLang(locale, strings));
      check(cost, view, JSON.stringify(view));
    }),
    { numRuns: 600 },
  );
}

describe('cost: for every shop', () => {
  test('no hole reaches the page', () => forAll((_, __, text) => assert.doesNotMatch(text, /NaN|undefined|Infinity|\{\{|\[object|-Rp|e\+/)));
  test('rupiah only by an hourly cost of somebody, and the assumption is always called one', () =>
    forAll((cost, { hours, rupiah: money, source }) => {
      assert.equal(money === null, cost.money === null);
      if (cost.minutes_source !== 'assumption' || cost.chats === 0) return;
      assert.match(hours.headline, /asumsi|assumption/);
      if (money !== null) assert.match(money.headline, /asumsi|assumption/);
      if (cost.changed === null) assert.notEqual(source.assumption, null);
    }));
  test('a loss is never written as a gain', () =>
    forAll(({ money }, { rupiah: saying }) => {
      if (saying === null || money?.net_value == null) return;
      const [after] = saying.lines;
      assert.equal(after!.kind, money.net_value > 0 ? 'better' : money.net_value < 0 ? 'worse' : 'plain');
      assert.equal(/−Rp/.test(after!.text), money.net_value < 0);
      assert.equal(/\+Rp/.test(after!.text), money.net_value > 0);
    }));
});
