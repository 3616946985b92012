// What is kept of a final period, and when it is kept anew.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PeriodRevisions } from '@qontak/impact-contract';
import type { KeptRevision, RoomRow, Shop } from '../rows.ts';
import { BY_TEAM, CLOSE, log, NOW, room, rooms, shop } from './by-hand.ts';
import { freezePeriods, periodRevisions, reportOf } from './index.ts';

/** The week of the chats becomes final on the 14th; October on 3 November. */
const WEEK_FINAL = '2026-10-13T17:00:00Z';
const MONTH_FINAL = '2026-11-02T17:00:00Z';
const FROZEN_AT = '2026-11-20T00:00:00Z';

const frozen = (its: Shop): Shop => ({ ...its, period_revisions: freezePeriods(its, FROZEN_AT) });
const said = ({ channel, from, to, kept: { revision, net } }: KeptRevision): string =>
  `${channel ?? 'all'} ${from} ${to} ${revision}: ${net.count} of ${net.of}`;
const kept = ({ period_revisions = [] }: Shop): string[] => period_revisions.map(said);
const alsoWith = (its: Shop, ...more: RoomRow[]): Shop => ({ ...its, rooms: [...its.rooms, ...more] });

describe('reference: what is final is frozen', () => {
  const chats = rooms(3, (i) => (i === 0 ? BY_TEAM : {}));
  const logs = chats.map(({ id }) => log({ room_id: id, ai_answers: 1 }));
  const at = (as_of: string): Shop => shop(chats, logs, { as_of });

  test('a week or a month in the moment in which it becomes final, for all channels and for each', () => {
    assert.deepEqual(kept(frozen(at('2026-10-13T16:59:59Z'))), []);
    assert.deepEqual(kept(frozen(at(WEEK_FINAL))), ['all 2026-10-05 2026-10-11 1: 2 of 3', 'whatsapp 2026-10-05 2026-10-11 1: 2 of 3']);
    assert.ok(kept(frozen(at(MONTH_FINAL))).includes('all 2026-10-01 2026-10-31 1: 2 of 3'));
    assert.ok(kept(frozen(at(MONTH_FINAL))).includes('all 2026-10-19 2026-10-25 1: 0 of 0'), 'those without chats too');
  });

  test('once, and anew when a figure of it is another one', () => {
    const first = frozen(at(WEEK_FINAL));
    assert.deepEqual(kept(frozen(first)), kept(first));
    const late = frozen(alsoWith(first, room({ id: 'late', contact_id: 'late' })));
    assert.deepEqual(kept(late).slice(2), ['all 2026-10-05 2026-10-11 2: 3 of 4', 'whatsapp 2026-10-05 2026-10-11 2: 3 of 4']);
    assert.deepEqual(late.period_revisions!.slice(0, 2), first.period_revisions);
  });

  test('the report says as what, and the list says how it changed', () => {
    const late = frozen(alsoWith(frozen(at(WEEK_FINAL)), room({ id: 'late', contact_id: 'late' })));
    const week = { from: '2026-10-05', to: '2026-10-11' };
    const { period } = reportOf(late, week, NOW).meta;
    assert.deepEqual([period.frozen?.revision, period.frozen?.net.count, period.frozen?.revised_at], [2, 2, FROZEN_AT]);
    assert.equal(reportOf({ ...late, as_of: CLOSE }, week, NOW).meta.period.frozen, null, 'data that went back open it again');
    const { data, meta } = PeriodRevisions.parse(periodRevisions(late, week, NOW));
    assert.deepEqual(
      data.map(({ revision, net }) => [revision, net.count, net.of]),
      [
        [2, 3, 4],
        [1, 2, 3],
      ],
    );
    assert.deepEqual(meta, { ...week, channel: null, as_of: WEEK_FINAL });
    assert.deepEqual(periodRevisions(late, { period: 'P30D' }, NOW).data, []);
  });
});
