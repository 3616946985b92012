import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type AfterHoursValue, type CostValue, ImpactReport, type JourneyValue, type ReopenRateValue, type TurnsValue } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/db/database.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { type Activity, after, type Chat, chat, HOUR, later, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { appFor, bearer, get } from './service-under-test.ts';

const LATE = after(60 * 24 * HOUR);

const many = (n: number, prefix: string, differs: Partial<Chat> = {}): Chat[] =>
  Array.from({ length: n }, (_, i) => chat(`${prefix}${i}`, { contact_id: `${prefix}${i}`, ...differs }));

const withLog = (activity: Partial<Activity>): Pick<Chat, 'activity'> => ({ activity: { ai_answers: 1, ...activity } });

eachDatabase('metrics', (open) => {
  let database: Database;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    app = await appFor(database);
  });

  /** Counts the chats, with what the settings write before. */
  async function shop(chats: readonly Chat[], settings: (organization: string) => Promise<unknown> = () => Promise.resolve()): Promise<string> {
    const organization = await newOrganization(database);
    await settings(organization);
    await putChats(database.owner, organization, chats);
    await refreshOrganization(database.owner, organization, { asOf: LATE });
    return organization;
  }

  /** The metrics of October, proven to be what the contract promises. */
  async function october(organization: string, query = ''): Promise<ImpactReport['data']> {
    const { body } = await get(app, `/v1/impact-report?period=2026-10${query}`, await bearer({ org_id: organization }));
    return ImpactReport.parse(body).data;
  }

  test('journey: every closed chat, and who helped those who came back', async () => {
    const helped = (id: string, differs: Partial<Chat>): Chat[] => [
      chat(id, { contact_id: id }),
      later(`${id} again`, HOUR, { contact_id: id, closed_at: after(2 * HOUR), channel: 'instagram', ...differs }),
    ];
    const chats = [
      ...many(2, 'stayed'),
      ...helped('ai', { closed_reason: 'RESOLVE_AI' }),
      ...helped('team', { closed_reason: 'RESOLVE', activity: null }),
      ...helped('unclear', { closed_reason: 'RESOLVE' }),
      ...helped('open', { closed_at: null }),
      chat('handed', { contact_id: 'h', assign_channel_agent_id: 'a1' }),
    ];
    const { total, nodes, links } = (await october(await shop(chats))).journey as JourneyValue;
    assert.equal(total, 10, 'the one that is open is not there yet');
    const stations = { arrived: 10, ai_first: 9, team_first: 1, stayed_solved: 3, came_back: 4, came_back_ai: 1, came_back_team: 1, came_back_open: 2 };
    assert.deepEqual(Object.fromEntries(nodes.map(({ id, chats: n }) => [id, n])), { ...stations, handed_over: 1, ended_unclear: 1, human_only: 1 });
    assert.deepEqual(
      links.filter(({ from }) => from === 'came_back').map(({ to, chats: n }) => [to, n]),
      [
        ['came_back_ai', 1],
        ['came_back_team', 1],
        ['came_back_open', 2],
      ],
    );
    const empty = (await october(await shop([]))).journey;
    assert.deepEqual(empty, { status: 'ok', total: 0, nodes: [], links: [] });
  });

  test('cost: the starting minutes, until an admin enters figures; the newest ones apply', async () => {
    const chats = [...many(30, 'stayed'), chat('handed', { contact_id: 'h', assign_channel_agent_id: 'a1' })];
    const organization = await shop(chats);
    const assumed = (await october(organization)).cost as CostValue;
    assert.deepEqual([assumed.chats, assumed.minutes_per_chat, assumed.minutes_source, assumed.hours, assumed.money], [30, 5, 'assumption', 2.5, null]);
    await database.owner.query(
      `insert into cost_assumptions values ($1, 1, 9, 9, 9, 'u1', now()), ($1, 2, 2.5, 30000, 100000, 'u2', '2026-10-09T08:07:06.5Z')`,
      [organization],
    );
    // as the function does that admins enter them through
    await database.owner.query('update organizations set revision = revision + 1 where id = $1', [organization]);
    const entered = (await october(organization)).cost as CostValue;
    assert.deepEqual([entered.minutes_per_chat, entered.minutes_source, entered.changed], [2.5, 'admin', { by: 'u2', at: '2026-10-09T08:07:06.5Z' }]);
    assert.deepEqual(entered.money, { hourly_cost: 30_000, value: 37_500, ai_fee: 100_000, net_value: -62_500, break_even_chats: 80 });
    const channel = (await october(organization, '&channel=whatsapp')).cost as CostValue;
    assert.deepEqual(
      channel.money,
      { hourly_cost: 30_000, value: 37_500, ai_fee: null, net_value: null, break_even_chats: null },
      'the fee is for all channels',
    );
  });

  test('cost: each chat by the figures that held on its day, and the fee by the days of each; what is frozen stays', async () => {
    const on = (n: number, day: string): Chat[] => many(n, day, { first_inbound_at: `${day}T03:00:00Z`, closed_at: `${day}T05:00:00Z` });
    const organization = await shop([...on(20, '2026-10-10'), ...on(30, '2026-10-11')]);
    const enter = (version: number, minutes: number, cost: number | null, fee: number | null, from: string | null) =>
      database.request.changeAsOrganization(organization, (tx) =>
        tx.query('select change_cost_assumption($1, $2, $3, $4, $5, $6)', [version, `u${version}`, minutes, cost, fee, from]),
      );
    const frozen = () =>
      database.owner.query('select unit, from_day, revision from period_revisions where organization_id = $1 order by 1, 2, 3', [organization]);
    await enter(0, 6, 35_000, 310_000, null);
    const before = await october(organization);
    const kept = await frozen();
    assert.ok(kept.length > 0, 'October is frozen');

    await enter(1, 4, 40_000, 620_000, '2026-11-01');
    assert.deepEqual((await october(organization)).cost, before.cost, 'a fee raised in November leaves October as it was');

    await enter(2, 4, 40_000, 620_000, '2026-10-11');
    const { hero, cost: both } = await october(organization);
    const { parts, ...sums } = both as CostValue;
    assert.deepEqual(
      parts.map(({ from, to, chats, effective_from, changed }) => [from, to, chats, effective_from, changed!.by]),
      [
        ['2026-10-01', '2026-10-10', 20, null, 'u0'],
        ['2026-10-11', '2026-10-31', 30, '2026-10-11', 'u2'],
      ],
    );
    assert.deepEqual([sums.chats, sums.hours, sums.minutes_per_chat, sums.changed!.by], [50, 4, null, 'u2']);
    assert.deepEqual(sums.money, { hourly_cost: null, value: 150_000, ai_fee: 520_000, net_value: -370_000, break_even_chats: 195 });
    assert.deepEqual([hero, await frozen()], [before.hero, kept], 'the figures of a final month are read live, what is frozen of it is not touched');

    await enter(3, 5, 30_000, null, '2026-10-01');
    const corrected = (await october(organization)).cost as CostValue;
    assert.deepEqual([corrected.parts.length, corrected.hours, corrected.money?.ai_fee], [1, 50 / 12, null], 'an earlier day replaces what was later');
    const september = await get(app, '/v1/impact-report?period=2026-09', await bearer({ org_id: organization }));
    assert.equal((ImpactReport.parse(september.body).data.cost as CostValue).minutes_per_chat, 6, 'and leaves what was before it');
  });

  test('cost: before the first day of all nothing was entered', async () => {
    const organization = await shop(many(30, 'stayed'));
    const enter = `insert into cost_assumptions values ($1, 1, 6, 35000, 310000, 'u1', now(), '2026-10-20')`;
    await database.owner.query(enter, [organization]);
    const { parts, money, minutes_source } = (await october(organization)).cost as CostValue;
    assert.deepEqual(
      parts.map(({ from, minutes_source: source, changed }) => [from, source, changed === null]),
      [
        ['2026-10-01', 'assumption', true],
        ['2026-10-20', 'admin', false],
      ],
    );
    assert.deepEqual([money, minutes_source], [null, 'assumption'], 'no sum of a part is told as that of the whole');
  });

  test('after hours: by the schedule of the day; unavailable without one', async () => {
    const at = (local: string): Partial<Chat> => ({ first_inbound_at: `2026-10-05T${local}:00+07:00` });
    const chats = [
      chat('closing', { contact_id: 'c', ...at('17:00') }),
      chat('last minute', { contact_id: 'l', ...at('16:59') }),
      chat('night', { contact_id: 'n', ...at('03:00'), assign_channel_agent_id: 'a1' }),
      chat('team', { contact_id: 't', ...at('03:30'), activity: null, closed_reason: 'RESOLVE' }),
    ];
    const schedule = async (organization: string): Promise<void> => {
      await database.owner.query(`insert into working_hours values ($1, '2026-10-05', 'u1', now())`, [organization]);
      // 5 October is a Monday, 09:00 to 17:00
      await database.owner.query(`insert into working_shifts values ($1, '2026-10-05', 1, 540, 1020)`, [organization]);
    };
    const { hours, ...value } = (await october(await shop(chats, schedule))).after_hours as AfterHoursValue;
    assert.deepEqual([value.chats, value.answered, value.net.count, value.net.of, value.would_have_waited], [3, 2, 1, 2, 1]);
    assert.deepEqual(
      hours.filter(({ chats: n }) => n > 0),
      [
        { hour: 3, chats: 2, after_hours: 2 },
        { hour: 16, chats: 1, after_hours: 0 },
        { hour: 17, chats: 1, after_hours: 1 },
      ],
    );
    const missing = { status: 'unavailable', reason: 'no_working_hours' };
    assert.deepEqual((await october(await shop(chats))).after_hours, missing);
    assert.deepEqual((await october(await shop([]))).after_hours, missing);
    assert.equal((await october(await shop([], schedule))).after_hours.status, 'ok', 'nobody came, and the hours are known');
    const before = await shop([chat('before', { first_inbound_at: '2026-10-04T03:00:00Z' })], schedule);
    assert.deepEqual((await october(before)).after_hours, missing, 'no schedule held on that day');
  });

  test('reopen rate: fewer returns are better news, and a ruling shows as corrected', async () => {
    const back = (n: number, prefix: string, differs: Partial<Chat>): Chat[] =>
      many(n, prefix, differs).flatMap((one) => [
        one,
        later(`${one.id} again`, 0, { contact_id: one.contact_id, first_inbound_at: after(60, one.closed_at!) }),
      ]);
    const september = { closed_at: '2026-09-10T00:00:00Z' };
    const chats = [...many(40, 'now'), ...back(2, 'back', {}), ...many(20, 'then', september), ...back(20, 'then back', september)];
    const organization = await shop(chats);
    const rate = (await october(organization)).reopen_rate as ReopenRateValue;
    assert.deepEqual([rate.rate.count, rate.rate.of, rate.corrected], [2, 42, 0]);
    assert.deepEqual([rate.vs_previous?.verdict, rate.vs_previous?.points], ['better', -45]);
    await database.owner.query(`insert into return_rulings values ($1, 'back0', 'back0 again', 'u1', now())`, [organization]);
    await putChats(database.owner, organization, [chats.find(({ id }) => id === 'back0')!]);
    await refreshOrganization(database.owner, organization);
    const { reopen_rate, hero } = await october(organization);
    assert.deepEqual([(reopen_rate as ReopenRateValue).rate.count, (reopen_rate as ReopenRateValue).corrected], [1, 1]);
    assert.ok(hero.status === 'ok' && hero.corrected === 1);
  });

  test('sentiment: of the chats that could be measured; not measured is not 0', async () => {
    const mood = (sentiment_start: string, sentiment_end: string, customer_messages = 2): Pick<Chat, 'activity'> =>
      withLog({ sentiment_start, sentiment_end, customer_messages });
    const chats = [
      ...many(3, 'better', mood('negative', 'Netral')),
      ...many(2, 'same', mood('0.5', '0.50')),
      ...many(1, 'worse', mood('positive', '-1')),
      ...many(1, 'unknown', mood('angry', 'positive')),
      ...many(1, 'one message', mood('negative', 'positive', 1)),
      ...many(4, 'team', { activity: null, closed_reason: 'RESOLVE' }),
    ];
    const { sentiment } = await october(await shop(chats));
    assert.ok(sentiment.status === 'ok');
    assert.deepEqual([sentiment.better.count, sentiment.same.count, sentiment.worse.count, sentiment.measured, sentiment.eligible], [3, 2, 1, 6, 7]);
    assert.deepEqual((await october(await shop(many(2, 'e')))).sentiment, { status: 'unavailable', reason: 'not_measured_yet' });
    const teamOnly = (await october(await shop(many(2, 'e', { activity: null, closed_reason: 'RESOLVE' })))).sentiment;
    assert.ok(teamOnly.status === 'ok' && teamOnly.better.share === null, 'nothing could have been measured');
  });

  test('turns: exact places up to 20, and one for all that took longer', async () => {
    const chats = [
      ...[1, 2, 2, 3, 4, 4, 5, 6, 20, 21].map((turns, i) => chat(`s${i}`, { contact_id: `s${i}`, ...withLog({ turns }) })),
      ...many(1, 'unknown'),
      ...many(1, 'none', withLog({ turns: 0 })),
      chat('handed', { contact_id: 'h', assign_channel_agent_id: 'a1', ...withLog({ turns: 9 }) }),
    ];
    const turns = (await october(await shop(chats))).turns as TurnsValue;
    assert.deepEqual([turns.median, turns.nine_of_ten, turns.measured, turns.of], [4, 20, 10, 12]);
    assert.deepEqual([turns.histogram[1], turns.histogram[8], turns.histogram[20]], [2, 0, 1]);
    assert.deepEqual((await october(await shop(many(1, 'e')))).turns, { status: 'unavailable', reason: 'not_measured_yet' });
    const nobody = (await october(await shop([]))).turns as TurnsValue;
    assert.deepEqual([nobody.median, nobody.nine_of_ten, nobody.of], [null, null, 0]);
  });

  test('a channel has its own figures', async () => {
    const chats = [...many(2, 'wa', withLog({ turns: 1 })), ...many(3, 'ig', { channel: 'instagram', ...withLog({ turns: 7 }) })];
    const organization = await shop(chats);
    const data = await october(organization, '&channel=instagram');
    assert.deepEqual([(data.turns as TurnsValue).median, (data.journey as JourneyValue).total, (data.cost as CostValue).chats], [7, 3, 3]);
    assert.ok(data.trend.status === 'ok' && data.trend.weeks.points[0]?.net.count === 3);
  });
});
