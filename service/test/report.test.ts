import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { CATALOGUE, type HeroValue, ImpactReport } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/db/database.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, type Chat, chat, HOUR, later, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { appFor, bearer, get, problemCode } from './service-under-test.ts';

const many = (n: number, prefix: string, differs: Partial<Chat> = {}): Chat[] =>
  Array.from({ length: n }, (_, i) => chat(`${prefix}${i}`, { contact_id: `${prefix}${i}`, ...differs }));

/** October: 6 stayed, 2 came back, 1 handed over, 1 unclear, 1 uncheckable, 3 human only, 1 open; two of them on Instagram. */
const OCTOBER: readonly Chat[] = [
  ...many(5, 'stayed'),
  chat('instagram', { contact_id: 'i', channel: 'instagram' }),
  ...many(2, 'back'),
  later('back0-again', HOUR, { contact_id: 'back0', closed_at: after(2 * HOUR), closed_reason: 'RESOLVE', activity: null }),
  later('back1-again', HOUR, { contact_id: 'back1', channel: 'instagram' }),
  chat('handed', { contact_id: 'h', assign_channel_agent_id: 'a1' }),
  chat('unclear', { contact_id: 'u', closed_reason: 'RESOLVE' }),
  chat('uncheckable', { contact_id: null }),
  ...many(2, 'human', { closed_reason: 'RESOLVE', activity: null }),
];

eachDatabase('report', (open) => {
  let database: Database;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    app = await appFor(database);
  });

  async function shop(chats: readonly Chat[], asOf = after(60 * 24 * HOUR), timeZone = 'Asia/Jakarta'): Promise<string> {
    const organization = await newOrganization(database, { timeZone });
    await putChats(database.owner, organization, chats);
    await refreshOrganization(database.owner, organization, { asOf });
    return organization;
  }

  async function report(organization: string, query: string): Promise<ImpactReport> {
    const { status, body } = await get(app, `/v1/impact-report${query}`, await bearer({ org_id: organization }));
    assert.equal(status, 200);
    return ImpactReport.parse(body);
  }

  const heroOf = ({ data }: ImpactReport): HeroValue => {
    assert.equal(data.hero.status, 'ok');
    return data.hero as HeroValue;
  };

  test('tells what became of every chat of the month, and the rates that follow', async () => {
    const { data, meta } = await report(await shop(OCTOBER), '?period=2026-10');
    const hero = heroOf({ data } as ImpactReport);
    assert.deepEqual(hero.outcomes, { human_only: 3, checking: 0, uncheckable: 1, came_back: 2, stayed_solved: 6, handed_over: 1, ended_unclear: 1 });
    assert.equal(hero.still_open, 1);
    assert.deepEqual([hero.net.count, hero.net.of, hero.net.size], [6, 10, 'x_of_n']);
    assert.deepEqual([hero.gross.count, hero.gap.count, hero.return_rate.count, hero.return_rate.of], [8, 2, 2, 8]);
    assert.equal(hero.share_of_all.of, 13);
    assert.ok(Math.abs(hero.net.share! - hero.gross.share! * (1 - hero.return_rate.share!)) < 1e-12);
    assert.deepEqual(data.knowledge_gaps, { status: 'unavailable', reason: 'not_measured_yet' });
    assert.deepEqual(meta.channels, ['whatsapp', 'instagram']);
    const { frozen, ...period } = meta.period;
    assert.deepEqual(period, { from: '2026-10-01', to: '2026-10-31', channel: null, status: 'final', final_on: '2026-11-03' });
    assert.deepEqual([frozen?.revision, frozen?.revised_at, frozen?.net], [1, null, hero.net]);
    assert.deepEqual(meta.match_rule, { window_hours: 48, across_channels: true, topic: 'if_known' });
  });

  test('counts one channel when asked, and zeros for a channel that nobody uses', async () => {
    const organization = await shop(OCTOBER);
    assert.equal(heroOf(await report(organization, '?period=2026-10&channel=instagram')).outcomes.stayed_solved, 1);
    const unknown = await report(organization, '?period=2026-10&channel=fax');
    assert.equal(heroOf(unknown).net.size, 'none');
    assert.equal(heroOf(unknown).net.share, null);
    assert.equal(unknown.meta.period.channel, 'fax');
  });

  test('takes the days of the period, both included, and nothing beside them', async () => {
    const organization = await shop(
      ['2026-09-30T16:59:59Z', '2026-09-30T17:00:00Z', '2026-10-31T16:59:59Z', '2026-10-31T17:00:00Z'].map((closed_at, i) =>
        chat(`e${i}`, { contact_id: `c${i}`, closed_at }),
      ),
      '2026-12-05T00:00:00Z',
    );
    assert.equal(heroOf(await report(organization, '?period=2026-10')).net.of, 2);
    assert.equal(heroOf(await report(organization, '?from=2026-10-31&to=2026-11-01')).net.of, 2);
    assert.equal(heroOf(await report(organization, '?from=2026-10-31&to=2026-10-31')).net.of, 1);
  });

  test('without a period: the last full month before the data end, whatever the clock says', async () => {
    const { meta } = await report(await shop([chat('e', { closed_at: '2025-03-05T00:00:00Z' })], '2025-04-10T00:00:00Z'), '');
    assert.deepEqual([meta.period.from, meta.period.to], ['2025-03-01', '2025-03-31']);
  });

  test('human-only chats that are too young are left out of the share of everything', async () => {
    const human = { closed_reason: 'RESOLVE', activity: null };
    const chats = [...many(2, 'old'), ...many(3, 'human', human), ...many(4, 'young', { ...human, closed_at: after(40 * HOUR) })];
    const hero = heroOf(await report(await shop(chats, after(50 * HOUR)), '?period=2026-10'));
    assert.equal(hero.outcomes.human_only, 7);
    assert.deepEqual([hero.share_of_all.count, hero.share_of_all.of], [2, 5]);
  });

  test('compares with the month before', async () => {
    const chats = [
      ...many(60, 'now'),
      ...many(20, 'before', { closed_at: '2026-09-10T00:00:00Z' }),
      ...many(20, 'unclear', { closed_at: '2026-09-30T16:59:59Z', closed_reason: 'RESOLVE' }),
    ];
    const organization = await shop(chats);
    const { vs_previous } = heroOf(await report(organization, '?period=2026-10'));
    assert.deepEqual([vs_previous?.verdict, vs_previous?.points, vs_previous?.earlier], ['better', 50, { share: 0.5, of: 40 }]);
    assert.equal(heroOf(await report(organization, '?period=2026-09')).vs_previous, null);
  });

  describe('is final once the window of the last day has passed', () => {
    for (const [timeZone, end, finalOn, status] of [
      ['Asia/Jakarta', '2026-11-02T17:00:00Z', '2026-11-03', 'final'],
      ['Asia/Jakarta', '2026-11-02T16:59:59Z', '2026-11-03', 'provisional'],
      ['Asia/Jayapura', '2026-11-02T15:00:00Z', '2026-11-03', 'final'],
      // clocks go back on 1 November at 02:00, so 48 hours after midnight is 23:00
      ['America/New_York', '2026-11-03T04:00:00Z', '2026-11-02', 'final'],
      ['America/New_York', '2026-11-03T03:59:59Z', '2026-11-02', 'provisional'],
      // clocks go back from 01:00 to 00:00, so midnight comes twice, and the first one ends the month
      ['America/Havana', '2026-11-03T04:00:00Z', '2026-11-02', 'final'],
      ['America/Havana', '2026-11-03T03:59:59Z', '2026-11-02', 'provisional'],
    ] as const) {
      test(`${timeZone}, data until ${end}: ${status}`, async () => {
        const { meta } = await report(await shop(many(1, 'e'), end, timeZone), '?period=2026-10');
        assert.deepEqual([meta.period.status, meta.period.final_on], [status, finalOn]);
      });
    }
  });

  test('before the first import there is no figure, and no 0', async () => {
    const organization = await newOrganization(database);
    const { data, meta } = await report(organization, '?period=2026-10');
    for (const { slot, phase } of CATALOGUE) {
      assert.deepEqual(data[slot], { status: 'unavailable', reason: phase === 1 ? 'no_data_yet' : 'not_measured_yet' }, slot);
    }
    assert.deepEqual([meta.as_of, meta.period.status, meta.channels], [null, 'provisional', []]);
    assert.match((await report(organization, '')).meta.period.from, /^\d{4}-\d\d-01$/);
  });

  test('says that it has not changed, until something has', async () => {
    const organization = await shop(OCTOBER);
    const url = '/v1/impact-report?period=2026-10';
    const headers = await bearer({ org_id: organization });
    const first = await get(app, url, headers);
    const etag = String(first.headers['etag']);
    assert.match(etag, /^W\/"[\w-]+"$/);
    assert.equal(first.headers['cache-control'], 'private, no-cache');
    assert.equal(first.headers['vary'], 'Authorization');
    for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const again = await get(app, url, { ...headers, 'if-none-match': known });
      assert.deepEqual([again.status, again.text, again.headers['etag'], again.headers['vary']], [304, '', etag, 'Authorization']);
    }
    const sameDays = await get(app, '/v1/impact-report?from=2026-10-01&to=2026-10-31', { ...headers, 'if-none-match': etag });
    assert.equal(sameDays.status, 304);
    for (const other of [`${url}&channel=instagram`, '/v1/impact-report?period=2026-09']) {
      assert.equal((await get(app, other, { ...headers, 'if-none-match': etag })).status, 200, other);
    }
    await putChats(database.owner, organization, [chat('new', { contact_id: 'new' })]);
    await refreshOrganization(database.owner, organization);
    const changed = await get(app, url, { ...headers, 'if-none-match': etag });
    assert.equal(changed.status, 200);
    assert.equal(heroOf(changed.body).outcomes.stayed_solved, 7);
  });

  describe('that was made already', () => {
    /** The app, and how many statements it has asked since the last look. */
    async function watched(): Promise<{ asked: FastifyInstance; statements: () => number }> {
      let n = 0;
      const asOrganization: Database['request']['asOrganization'] = (organization, work) =>
        database.request.asOrganization(organization, (tx) => {
          const query = <Row>(...asked: Parameters<typeof tx.query>): Promise<Row[]> => ((n += 1), tx.query<Row>(...asked));
          const prepared = <Row>(...asked: Parameters<typeof tx.prepared>): Promise<Row[]> => ((n += 1), tx.prepared<Row>(...asked));
          return work({ query, prepared });
        });
      const request = { ...database.request, asOrganization };
      const statements = (): number => {
        const since = n;
        n = 0;
        return since;
      };
      return { asked: await appFor({ ...database, request }), statements };
    }

    test('is given again, after asking whether it still holds', async () => {
      const organization = await shop(OCTOBER);
      const headers = await bearer({ org_id: organization });
      const { asked, statements } = await watched();
      const first = await get(asked, '/v1/impact-report?period=2026-10', headers);
      assert.equal(statements(), 2);
      for (const query of ['period=2026-10', 'from=2026-10-01&to=2026-10-31']) {
        const again = await get(asked, `/v1/impact-report?${query}`, headers);
        assert.deepEqual([statements(), again.text, again.headers['content-type']], [1, first.text, first.headers['content-type']]);
      }
      await get(asked, '/v1/impact-report?period=2026-10', { ...headers, 'if-none-match': String(first.headers['etag']) });
      assert.equal(statements(), 1);
    });

    test('is made anew for other days, another channel, and once anything has changed', async () => {
      const organization = await shop(OCTOBER);
      const headers = await bearer({ org_id: organization });
      const { asked } = await watched();
      const solved = async (query: string): Promise<number> => heroOf((await get(asked, `/v1/impact-report?${query}`, headers)).body).outcomes.stayed_solved;
      const all = async () => [await solved('period=2026-10'), await solved('period=2026-09'), await solved('period=2026-10&channel=instagram')];
      assert.deepEqual(await all(), [6, 0, 1]);
      await putChats(database.owner, organization, [chat('new', { contact_id: 'new', channel: 'instagram' })]);
      await refreshOrganization(database.owner, organization);
      assert.deepEqual(await all(), [7, 0, 2]);
    });

    test('is never given to another organization, not even one of the same revision', async () => {
      const { asked } = await watched();
      const organizations = [await shop(OCTOBER), await shop(OCTOBER.slice(1))];
      for (const round of ['made', 'made already']) {
        for (const [i, organization] of organizations.entries()) {
          const { body } = await get(asked, '/v1/impact-report?period=2026-10', await bearer({ org_id: organization }));
          assert.deepEqual([body.meta.organization.id, heroOf(body).outcomes.stayed_solved], [organization, 6 - i], round);
        }
      }
    });

    test('is not given to whom it is forbidden', async () => {
      const organization = await shop(OCTOBER);
      const { asked, statements } = await watched();
      await get(asked, '/v1/impact-report?period=2026-10', await bearer({ org_id: organization }));
      statements();
      assert.equal(await problemCode(asked, '/v1/impact-report?period=2026-10', await bearer({ org_id: organization, role: 'agent' })), '403 forbidden');
      assert.equal(await problemCode(asked, '/v1/impact-report?period=2026-10'), '401 unauthorized');
      assert.equal(statements(), 0);
    });
  });

  for (const query of [
    '?period=2026-13',
    '?period=',
    '?period=P0D',
    '?period=P367D',
    '?period=october',
    '?period=0000-01',
    '?period=9999-12',
    // final in a year that no report may name
    '?period=2999-12',
    '?period=2026-10&from=2026-10-01&to=2026-10-02',
    '?from=2026-10-01',
    '?from=2026-10-02&to=2026-10-01',
    '?from=2026-02-30&to=2026-03-01',
    '?from=2025-01-01&to=2026-10-01',
  ]) {
    test(`refuses the period ${query}`, async () => {
      assert.equal(await problemCode(app, `/v1/impact-report${query}`, await bearer({ org_id: await newOrganization(database) })), '400 impossible_period');
    });
  }

  for (const query of [
    '?period=2026-10&period=2026-09',
    '?channel=a&channel=b',
    '?channel=',
    `?channel=${'x'.repeat(121)}`,
    '?channel=a%00b',
    '?organization=a&organization=b',
  ]) {
    test(`refuses the query ${query.slice(0, 40)}`, async () => {
      assert.equal(await problemCode(app, `/v1/impact-report${query}`, await bearer({ org_id: await newOrganization(database) })), '400 bad_request');
    });
  }

  test('an organization that is not here is not found', async () => {
    assert.equal(await problemCode(app, '/v1/impact-report', await bearer({ org_id: crypto.randomUUID() })), '404 not_found');
  });
});
