import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TemplateResult } from 'lit';
import { together } from './together.ts';

const isTogether = (piece: string | TemplateResult): piece is TemplateResult => typeof piece !== 'string';
const kept = (text: string): unknown[] =>
  together(text)
    .filter(isTogether)
    .map(({ values }) => values[0]);

describe('what is kept in one line', () => {
  test('is a number with its word, not with the one before it', () => {
    assert.deepEqual(kept('Pelanggannya kembali. 240 diteruskan ke tim Anda, dan 510 langsung ditangani tim.'), ['240 diteruskan', '510 langsung']);
    assert.deepEqual(kept('AI menyelesaikan sendiri 1.620. 61 lagi'), ['sendiri 1.620.', '61 lagi']);
    assert.deepEqual(kept('Setelah dikurangi biaya AI: +Rp0,9 juta'), ['+Rp0,9 juta']);
  });

  test('is a date, with the dash behind it, and a month with its year', () => {
    assert.deepEqual(kept('(2 Feb 2026 – 1 Mar 2026): '), ['(2 Feb 2026 –', '1 Mar 2026):']);
    assert.deepEqual(kept('Kurang lebih sama dengan September 2026'), ['September 2026']);
    assert.deepEqual(kept('Data sampai 16 Nov 2026 09.44 WITA.'), ['16 Nov 2026', '09.44 WITA.']);
  });

  test('is a range, which a line may otherwise leave at its dash', () => {
    assert.deepEqual(kept('kami perkirakan 71–79%; hasilnya 66%'), ['71–79%']);
    assert.deepEqual(kept('pukul 19.00–20.00 WIB: '), ['19.00–20.00 WIB:']);
  });

  test('leaves every text as it was said', () => {
    for (const text of ['Oktober 2026', 'Tidak ada', '', '5 chat: 2 membaik, 2 sama']) {
      assert.equal(
        together(text)
          .map((piece) => (isTogether(piece) ? piece.values[0] : piece))
          .join(''),
        text,
      );
    }
  });
});
