import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import {
  type Chat,
  CHAT_FIGURES,
  type ChatFigure,
  ChatPage,
  closed,
  type Days,
  ImpactReport,
  type JourneyNode,
  judged,
  previousPeriod,
  type ReportData,
} from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import { cursorOf } from '../src/chats/cursor.ts';
import type { Database } from '../src/db/database.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, HOUR, later, newOrganization, putChats, type Chat as Row } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { appFor, bearer, get, problemCode } from './service-under-test.ts';

const CHATS = '/v1/impact-report/chats';
const PAGE = readFileSync(new URL('../src/chats/page.sql', import.meta.url), 'utf8');
const AS_OF = '2026-11-20T00:00:00Z';

/** The same numbers for the same seed (a linear congruential generator, Numerical Recipes). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => Math.floor(((state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32) * below);
}

/** Chats of few customers in two months, many of them closed in the same second, around the hour at which Havana sets its clocks back. */
function randomChats(seed: number, count: number): Row[] {
  const below = random(seed);
  const pick = <T>(...choices: readonly T[]): T => choices[below(choices.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const at = pick(Date.parse('2026-10-01T00:00:00Z') + below(58 * 24) * HOUR * 1000, Date.parse('2026-11-01T02:00:00Z') + below(8) * 1800_000);
    const closed_at = pick(new Date(at).toISOString(), new Date(at).toISOString(), new Date(at + below(1e7)).toISOString(), null);
    return chat(pick(`${i}`, `chat ${i} 'or'`, `é/${i}`), {
      contact_id: pick(null, ...Array.from({ length: 40 }, (__, c) => `c${c}`)),
      channel: pick('whatsapp', 'whatsapp', 'instagram'),
      topic: pick(null, 'ongkir', 'retur'),
      first_inbound_at: new Date(at - 600_000 - below(3e7)).toISOString(),
      closed_at,
      closed_reason: pick('RESOLVE_AI', 'RESOLVE_AI', 'RESOLVE_AI', 'RESOLVE'),
      assign_channel_agent_id: pick(null, null, null, 'a1'),
      activity: pick(null, { ai_answers: 0 }, { ai_answers: 2 }, { ai_answers: 2 }, { ai_answers: 2 }),
    });
  });
}

/** What the report shows for each figure. */
function shownIn({ data: { hero, after_hours, sentiment, turns, reopen_rate, journey } }: ImpactReport): Record<ChatFigure, number> {
  if (
    journey.status !== 'ok' ||
    hero.status !== 'ok' ||
    after_hours.status !== 'ok' ||
    sentiment.status !== 'ok' ||
    turns.status !== 'ok' ||
    reopen_rate.status !== 'ok'
  ) {
    throw new Error('the report lacks a figure');
  }
  const { outcomes } = hero;
  const stationOf = (station: JourneyNode): number => journey.nodes.find(({ id }) => id === station)?.chats ?? 0;
  assert.equal(hero.corrected, reopen_rate.corrected);
  return {
    ...outcomes,
    not_solved: hero.gross.of - hero.gross.count,
    still_open: hero.still_open,
    judged: judged(outcomes),
    looked_solved: hero.gross.count,
    closed: closed(outcomes),
    received: hero.share_of_all.of,
    ai_first: stationOf('ai_first'),
    came_back_ai: stationOf('came_back_ai'),
    came_back_team: stationOf('came_back_team'),
    came_back_open: stationOf('came_back_open'),
    corrected: hero.corrected,
    after_hours: after_hours.chats,
    after_hours_answered: after_hours.answered,
    after_hours_judged: after_hours.net.of,
    after_hours_solved: after_hours.would_have_waited,
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

/** What the pictures show: a figure, a place of it, and how many chats stand there. */
function placesIn({ after_hours, turns }: ReportData): [figure: ChatFigure, place: number, chats: number][] {
  assert.ok(after_hours.status === 'ok' && turns.status === 'ok');
  return [
    ...after_hours.hours.flatMap(({ hour, chats, after_hours: outside }): [ChatFigure, number, number][] => [
      ['closed', hour, chats],
      ['after_hours', hour, outside],
    ]),
    ...turns.histogram.map((chats, i): [ChatFigure, number, number] => ['turns_known', i + 1, chats]),
  ];
}

eachDatabase('the chats behind a figure', (open) => {
  let database: Database;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    app = await appFor(database, { RATE_LIMIT_PER_MINUTE: '1000000' });
  });

  async function shop(rows: readonly Row[], timeZone = 'Asia/Jakarta'): Promise<string> {
    const organization = await newOrganization(database, { timeZone });
    await putChats(database.owner, organization, rows);
    await refreshOrganization(database.owner, organization, { asOf: AS_OF });
    return organization;
  }

  /** Facts that only some chats have, working hours, and rulings on every other return. */
  async function addFacts(organization: string): Promise<void> {
    await database.owner.query(
      `update ai_activity_logs set customer_messages = length(room_id), turns = nullif(ascii(md5(room_id)) % 30, 0), sentiment_start = (ascii(md5(room_id)) % 3)::text,
         sentiment_end = nullif((ascii(md5(room_id || 'x')) % 4)::text, '3') where organization_id = $1`,
      [organization],
    );
    await database.owner.query(`insert into working_hours values ($1, '2026-10-05', 'u', now())`, [organization]);
    await database.owner.query(`insert into working_shifts select $1::uuid, '2026-10-05', day, 480, 1020 from generate_series(1, 5) day`, [organization]);
    await database.owner.query(
      `insert into return_rulings select organization_id, id, returned_in, 'u', now() from episode_outcomes where organization_id = $1 and returned_in is not null and ascii(md5(id)) % 2 = 0`,
      [organization],
    );
    await database.owner.query('insert into changed_episodes select organization_id, id from rooms where organization_id = $1', [organization]);
    await refreshOrganization(database.owner, organization);
  }

  async function pageOf(organization: string, query: string, role = 'admin'): Promise<ChatPage> {
    const { status, body, text } = await get<ChatPage>(app, `${CHATS}?${query}`, await bearer({ org_id: organization, role }));
    assert.equal(status, 200, text);
    return ChatPage.parse(body);
  }

  async function everyPage(organization: string, query: string): Promise<{ chats: Chat[]; totals: Set<number> }> {
    const [chats, totals] = [[] as Chat[], new Set<number>()];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { data, meta }: ChatPage = await pageOf(organization, `${query}${cursor && `&cursor=${cursor}`}`);
      chats.push(...data);
      totals.add(meta.total);
      cursor = meta.next_cursor;
    }
    return { chats, totals };
  }

  /** The weeks and months of the trend open their chats, too. */
  async function everyPointOf(organization: string, period: string): Promise<void> {
    const { body } = await get(app, `/v1/impact-report?${period}`, await bearer({ org_id: organization }));
    const { data, meta } = ImpactReport.parse(body);
    assert.equal(data.trend.status, 'ok');
    if (data.trend.status !== 'ok') return;
    const channel = meta.period.channel === null ? '' : `&channel=${meta.period.channel}`;
    for (const { from, to, net, gross } of [...data.trend.weeks.points, ...data.trend.months.points]) {
      const totalOf = async (figure: ChatFigure): Promise<number> =>
        (await pageOf(organization, `figure=${figure}&from=${from}&to=${to}${channel}&limit=1`)).meta.total;
      const totals = [await totalOf('judged'), await totalOf('stayed_solved'), await totalOf('looked_solved')];
      assert.deepEqual(totals, [net.of, net.count, gross.count], `${from} to ${to}`);
    }
  }

  /** Each bar of a picture opens the chats that it stands for, and the bars of a figure share them out. */
  async function everyPlaceOf(organization: string, period: string, data: ReportData): Promise<void> {
    const among = new Map<string, number>();
    for (const [figure, place, shown] of placesIn(data)) {
      const { chats, totals } = await everyPage(organization, `figure=${figure}&place=${place}&${period}&limit=200`);
      assert.deepEqual([chats.length, ...totals], [shown, shown], `${figure} in ${place} of ${period}`);
      for (const { id } of chats) {
        assert.ok(!among.has(`${figure} ${id}`), `${id} stands in two places of ${figure}`);
        among.set(`${figure} ${id}`, place);
      }
    }
    for (const figure of ['closed', 'after_hours', 'turns_known']) {
      const { chats } = await everyPage(organization, `figure=${figure}&${period}&limit=200`);
      for (const { id } of chats) assert.ok(among.has(`${figure} ${id}`), `${id} of ${figure} stands nowhere`);
    }
  }

  for (const [seed, timeZone] of [
    [1, 'Asia/Jakarta'],
    [2, 'America/Havana'],
  ] as const) {
    test(`are as many as the report shows, for every figure, period and channel: shop ${seed} in ${timeZone}`, async () => {
      const organization = await shop(randomChats(seed, 400), timeZone);
      await addFacts(organization);
      const sums = new Map<ChatFigure, number>();
      for (const period of [
        'period=2026-10',
        'from=2026-10-31&to=2026-11-01',
        'from=2026-11-01&to=2026-11-19',
        'from=2026-10-05&to=2026-11-20&channel=instagram',
      ]) {
        const { body } = await get(app, `/v1/impact-report?${period}`, await bearer({ org_id: organization }));
        const report = ImpactReport.parse(body);
        const shown = shownIn(report);
        for (const figure of CHAT_FIGURES) {
          const { chats, totals } = await everyPage(organization, `figure=${figure}&${period}&limit=37`);
          assert.equal(chats.length, shown[figure], `${figure} of ${period}`);
          assert.deepEqual([...totals], [shown[figure]], figure);
          assert.equal(new Set(chats.map(({ id }) => id)).size, chats.length, 'no chat twice');
          const times = chats.map(({ closed_at, first_inbound_at }) => Date.parse(closed_at ?? first_inbound_at));
          assert.deepEqual(
            times,
            times.toSorted((a, b) => b - a),
            'newest first',
          );
          sums.set(figure, (sums.get(figure) ?? 0) + chats.length);
        }
        await everyPointOf(organization, period);
        await everyPlaceOf(organization, period, report.data);
      }
      for (const figure of CHAT_FIGURES) assert.ok(sums.get(figure)! > 0, `no shop of this test has ${figure}`);
    });
  }

  test('are as many as a figure of other days counts: the period before, and the first weeks with AI', async () => {
    const organization = await newOrganization(database, { aiActivatedOn: '2026-10-01' });
    await putChats(database.owner, organization, randomChats(3, 600));
    await refreshOrganization(database.owner, organization, { asOf: AS_OF });
    for (const channel of ['', '&channel=whatsapp']) {
      const { body } = await get(app, `/v1/impact-report?from=2026-10-26&to=2026-11-15${channel}`, await bearer({ org_id: organization }));
      const { data, meta } = ImpactReport.parse(body);
      assert.ok(data.hero.status === 'ok' && data.reopen_rate.status === 'ok' && data.trend.status === 'ok');
      const { baseline } = data.trend;
      assert.ok(baseline.status === 'ok' && data.hero.vs_previous !== null && data.reopen_rate.vs_previous !== null);
      const totalIn = async ({ from, to }: Days, figure: ChatFigure): Promise<number> =>
        (await pageOf(organization, `figure=${figure}&from=${from}&to=${to}${channel}&limit=1`)).meta.total;
      assert.deepEqual([await totalIn(baseline, 'stayed_solved'), await totalIn(baseline, 'judged')], [baseline.net.count, baseline.net.of]);
      const before = previousPeriod(meta.period);
      const compared = [
        ['stayed_solved', 'judged', data.hero.vs_previous.earlier],
        ['came_back', 'looked_solved', data.reopen_rate.vs_previous.earlier],
      ] as const;
      for (const [counted, among, { share, of }] of compared) {
        assert.equal(await totalIn(before, among), of);
        assert.ok(Math.abs((await totalIn(before, counted)) / of - share) < 1e-9, `${counted} of the period before`);
      }
    }
  });

  test('are the very chats, with what became of them and nothing of what was said', async () => {
    const organization = await shop([
      chat('e', { topic: 'ongkir' }),
      later('f', HOUR, { topic: 'ongkir' }),
      chat('g', { contact_id: 'budi', channel: 'instagram' }),
    ]);
    const { data, meta } = await pageOf(organization, 'figure=came_back&period=2026-10', 'supervisor');
    assert.deepEqual(data, [
      {
        id: 'e',
        room_id: 'e',
        channel: 'whatsapp',
        topic: 'ongkir',
        first_inbound_at: '2026-10-05T11:50:00Z',
        closed_at: '2026-10-05T12:00:00Z',
        outcome: 'came_back',
        returned_in: 'f',
        returned_in_room_id: 'f',
        corrected: false,
      },
    ]);
    assert.deepEqual(meta, { organization: { id: organization }, figure: 'came_back', total: 1, next_cursor: null, as_of: AS_OF, can_edit: false });
    assert.deepEqual(
      (await pageOf(organization, 'figure=looked_solved&period=2026-10&channel=instagram')).data.map(({ id }) => id),
      ['g'],
    );
    assert.equal((await pageOf(organization, 'figure=closed&period=2026-10')).meta.can_edit, true);
    assert.deepEqual((await pageOf(organization, 'figure=closed')).data.length, 2, 'the last full month when no period is named');
  });

  test('go on behind whatever an id may hold', async () => {
    const ids = ['a\nb', 'c\td', "e'f", 'g\u0085h', '\u{1f600}', 'ü/%?#', ...['ก', '\u{1f600}', '\u0001'].map((letter) => letter.repeat(512))];
    const organization = await shop(ids.map((id) => chat(id, { contact_id: id })));
    const { chats } = await everyPage(organization, 'figure=closed&period=2026-10&limit=1');
    assert.deepEqual(chats.map(({ id }) => id).toSorted(), ids.toSorted());
  });

  test('are none before the first import, and none of another organization', async () => {
    const organization = await newOrganization(database);
    await shop([chat('e')]);
    assert.deepEqual((await pageOf(organization, 'figure=closed&period=2026-10')).meta, {
      organization: { id: organization },
      figure: 'closed',
      total: 0,
      next_cursor: null,
      as_of: null,
      can_edit: true,
    });
  });

  test('stay in order while chats are added: a page goes on where the one before ended', async () => {
    const organization = await shop(['a', 'b', 'c', 'd'].map((id, i) => chat(id, { contact_id: id, closed_at: after(i) })));
    const first = await pageOf(organization, 'figure=closed&period=2026-10&limit=2');
    await putChats(database.owner, organization, [
      chat('newest', { contact_id: 'n', closed_at: after(9) }),
      chat('old', { contact_id: 'o', closed_at: after(-9) }),
    ]);
    await refreshOrganization(database.owner, organization);
    const second = await pageOf(organization, `figure=closed&period=2026-10&cursor=${first.meta.next_cursor}`);
    assert.deepEqual(
      [...first.data, ...second.data].map(({ id }) => id),
      ['d', 'c', 'b', 'a', 'old'],
    );
  });

  test('are refused for what is no figure, no limit and no cursor of ours', async () => {
    const headers = await bearer({ org_id: await shop([chat('e')]) });
    const forged = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const bad = [
      '',
      'figure=',
      'figure=constructor',
      'figure=closed&figure=closed',
      ...['0', '201', '-1', '1.5', 'x', ''].map((limit) => `figure=closed&limit=${limit}`),
      ...['24', '-1', '1.5', 'x', '', '007', '1&place=2'].map((place) => `figure=closed&place=${place}`),
      ...['0', '22'].map((place) => `figure=turns_known&place=${place}`),
      'figure=came_back&place=1',
      ...[
        '',
        'x',
        '%00',
        'e30',
        'a'.repeat(5_000),
        forged(),
        forged(AS_OF),
        forged(AS_OF, 1),
        forged('infinity', 'e'),
        forged('2026-02-30T00:00:00Z', 'e'),
        forged('2026-13-01T00:00:00Z', 'e'),
        forged('9999-12-31T23:59:60Z', 'e'),
        forged(AS_OF, 'a\u0000b'),
        forged(AS_OF, 'e', 'f'),
        forged(`${AS_OF}' or true --`, 'e'),
      ].map((cursor) => `figure=closed&cursor=${cursor}`),
    ];
    for (const query of bad) assert.equal(await problemCode(app, `${CHATS}?${query}`, headers), '400 bad_request', query);
    assert.equal(await problemCode(app, `${CHATS}?figure=closed&period=2026-13`, headers), '400 impossible_period');
    const strange = cursorOf({ at: AS_OF, id: `'; drop table rooms; --` });
    assert.equal((await get(app, `${CHATS}?figure=closed&period=2026-10&cursor=${strange}`, headers)).status, 200);
  });

  test('are found along the index from where the page before ended, as the role that requests have', async () => {
    const organization = await shop([chat('e')]);
    const values = [organization, ['stayed_solved'], '2026-10-01', '2026-10-31', null, AS_OF, 'x', 50, ...Array.from({ length: 11 }, () => null)];
    const plan = await database.request.asOrganization(organization, async (tx) => {
      // A table of a few rows would be read from its start.
      await tx.query(`select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`);
      return tx.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${PAGE}`, values);
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    assert.match(text, /Index Scan Backward using episode_outcomes_by_time[^\n]*\n *Index Cond: [^\n]*sort_at >= [^\n]*ROW\(sort_at, id\) < /);
  });
});
