import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { LOCALES, moneyOf, numbersOf, readDecimal, readRupiah } from './index.ts';

const id = moneyOf('id');
const en = moneyOf('en');

describe('rupiah', () => {
  test('to the rupiah, without a space', () => {
    assert.equal(id.full(1_500), 'Rp1.500');
    assert.equal(id.full(1_610_000), 'Rp1.610.000');
    assert.equal(en.full(1_610_000), 'Rp1,610,000');
    assert.equal(id.full(-580_000), '−Rp580.000');
    assert.equal(id.full(0), 'Rp0');
  });

  test('short, in words that mean the same to everybody', () => {
    assert.equal(id.short(18_500_000), 'Rp18,5 juta');
    assert.equal(id.short(2_800_000_000), 'Rp2,8 miliar');
    assert.equal(id.short(48_500), 'Rp48,5 ribu');
    assert.equal(id.short(1_000_000), 'Rp1 juta');
    assert.equal(id.short(1_500), 'Rp1.500');
    assert.equal(en.short(1_610_000), 'Rp1.6 million');
    assert.equal(en.short(7_000_000_000_000), 'Rp7 trillion');
  });

  test('are cut, never rounded in favour', () => {
    assert.equal(id.short(1_699_999), 'Rp1,6 juta');
    assert.equal(id.short(999_999), 'Rp999,9 ribu');
    assert.equal(id.signed(-580_001, 1_000_000), '−Rp0,6 juta');
    assert.equal(id.short(4_100_000), 'Rp4,1 juta');
  });

  test('side by side in one unit, unless nothing would be left', () => {
    assert.equal(id.signed(910_000, 1_610_000), '+Rp0,9 juta');
    assert.equal(id.signed(30_000, 1_610_000), '+Rp30 ribu');
    assert.equal(id.signed(0, 1_610_000), 'Rp0');
  });
});

describe('typed numbers', () => {
  test('as people in Indonesia write rupiah', () => {
    for (const typed of ['35000', '35.000', 'Rp35.000', ' Rp 35.000 ', 'rp. 35.000', '35,000', '35.000,00', '35rb', '35 ribu', '35 RB', 'IDR 35000']) {
      assert.equal(readRupiah(typed), 35_000, typed);
    }
    assert.equal(readRupiah('1,5 juta'), 1_500_000);
    assert.equal(readRupiah('1.25 jt'), 1_250_000);
    assert.equal(readRupiah('4,35 juta'), 4_350_000);
    assert.equal(readRupiah('Rp1.500.000'), 1_500_000);
    assert.equal(readRupiah('0'), 0);
  });

  test('what could mean two things, or nothing, is not guessed', () => {
    for (const typed of ['', 'abc', '-5', '35.00.0', '35.00', '3.5', '35,5', '1.500,000', '1.500 ribu', '12.34.567', '1e5', 'juta', 'Rp', '35 dolar', '٣٥']) {
      assert.equal(readRupiah(typed), null, typed);
    }
  });

  test('minutes with a decimal comma or point', () => {
    assert.deepEqual(['6', '4,5', '4.5', ' 4,25 ', '1.000', '', 'enam', '-1'].map(readDecimal), [6, 4.5, 4.5, 4.25, null, null, null, null]);
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), fc.constantFrom(...LOCALES), (value, locale) => {
        assert.equal(readRupiah(moneyOf(locale).full(value)), value);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24_000 }), fc.constantFrom(...LOCALES), (hundredths, locale) => {
        assert.equal(readDecimal(numbersOf(locale).decimal(hundredths / 100)), hundredths / 100);
      }),
    );
  });

  test('a short amount never says more than there is, nor less of a loss', () => {
    const unit: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 };
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        const [, minus, figure, word] = /^(−?)Rp([\d.,]+)(?: (\w+))?$/.exec(id.short(value))!;
        const shown = Number(figure!.replaceAll('.', '').replace(',', '.')) * (word ? unit[word]! : 1) * (minus ? -1 : 1);
        assert.ok(shown <= value + 1e-6 * Math.abs(value), `${shown} ${value}`);
      }),
    );
  });
});
