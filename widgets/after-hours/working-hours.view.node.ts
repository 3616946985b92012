import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLang } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { NONE, OFFICE } from './after-hours.story.ts';
import { strings } from './working-hours.strings.ts';
import { missingView, theirsView } from './working-hours.view.ts';

const en = createLang('en', strings);
const { meta } = sampleReport();
const LATER = { ...OFFICE, schedules: [{ ...OFFICE.schedules[0]!, effective_from: '2026-11-02' }] };

describe('without a figure', () => {
  test('hours that nobody has entered are asked for, also when nobody could be asked yet', () => {
    for (const hours of [NONE, null]) assert.equal(missingView('no_working_hours', hours, meta, en).title, 'Working hours are not set yet');
  });
  test('hours from a later day on are named', () => {
    assert.match(missingView('no_working_hours', LATER, meta, en).title, /2 Nov 2026/);
  });
  test('hours that were just entered are not asked for again, also before they are known', () => {
    for (const hours of [OFFICE, null]) {
      assert.deepEqual(missingView('being_counted', hours, meta, en), {
        title: 'Working hours are set',
        help: 'Chats outside them are being counted. The figure appears shortly.',
      });
    }
  });
});

describe('what another admin saved meanwhile', () => {
  test('is what was saved last, also from an earlier day on than the newest hours, with all its holidays', () => {
    const [office] = OFFICE.schedules;
    const earlier = { ...office!, effective_from: '2025-12-01', shifts: [], changed: { by: 'u-2', at: '2026-11-22T02:00:00Z' } };
    const view = theirsView({ ...OFFICE, schedules: [office!, earlier] }, meta, en);
    assert.deepEqual(view?.days, [{ days: 'Monday–Sunday', hours: 'closed' }]);
    assert.equal(view?.since, 'In force since 1 Dec 2025 (WIB). Saved 22 Nov 2026 09:00 WIB.');
    assert.equal(view?.holidays, 'Holidays: 17 Oct 2026 (Ulang tahun toko), 25 Dec 2026 (Natal)');
    assert.equal(theirsView(NONE, meta, en), null);
  });
});
