// What admins change in the sandbox, and what everybody may look behind.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  CHAT_FIGURES,
  type Chat,
  type ChatFigure,
  ChatPage,
  CostAssumption,
  CostAssumptionHistory,
  ImpactReport,
  type JourneyNode,
  type JourneyValue,
  judged,
  PeriodRevisions,
  Problem,
  type ReportData,
  type Role,
  SettingMeta,
  type WorkingHoursInput,
  WorkingHours,
} from '@qontak/impact-contract';
import { createFetcher } from '../fetcher.ts';
import { createMocks } from '../handlers.ts';
import { SANDBOX_PROFILES } from '../index.ts';
import { mintToken } from '../token.ts';

const BASE = 'https://impact.example';
const [shop, clinic] = SANDBOX_PROFILES.map(({ organization }) => organization.id) as [string, string];
const NOW = new Date('2026-11-22T03:00:00Z');

/** A sandbox, and somebody in it. */
function sandbox(org_id = clinic) {
  const fetcher = createFetcher(createMocks({ now: () => NOW }));
  const as = (role: Role) => {
    const { token } = mintToken({ org_id, role }, NOW);
    const call = (path: string, init: RequestInit = {}) =>
      fetcher(`${BASE}/v1/${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...(init.headers as object) } });
    const put = (path: string, body: unknown, version?: string | null) =>
      call(path, { method: 'PUT', body: typeof body === 'string' ? body : JSON.stringify(body), headers: version == null ? {} : { 'if-match': version } });
    const report = async (): Promise<ReportData> => ImpactReport.parse(await (await call('impact-report')).json()).data;
    const chats = async (figure: ChatFigure, query = ''): Promise<{ all: Chat[]; total: number; pages: number }> => {
      const all: Chat[] = [];
      for (let pages = 1, cursor = ''; ; pages++) {
        const { data, meta } = ChatPage.parse(await (await call(`impact-report/chats?figure=${figure}${query}${cursor}`)).json());
        all.push(...data);
        if (meta.next_cursor === null) return { all, total: meta.total, pages };
        cursor = `&cursor=${encodeURIComponent(meta.next_cursor)}`;
      }
    };
    return { call, put, report, chats };
  };
  return { admin: as('admin'), supervisor: as('supervisor'), agent: as('agent') };
}

async function settingOf(response: Response): Promise<{ data: unknown; can_edit: boolean; organization: string; etag: string }> {
  assert.equal(response.status, 200);
  const { data, meta } = (await response.json()) as { data: unknown; meta: unknown };
  const { organization, can_edit } = SettingMeta.parse(meta);
  return { data, can_edit, organization: organization.id, etag: response.headers.get('etag')! };
}

async function refusal(response: Response): Promise<[status: number, code: string, ...messages: string[]]> {
  const { error } = Problem.parse(await response.json());
  return [response.status, error.code, ...error.messages];
}
const kind = async (response: Response) => (await refusal(response)).slice(0, 2);

const INPUT = { minutes_per_chat: 8, hourly_cost: 30_000, ai_fee_per_month: null, effective_from: null };

describe('settings of the sandbox', () => {
  test('an admin enters what a chat is worth, and the report moves with it', async () => {
    const { admin, supervisor } = sandbox();
    const before = await settingOf(await admin.call('cost-assumption'));
    assert.deepEqual([CostAssumption.parse(before.data).changed, before.can_edit, before.etag, before.organization], [null, true, '"0"', clinic]);
    const after = await settingOf(await admin.put('cost-assumption', INPUT, before.etag));
    assert.deepEqual(after.data, { ...INPUT, changed: { by: 'sandbox', at: NOW.toISOString() } });
    assert.equal(after.etag, '"1"');
    const { cost } = await supervisor.report();
    assert.ok(cost.status === 'ok');
    assert.deepEqual([cost.minutes_per_chat, cost.minutes_source, cost.money?.value], [8, 'admin', cost.chats * 4000]);
    assert.equal((await settingOf(await supervisor.call('cost-assumption'))).can_edit, false);
  });

  test('figures that hold from a day on leave the days before as they were, and the report tells of both', async () => {
    const { admin } = sandbox();
    await admin.put('cost-assumption', INPUT, '"0"');
    await admin.put('cost-assumption', { ...INPUT, minutes_per_chat: 4, effective_from: '2026-10-11' }, '"1"');
    const { cost } = await admin.report();
    assert.ok(cost.status === 'ok');
    assert.deepEqual(
      cost.parts.map(({ from, to, minutes_per_chat }) => [from, to, minutes_per_chat]),
      [
        ['2026-10-01', '2026-10-10', 8],
        ['2026-10-11', '2026-10-31', 4],
      ],
    );
    assert.equal(cost.hours, (cost.parts[0]!.chats * 8 + cost.parts[1]!.chats * 4) / 60);
  });

  test('every change of the figures is listed for both roles, the newest first, with what stood there before', async () => {
    const { admin, supervisor } = sandbox();
    const listed = async () => CostAssumptionHistory.parse(await (await supervisor.call('cost-assumption/history')).json()).data;
    assert.deepEqual(await listed(), []);
    const later = { ...INPUT, minutes_per_chat: 4, effective_from: '2026-10-11' };
    await admin.put('cost-assumption', INPUT, '"0"');
    await admin.put('cost-assumption', later, '"1"');
    const changed = { by: 'sandbox', at: NOW.toISOString() };
    assert.deepEqual(await listed(), [
      { ...changed, before: INPUT, after: later },
      { ...changed, before: null, after: INPUT },
    ]);
  });

  test('a report that was read before a change is not the report of now', async () => {
    const { admin } = sandbox();
    const etag = (await admin.call('impact-report')).headers.get('etag')!;
    const again = () => admin.call('impact-report', { headers: { 'if-none-match': etag } });
    assert.equal((await again()).status, 304);
    await admin.put('cost-assumption', INPUT, '"0"');
    assert.equal((await again()).status, 200);
  });

  test('a change names the version that it replaces, by an admin', async () => {
    const { admin, supervisor, agent } = sandbox();
    assert.deepEqual(await kind(await admin.put('cost-assumption', INPUT)), [428, 'version_missing']);
    assert.equal((await admin.put('cost-assumption', INPUT, '"0"')).status, 200);
    assert.deepEqual(await kind(await admin.put('cost-assumption', INPUT, '"0"')), [412, 'version_differs']);
    assert.equal((await admin.put('cost-assumption', INPUT, '"1"')).status, 200);
    assert.deepEqual(await kind(await admin.put('cost-assumption', INPUT, '*')), [428, 'version_missing']);
    assert.deepEqual(await kind(await supervisor.put('cost-assumption', INPUT, '"2"')), [403, 'forbidden']);
    assert.deepEqual(await kind(await agent.call('cost-assumption')), [403, 'forbidden']);
    assert.equal((await settingOf(await admin.call('cost-assumption'))).etag, '"2"');
  });

  test('a change that is meant for another organization than that of the token is refused, as by the service', async () => {
    const { admin } = sandbox();
    assert.deepEqual(await kind(await admin.put(`cost-assumption?organization=${shop}`, INPUT, '"0"')), [403, 'forbidden']);
    assert.deepEqual(await kind(await admin.call(`impact-report?org_id=${shop}`)), [403, 'forbidden']);
    assert.deepEqual(await kind(await admin.call(`cost-assumption?organization=${clinic}&organization=${shop}`)), [400, 'bad_request']);
    assert.equal((await settingOf(await admin.put(`cost-assumption?organization=${clinic.toUpperCase()}`, INPUT, '"0"'))).etag, '"1"');
  });

  test('what is wrong is told field by field, and nothing is kept', async () => {
    const { admin } = sandbox();
    const wrong = await refusal(await admin.put('cost-assumption', { ...INPUT, minutes_per_chat: 0, hourly_cost: 1.5 }, '"0"'));
    assert.deepEqual(wrong.slice(0, 2), [422, 'invalid']);
    assert.match(wrong[2]!, /^minutes_per_chat: ./);
    assert.match(wrong[3]!, /^hourly_cost: ./);
    const shifts = [{ day_number: 1, start: '8:00', end: '17:00', is_24h: false, cross_midnight: false }];
    const hours = await refusal(await admin.put('working-hours', { effective_from: '2026-11-01', shifts, holidays: [] }, '"1"'));
    assert.match(hours[2]!, /^shifts\[0\]\.start: a time such as 08:30$/);
    assert.deepEqual(await kind(await admin.put('cost-assumption', '{', '"0"')), [400, 'bad_request']);
    assert.equal((await settingOf(await admin.call('cost-assumption'))).etag, '"0"');
  });

  test('a schedule replaces the one of the same day, and stands beside the others', async () => {
    const { admin } = sandbox();
    const { data, etag } = await settingOf(await admin.call('working-hours'));
    const { schedules, time_zone } = WorkingHours.parse(data);
    assert.deepEqual([schedules.length, time_zone, etag], [1, 'Asia/Makassar', '"1"']);
    const closed: WorkingHoursInput = { effective_from: '2026-09-01', shifts: [], holidays: [] };
    const days = async (response: Response) => WorkingHours.parse((await settingOf(response)).data).schedules.map(({ effective_from }) => effective_from);
    assert.deepEqual(await days(await admin.put('working-hours', closed, '"1"')), ['2026-09-01', '2026-01-01']);
    assert.deepEqual(await days(await admin.put('working-hours', closed, '"2"')), ['2026-09-01', '2026-01-01']);
    const { after_hours, hero } = await admin.report();
    assert.ok(after_hours.status === 'ok' && hero.status === 'ok');
    assert.deepEqual([after_hours.net.of, after_hours.chats], [hero.net.of, after_hours.hours.reduce((sum, { chats }) => sum + chats, 0)]);
  });

  test('each organization has its own', async () => {
    const { admin } = sandbox(shop);
    assert.deepEqual((await settingOf(await admin.call('cost-assumption'))).etag, '"1"');
    await admin.put('cost-assumption', INPUT, '"1"');
    assert.equal((await settingOf(await sandbox().admin.call('cost-assumption'))).etag, '"0"');
  });
});

const chatsAt = ({ nodes }: JourneyValue, station: JourneyNode): number => nodes.find(({ id }) => id === station)?.chats ?? 0;

/** What the report says for each figure. */
function countsIn({ hero, after_hours, sentiment, turns, journey }: ReportData): Record<ChatFigure, number> {
  assert.ok(journey.status === 'ok' && hero.status === 'ok' && after_hours.status === 'ok' && sentiment.status === 'ok' && turns.status === 'ok');
  return {
    ...hero.outcomes,
    not_solved: hero.gross.of - hero.gross.count,
    still_open: hero.still_open,
    judged: judged(hero.outcomes),
    looked_solved: hero.gross.count,
    closed: Object.values(hero.outcomes).reduce((sum, n) => sum + n, 0),
    received: hero.share_of_all.of,
    ai_first: chatsAt(journey, 'ai_first'),
    came_back_ai: chatsAt(journey, 'came_back_ai'),
    came_back_team: chatsAt(journey, 'came_back_team'),
    came_back_open: chatsAt(journey, 'came_back_open'),
    corrected: hero.corrected,
    after_hours: after_hours.chats,
    after_hours_answered: after_hours.answered,
    after_hours_judged: after_hours.net.of,
    after_hours_solved: after_hours.net.count,
    after_hours_uncounted: after_hours.answered - after_hours.net.of,
    sentiment_better: sentiment.better.count,
    sentiment_same: sentiment.same.count,
    sentiment_worse: sentiment.worse.count,
    sentiment_known: sentiment.measured,
    sentiment_unknown: sentiment.eligible - sentiment.measured,
    sentiment_eligible: sentiment.eligible,
    turns_known: turns.measured,
    turns_unknown: turns.of - turns.measured,
  };
}

describe('the chats behind a figure', () => {
  test('are as many as the report counts, for every figure', async () => {
    const { supervisor } = sandbox(shop);
    const counts = countsIn(await supervisor.report());
    for (const figure of CHAT_FIGURES) {
      const { all, total } = await supervisor.chats(figure);
      assert.deepEqual([all.length, total], [counts[figure], counts[figure]], figure);
      assert.equal(new Set(all.map(({ id }) => id)).size, total);
    }
  });

  test('are as many as each bar of a picture stands for', async () => {
    const { supervisor } = sandbox(shop);
    const { after_hours, turns } = await supervisor.report();
    assert.ok(after_hours.status === 'ok' && turns.status === 'ok');
    const totalOf = async (figure: ChatFigure, place: number) => (await supervisor.chats(figure, `&place=${place}`)).total;
    for (const { hour, chats, after_hours: outside } of after_hours.hours) {
      assert.deepEqual([await totalOf('closed', hour), await totalOf('after_hours', hour)], [chats, outside], `at ${hour}`);
    }
    for (const [i, chats] of turns.histogram.entries()) assert.equal(await totalOf('turns_known', i + 1), chats, `${i + 1} turns`);
    assert.deepEqual(await kind(await supervisor.call('impact-report/chats?figure=came_back&place=1')), [400, 'bad_request']);
  });

  test('are as many as the trend counts, for every week and month', async () => {
    const { supervisor } = sandbox(shop);
    const { trend } = await supervisor.report();
    assert.ok(trend.status === 'ok');
    for (const { from, to, net } of [...trend.weeks.points.slice(-6), ...trend.months.points]) {
      assert.equal((await supervisor.chats('judged', `&from=${from}&to=${to}`)).total, net.of, `${from} to ${to}`);
    }
  });

  test('come newest first, page by page, of the days and the channel asked for', async () => {
    const { supervisor } = sandbox(shop);
    const { all, pages } = await supervisor.chats('stayed_solved', '&from=2026-10-05&to=2026-10-18&channel=whatsapp');
    assert.ok(pages > 1 && pages === Math.ceil(all.length / 50));
    assert.ok(all.every(({ channel, outcome }) => channel === 'whatsapp' && outcome === 'stayed_solved'));
    assert.deepEqual(
      all.map(({ closed_at }) => closed_at),
      all.map(({ closed_at }) => closed_at!).sort((a, b) => (a < b ? 1 : -1)),
    );
    assert.ok(all.every(({ closed_at }) => closed_at! >= '2026-10-04T17:00:00Z' && closed_at! < '2026-10-18T17:00:00Z'));
  });

  test('what cannot be asked is told so', async () => {
    const { supervisor, agent } = sandbox();
    const ask = async (query: string) => kind(await supervisor.call(`impact-report/chats?${query}`));
    assert.deepEqual(await ask(''), [400, 'bad_request']);
    assert.deepEqual(await ask('figure=happy'), [400, 'bad_request']);
    assert.deepEqual(await ask('figure=judged&cursor=nowhere'), [400, 'bad_request']);
    assert.deepEqual(await ask('figure=judged&limit=201'), [400, 'bad_request']);
    assert.deepEqual(await ask('figure=judged&period=2026-13'), [400, 'impossible_period']);
    assert.deepEqual(await kind(await agent.call('impact-report/chats?figure=judged')), [403, 'forbidden']);
  });
});

describe('"a different matter"', () => {
  test('moves a chat from those that came back to those that stayed solved, shown as corrected, and back', async () => {
    const { admin } = sandbox();
    const heroNow = async () => {
      const { hero } = await admin.report();
      assert.ok(hero.status === 'ok');
      return [hero.outcomes.came_back, hero.outcomes.stayed_solved, hero.corrected];
    };
    const [back, solved] = (await heroNow()) as [number, number];
    const [chat] = (await admin.chats('came_back')).all;
    const rule = (different_matter: unknown, id = chat!.id) => admin.put(`chats/${id}/return-ruling`, { different_matter });
    const answer = async (different_matter: boolean) => ((await (await rule(different_matter)).json()) as { data: unknown }).data;
    assert.deepEqual(await answer(true), { id: chat!.id, different_matter: true });
    assert.deepEqual(await heroNow(), [back - 1, solved + 1, 1]);
    assert.deepEqual((await admin.chats('corrected')).all, [
      { ...chat, outcome: 'stayed_solved', returned_in: null, returned_in_room_id: null, corrected: true },
    ]);
    assert.equal((await rule(true)).status, 200, 'ruled twice is ruled once');
    assert.deepEqual(await heroNow(), [back - 1, solved + 1, 1]);
    await answer(false);
    assert.deepEqual((await admin.chats('came_back')).all[0], chat);
    assert.deepEqual(await heroNow(), [back, solved, 0]);
  });

  test('is for admins, about a chat whose customer came back', async () => {
    const { admin, supervisor } = sandbox();
    const [stayed] = (await admin.chats('stayed_solved')).all;
    const path = `chats/${stayed!.id}/return-ruling`;
    assert.deepEqual(await kind(await supervisor.put(path, { different_matter: true })), [403, 'forbidden']);
    assert.deepEqual(await kind(await admin.put(path, { different_matter: true })), [404, 'not_found']);
    assert.deepEqual(await kind(await admin.put(path, { different_matter: 'yes' })), [422, 'invalid']);
    assert.deepEqual(await kind(await admin.put(path, '')), [400, 'bad_request']);
    assert.deepEqual(await kind(await admin.put('chats/nobody/return-ruling', { different_matter: true })), [404, 'not_found']);
  });
});

describe('a final month of the sandbox', () => {
  test('is frozen; a ruling is a further revision, and taking it back another', async () => {
    const { admin } = sandbox();
    const october = 'period=2026-10';
    const revisions = async () => PeriodRevisions.parse(await (await admin.call(`impact-report/revisions?${october}`)).json()).data;
    const frozen = async () => ImpactReport.parse(await (await admin.call(`impact-report?${october}`)).json()).meta.period.frozen!;
    const [first] = await revisions();
    assert.deepEqual(await frozen(), { revision: 1, frozen_at: NOW.toISOString(), revised_at: null, net: first!.net });
    const [chat] = (await admin.chats('came_back', `&${october}`)).all;
    for (const different_matter of [true, false]) await admin.put(`chats/${chat!.id}/return-ruling`, { different_matter });
    const { count } = first!.net;
    assert.deepEqual(
      (await revisions()).map(({ revision, net, corrected }) => [revision, net.count, corrected]),
      [
        [3, count, 0],
        [2, count + 1, 1],
        [1, count, 0],
      ],
    );
    assert.equal((await frozen()).revision, 3);
    assert.deepEqual(await kind(await admin.call('impact-report/revisions?period=2026-13')), [400, 'impossible_period']);
  });
});

describe('forecasts of the sandbox', () => {
  test('were issued week by week, and are graded', async () => {
    const { trend } = await sandbox(shop).supervisor.report();
    assert.ok(trend.status === 'ok');
    const { graded, track } = trend.weeks;
    assert.deepEqual([graded.length, track.issued], [12, 12]);
    assert.ok(track.inside >= 6, `${track.inside} of 12 held`);
    assert.ok(trend.months.graded.length >= 2);
  });
});
