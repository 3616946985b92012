import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLang } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { NONE, OFFICE } from './after-hours.story.ts';
import { strings } from './working-hours.strings.ts';
import { areBeingCounted, missingView } from './working-hours.view.ts';

const en = createLang('en', strings);
const { meta } = sampleReport();
const recounting = { ...meta, recounting: true };
const LATER = { ...OFFICE, schedules: [{ ...OFFICE.schedules[0]!, effective_from: '2026-11-02' }] };

describe('without a figure', () => {
  test('hours that nobody has entered are asked for, also while something else is counted', () => {
    for (const one of [meta, recounting]) assert.equal(missingView(NONE, one, en).title, 'Working hours are not set yet');
    assert.equal(missingView(null, recounting, en).title, 'Working hours are not set yet');
  });
  test('hours that were just entered are not asked for again', () => {
    assert.deepEqual(missingView(OFFICE, recounting, en), {
      title: 'Working hours are set',
      help: 'Chats outside them are being counted. The figure appears shortly.',
    });
    assert.deepEqual([areBeingCounted(OFFICE, recounting), areBeingCounted(OFFICE, meta), areBeingCounted(LATER, recounting)], [true, false, false]);
  });
});
