import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLang } from '#lang';
import { aboutText } from './about.ts';
import { aboutStrings } from './about-strings.ts';
import { sampleReport } from './sample-report.ts';

describe('about', () => {
  const NOVEMBER = { from: '2026-11-01', to: '2026-11-30', channel: 'whatsapp', status: 'provisional', final_on: '2026-12-03', frozen: null } as const;
  const en = createLang('en', aboutStrings);
  test('the days, the channel, and whether the figures can still move', () => {
    assert.deepEqual(aboutText(sampleReport().meta, en), ['October 2026', 'Final']);
    assert.deepEqual(aboutText(sampleReport({}, { period: NOVEMBER }).meta, en), ['November 2026', 'WhatsApp', 'Not final yet, final on 3 December']);
  });
  test('before any data: no day is promised on which they become final', () => {
    assert.deepEqual(aboutText(sampleReport({}, { period: NOVEMBER, as_of: null }).meta, en), ['November 2026', 'WhatsApp']);
  });
});
