import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { costIn, heroOf, ImpactReport, MATCH_RULE, NO_OUTCOMES, OUTCOMES, ReportData, unavailable } from '@qontak/impact-contract';

const META = {
  schema: '1.0',
  organization: { id: '6f1d8a52-3c47-4b0e-9a65-2d7c1e94b301', name: 'Toko Melati', time_zone: 'Asia/Jakarta' },
  source: 'sample',
  channels: ['whatsapp'],
  period: { from: '2026-10-01', to: '2026-10-31', channel: null, status: 'final', final_on: '2026-11-03', frozen: null },
  as_of: '2026-11-16T03:00:00Z',
  recounting: false,
  match_rule: MATCH_RULE,
  generated_at: '2026-11-16T03:00:01.000Z',
};
const HERO = heroOf({ outcomes: { ...NO_OUTCOMES }, settledHumanOnly: 0, stillOpen: 0, corrected: 0, vsPrevious: null, vsFirstMonth: null });
const DATA = { ...Object.fromEntries(Object.keys(ReportData.shape).map((slot) => [slot, unavailable('not_measured_yet')])), hero: HERO };
const report = (meta: object = {}, data: object = {}) => ({ status: 'success', data: { ...DATA, ...data }, meta: { ...META, ...meta } });
const accepted = (candidate: object): boolean => ImpactReport.safeParse(candidate).success;

describe('report', () => {
  test('a newer minor version is read, another major one refused', () => {
    assert.ok(accepted(report()));
    assert.ok(accepted(report({ schema: '1.7' })));
    assert.ok(!accepted(report({ schema: '2.0' })));
  });

  test('fields that a client does not know are ignored', () => {
    const parsed = ImpactReport.parse({ ...report({ colour: 'blue' }, { next_metric: 1 }), more: true });
    assert.ok(!('more' in parsed) && !('colour' in parsed.meta) && !('next_metric' in parsed.data));
  });

  test('a metric is there or says why not; it is never just missing or null', () => {
    assert.ok(!accepted(report({}, { trend: undefined })));
    assert.ok(!accepted(report({}, { hero: null })));
  });

  test('times need a zone, days must exist, the organization needs an id', () => {
    assert.ok(accepted(report({ as_of: '2026-11-16T10:00:00+07:00' })));
    assert.ok(accepted(report({ as_of: null, period: { ...META.period, status: 'provisional' } })));
    assert.ok(!accepted(report({ as_of: null })), 'nothing is final without data');
    assert.ok(!accepted(report({ as_of: '2026-11-16T10:00:00' })));
    assert.ok(!accepted(report({ period: { ...META.period, to: '2026-09-31' } })));
    assert.ok(!accepted(report({ organization: { ...META.organization, id: 'melati' } })));
  });

  test('its metrics tell of the same chats', () => {
    const cost = costIn(
      5,
      { minutes_per_chat: 6, hourly_cost: null, ai_fee_per_month: null, effective_from: null, changed: null },
      { from: '2026-10-01', to: '2026-10-31', channel: null },
    );
    const five = heroOf({
      outcomes: { ...NO_OUTCOMES, stayed_solved: 5 },
      settledHumanOnly: 0,
      stillOpen: 0,
      corrected: 0,
      vsPrevious: null,
      vsFirstMonth: null,
    });
    assert.ok(accepted(report({}, { hero: five, cost })));
    assert.ok(!accepted(report({}, { cost })), 'the hero knows of no chat');
    assert.ok(accepted(report({}, { hero: unavailable('not_measured_yet'), cost })));
  });

  test('no chat of a final period waits', () => {
    const waiting = heroOf({
      outcomes: { ...NO_OUTCOMES, checking: 5 },
      settledHumanOnly: 0,
      stillOpen: 0,
      corrected: 0,
      vsPrevious: null,
      vsFirstMonth: null,
    });
    assert.ok(!accepted(report({}, { hero: waiting })));
    assert.ok(accepted(report({ period: { ...META.period, status: 'provisional' } }, { hero: waiting })));
  });

  test('there are no more outcomes than fields to count them', () => {
    assert.deepEqual(Object.keys(NO_OUTCOMES), [...OUTCOMES]);
  });
});
