import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLang } from '#lang';
import { fullReport } from '../../test/reports/full-report.ts';
import { monthsOf, outcomesOf } from './paper.view.ts';
import { strings } from './share.strings.ts';
import { month } from './share.story.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);

describe('the printed page: by month', () => {
  test('the newest six up to the report, each with what came back on top of what stayed solved', () => {
    const months = monthsOf(fullReport(), id);
    assert.ok(months.length > 1 && months.length <= 6);
    assert.equal(months.at(-1)!.label, 'Okt');
    for (const { said, solved, came_back } of months) {
      assert.equal(said, `${Math.round(solved! * 100)}%`);
      assert.ok(came_back! > 0 && solved! + came_back! <= 1);
    }
  });
  test('of few chats how many of how many, and no column', () => {
    const report = fullReport();
    const { trend } = report.data;
    assert.ok(trend.status === 'ok');
    const [first] = trend.months.points;
    const few = { ...first!.net, count: 8, of: 14 };
    const points = trend.months.points.map((point) => ({ ...point, net: few, gross: { ...few, count: 9 } }));
    const data = { ...report.data, trend: { ...trend, months: { ...trend.months, points } } };
    const last = monthsOf({ ...report, data }, en).at(-1)!;
    assert.deepEqual([last.said, last.solved, last.came_back], ['8 of 14', null, null]);
  });
  test('nothing of a month that stands alone, or without a trend', () => assert.deepEqual(monthsOf(month(), id), []));
});

describe('the printed page: every chat', () => {
  test('the rows add up to the last, and leave out what did not happen', () => {
    const rows = outcomesOf(month(), id);
    assert.deepEqual(rows.at(-1), { name: 'Semua chat yang ditutup', count: '1.513 chat', all: true });
    assert.deepEqual(
      rows.map(({ name }) => name),
      [
        'Selesai oleh AI',
        'Pelanggan kembali',
        'Diteruskan ke tim',
        'Berhenti tanpa kepastian',
        'Tidak bisa kami periksa',
        'Langsung ditangani tim',
        'Semua chat yang ditutup',
      ],
    );
  });
  test('nothing without chats', () => assert.deepEqual(outcomesOf(month({}), en), []));
});
