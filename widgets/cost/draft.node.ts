import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CostAssumptionInput, CostAssumptionInput as Schema, MOST_RUPIAH } from '@qontak/impact-contract';
import fc from 'fast-check';
import { LOCALES } from '#lang';
import { type Draft, draftOf, figuresOf, firstDayFor, HALF_A_DAY, readDraft, sameFigures, undoOf } from './draft.ts';
import { isReadable, isUnchanged, left, opened, refused, submitted, typed } from './editing.ts';
import { MONTH } from './cost.story.ts';

const EMPTY: Draft = { minutes_per_chat: '', hourly_cost: '', ai_fee_per_month: '', effective_from: '' };
const SOME = figuresOf(MONTH);

describe('typed figures', () => {
  test('are read as they are written in Indonesia', () => {
    assert.deepEqual(readDraft({ minutes_per_chat: '4,5', hourly_cost: 'Rp 35.000', ai_fee_per_month: '1,5 juta', effective_from: '2026-11-01' }), {
      figures: { minutes_per_chat: 4.5, hourly_cost: 35_000, ai_fee_per_month: 1_500_000, effective_from: '2026-11-01' },
      troubles: {},
    });
  });
  test('an empty field is no figure, and no mistake', () => {
    assert.deepEqual(readDraft(EMPTY), { figures: { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, effective_from: null }, troubles: {} });
  });
  test('what is wrong, field by field', () => {
    assert.deepEqual(readDraft({ minutes_per_chat: 'enam', hourly_cost: '3.5', ai_fee_per_month: '35.000', effective_from: HALF_A_DAY }).troubles, {
      effective_from: 'unreadable',
      minutes_per_chat: 'unreadable',
      hourly_cost: 'unreadable',
    });
    assert.deepEqual(readDraft({ minutes_per_chat: '0', hourly_cost: String(MOST_RUPIAH + 1), ai_fee_per_month: '', effective_from: '' }).troubles, {
      minutes_per_chat: 'out_of_range',
      hourly_cost: 'out_of_range',
    });
    assert.equal(readDraft({ ...EMPTY, minutes_per_chat: '241' }).troubles.minutes_per_chat, 'out_of_range');
  });

  const rupiah = fc.option(fc.integer({ min: 0, max: MOST_RUPIAH }));
  const inputs: fc.Arbitrary<CostAssumptionInput> = fc.record({
    minutes_per_chat: fc.option(fc.integer({ min: 1, max: 24_000 }).map((hundredths) => hundredths / 100)),
    hourly_cost: rupiah,
    ai_fee_per_month: rupiah,
    effective_from: fc.constantFrom(null, '2026-10-15'),
  });
  test('what was written is what is read, in both languages', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...LOCALES), (input, locale) => {
        assert.ok(sameFigures(readDraft(draftOf(input, locale)).figures as CostAssumptionInput, input));
      }),
    );
  });
  test('whatever is typed, only figures of the contract are ever sent', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('35.000', '6', '1e9', '-4', '0', '99999999999999999999', '1,5 juta', 'NaN', '٦'));
    fc.assert(
      fc.property(text, text, text, text, (minutes_per_chat, hourly_cost, ai_fee_per_month, effective_from) => {
        const result = submitted({ ...opened(SOME, SOME, 'id'), draft: { minutes_per_chat, hourly_cost, ai_fee_per_month, effective_from } });
        if ('input' in result) assert.ok(Schema.safeParse(result.input).success);
        else assert.ok(Object.keys(result.form.troubles).length > 0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the form', () => {
  const form = opened(SOME, SOME, 'id');
  test('begins with the figures in use', () => {
    assert.deepEqual(form.draft, { minutes_per_chat: '6', hourly_cost: '35.000', ai_fee_per_month: '700.000', effective_from: '' });
  });
  test('the preview follows what can be read and waits where nothing can', () => {
    const half = typed(form, 'hourly_cost', '42.5');
    assert.equal(half.preview.hourly_cost, 35_000);
    assert.deepEqual(half.troubles, {});
    assert.equal(typed(half, 'hourly_cost', '42.500').preview.hourly_cost, 42_500);
    assert.equal(typed(form, 'hourly_cost', '').preview.hourly_cost, null);
  });
  test('a field that is left and cannot be read has no figure, and none of the letters on the way to it', () => {
    const half = typed(form, 'hourly_cost', '1.234');
    const wrong = typed(half, 'hourly_cost', '1.234,50');
    assert.deepEqual([wrong.preview.hourly_cost, isReadable(wrong)], [1234, true], 'somebody is still typing');
    const done = left(wrong, 'hourly_cost', 'id');
    assert.deepEqual([done.preview.hourly_cost, isReadable(done)], [35_000, false]);
    assert.equal(typed(done, 'hourly_cost', '1.234,5').preview.hourly_cost, 35_000);
    const sent = submitted(wrong);
    assert.ok('form' in sent && !isReadable(sent.form) && sent.form.preview.hourly_cost === 35_000);
    assert.ok(isReadable(refused(half, [{ path: 'hourly_cost', message: 'no' }])), 'the service understood it');
  });
  test('nobody is told off before the field is left, nor after it was mended', () => {
    const wrong = left(typed(form, 'minutes_per_chat', 'enam'), 'minutes_per_chat', 'id');
    assert.deepEqual(wrong.troubles, { minutes_per_chat: 'unreadable' });
    assert.equal(wrong.draft.minutes_per_chat, 'enam');
    assert.deepEqual(typed(wrong, 'minutes_per_chat', '8').troubles, {});
  });
  test('a figure that is left stands there as it will be read', () => {
    assert.equal(left(typed(form, 'hourly_cost', '42,5 rb'), 'hourly_cost', 'id').draft.hourly_cost, '42.500');
    assert.equal(left(typed(form, 'hourly_cost', '42,5 rb'), 'hourly_cost', 'en').draft.hourly_cost, '42,500');
  });
  test('a refusal marks the fields that it names and keeps what was typed', () => {
    const mine = typed(form, 'hourly_cost', '1');
    const named = refused(mine, [{ path: 'hourly_cost', message: 'no' }]);
    assert.deepEqual([named.troubles, named.failed, named.draft.hourly_cost], [{ hourly_cost: 'refused' }, null, '1']);
    assert.equal(refused(mine, [{ path: null, message: 'no' }]).failed, 'invalid');
  });
});

describe('the day from which on figures hold', () => {
  const TODAY = '2026-11-22';
  const from = (effective_from: string | null) => ({ ...SOME, effective_from });
  const NONE = { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, effective_from: null };

  test('the first figures: every month; a change: this month; later ones are corrected from their own day', () => {
    assert.equal(firstDayFor(NONE, TODAY), null);
    assert.equal(firstDayFor(SOME, TODAY), '2026-11-01');
    assert.equal(firstDayFor(from('2026-10-15'), TODAY), '2026-11-01');
    assert.equal(firstDayFor(from('2026-11-10'), TODAY), '2026-11-10');
    assert.equal(firstDayFor(from('2027-01-01'), TODAY), '2027-01-01');
  });
  test('the same figures from the suggested day are no change, from another day they are', () => {
    const form = opened(from('2026-11-01'), from('2026-10-15'), 'id');
    assert.ok(isUnchanged(form, from('2026-11-01')));
    assert.ok(isUnchanged(form, from('2026-10-15')));
    assert.ok(!isUnchanged(form, from('2026-10-01')));
    assert.ok(!isUnchanged(form, from(null)));
    assert.ok(!isUnchanged(form, { ...from('2026-11-01'), ai_fee_per_month: 1 }));
  });
  test('an undo stores the former figures from the same day on, where that brings everything back', () => {
    const other = { ...SOME, minutes_per_chat: 9 };
    assert.deepEqual(undoOf(SOME, { ...other, effective_from: '2026-11-01' }), from('2026-11-01'));
    assert.deepEqual(undoOf(from('2026-11-01'), { ...other, effective_from: '2026-11-01' }), from('2026-11-01'));
    assert.deepEqual(undoOf(SOME, other), SOME);
    assert.equal(undoOf(from('2026-11-01'), { ...other, effective_from: '2026-10-01' }), null);
    assert.equal(undoOf(from('2026-11-01'), other), null);
  });
});
