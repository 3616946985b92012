import assert from 'node:assert/strict';
import { after as afterAll, before, describe, test } from 'node:test';
import { type Rate, SuccessMetrics, type SuccessMonth } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { chat, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { type Answer, appFor, bearer, get, problemCode, send } from './service-under-test.ts';

const SHOWN = { net_and_gap: true, work_absorbed: true };

eachDatabase('report views', (open) => {
  let database: Database;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    app = await appFor(database);
  });

  const view = async (organization: string, payload: unknown, claims = {}): Promise<Answer<{ error: { messages: string[] } }>> =>
    send(app, { method: 'POST', url: '/v1/report-views', headers: await bearer({ org_id: organization, ...claims }), payload: payload as object });
  const viewsOf = (organization: string) => database.owner.query('select * from report_views where organization_id = $1 order by role', [organization]);

  test('are kept once a month and role, without anybody', async () => {
    const organization = await newOrganization(database);
    for (const sub of ['canary 1', 'canary 2', undefined]) assert.equal((await view(organization, SHOWN, { sub })).status, 204);
    await view(organization, SHOWN, { role: 'supervisor' });
    const [clock] = await database.owner.query<{ month: string }>(`select date_trunc('month', now() at time zone 'Asia/Jakarta')::date as month`);
    assert.deepEqual(await viewsOf(organization), [
      { organization_id: organization, ...clock, role: 'admin', ...SHOWN },
      { organization_id: organization, ...clock, role: 'supervisor', ...SHOWN },
    ]);
  });

  test('remember the report that lacked the gap, and the value once it was seen', async () => {
    for (const [shown, kept] of [
      [[true, true], true],
      [[true, false, true], false],
      [[false, true], false],
      [[null, true], true],
      [[true, null], true],
      [[null, false, null], false],
      [[null, null], null],
    ] as const) {
      const organization = await newOrganization(database);
      for (const net_and_gap of shown) await view(organization, { net_and_gap, work_absorbed: false });
      const [row] = (await viewsOf(organization)) as [{ net_and_gap: boolean | null }];
      assert.equal(row.net_and_gap, kept, JSON.stringify(shown));
    }
    const organization = await newOrganization(database);
    for (const work_absorbed of [false, true, false]) await view(organization, { net_and_gap: null, work_absorbed });
    assert.deepEqual(
      (await viewsOf(organization)).map((row) => (row as { work_absorbed: boolean }).work_absorbed),
      [true],
    );
  });

  test('leave the reports that clients have as they are', async () => {
    const organization = await newOrganization(database);
    await view(organization, SHOWN);
    assert.deepEqual(await database.owner.query('select revision from organizations where id = $1', [organization]), [{ revision: 0 }]);
  });

  test('are refused for others', async () => {
    const organization = await newOrganization(database);
    for (const role of ['agent', 'internal']) assert.equal((await view(organization, SHOWN, { role })).status, 403);
    assert.equal((await view('00000000-0000-0000-0000-000000000000', SHOWN)).status, 404);
    for (const body of [{}, { ...SHOWN, net_and_gap: 1 }, { ...SHOWN, user: 'rina' }]) assert.equal((await view(organization, body)).status, 422);
    assert.deepEqual(await viewsOf(organization), []);
  });

  describe('success metrics', () => {
    let own: Database;
    let internal: Record<string, string>;
    let service: FastifyInstance;
    const organizations: string[] = [];
    before(async () => {
      own = await open.fresh();
      await migrate(own.owner);
      service = await appFor(own);
      for (const [aiActivatedOn, source] of [
        ['2020-01-01', 'live'],
        ['2020-01-01', 'live'],
        ['2020-01-01', 'live'],
        // from the last day of last month on
        [(await day(`date_trunc('month', current_date) - interval '1 day'`))!, 'live'],
        [null, 'live'],
        ['2020-01-01', 'sample'],
      ] as const) {
        organizations.push(await newOrganization(own, { aiActivatedOn, source }));
      }
      internal = await bearer({ org_id: organizations[5]!, role: 'internal' });
      for (const [organization, ago, role, net_and_gap, work_absorbed] of [
        [0, 0, 'admin', true, true],
        [0, 0, 'supervisor', true, true],
        [0, 1, 'admin', true, false],
        [1, 0, 'admin', false, false],
        [2, 1, 'admin', null, false],
        [2, 0, 'supervisor', true, true],
        [4, 0, 'admin', true, true],
        [5, 0, 'admin', true, true],
        [5, 1, 'admin', true, true],
      ] as const) {
        await own.owner.query(
          `insert into report_views (organization_id, month, role, net_and_gap, work_absorbed) values ($1, (date_trunc('month', current_date) - make_interval(months => $2))::date, $3, $4, $5)`,
          [organizations[organization], ago, role, net_and_gap, work_absorbed],
        );
      }
      for (const [organization, outcome] of [
        [0, 'expanded'],
        [1, 'lapsed'],
        [3, 'renewed'],
        [5, 'renewed'],
      ] as const) {
        await own.owner.query(`insert into renewals values ($1, date_trunc('month', current_date), $2)`, [organizations[organization], outcome]);
      }
    });
    afterAll(() => own.close());

    const day = async (expression: string): Promise<string | undefined> =>
      (await own.owner.query<{ day: string }>(`select (${expression})::date as day`))[0]?.day;
    const parts = ({ count, of }: Rate): string => `${count} of ${of}`;
    const told = ({ adoption, repeat_engagement, honest_containment, value_visible, renewal }: SuccessMonth) =>
      [adoption, repeat_engagement, honest_containment, value_visible, renewal.engaged, renewal.others].map(parts);

    test('tell of each month who looks, who comes back, what they see, and who stays', async () => {
      const { status, body } = await get<SuccessMetrics>(service, '/internal/success-metrics', internal);
      assert.equal(status, 200);
      const { data } = SuccessMetrics.parse(body);
      assert.equal(data.length, 12);
      const [now, lastMonth, before2] = data as [SuccessMonth, SuccessMonth, SuccessMonth];
      assert.deepEqual([now.ai_enabled, lastMonth.ai_enabled, before2.ai_enabled], [4, 4, 3]);
      assert.equal(`${now.month}-01`, await day(`date_trunc('month', current_date)`));
      assert.deepEqual(told(now), ['2 of 4', '1 of 2', '4 of 5', '2 of 4', '1 of 2', '1 of 1']);
      assert.deepEqual(told(lastMonth), ['2 of 4', '0 of 2', '1 of 1', '0 of 4', '0 of 0', '0 of 0']);
      assert.deepEqual(told(before2), ['0 of 3', '0 of 0', '0 of 0', '0 of 3', '0 of 0', '0 of 0']);
    });

    /** Chats of the middle of a month, so many months ago; what the AI kept of each is written into its log. */
    const chats = async (organization: string, ago: number, kept: Record<string, string | null>): Promise<void> => {
      const middle = (await day(`date_trunc('month', current_date) - make_interval(months => ${ago}) + interval '14 days'`))!;
      await putChats(
        own.owner,
        organization,
        Object.keys(kept).map((id) =>
          chat(id, { closed_at: `${middle}T12:00:00Z`, contact_id: id, ...(id === 'team' && { activity: null, closed_reason: 'RESOLVE' }) }),
        ),
      );
      for (const [id, facts] of Object.entries(kept)) {
        if (facts) await own.owner.query(`update ai_activity_logs set ${facts} where organization_id = $1 and room_id = $2`, [organization, id]);
      }
      await refreshOrganization(own.owner, organization, { asOf: `${middle}T12:00:00Z` });
    };
    const qualityOf = async (): Promise<SuccessMonth['quality_validated'][]> => {
      const { body } = await get<SuccessMetrics>(service, '/internal/success-metrics', internal);
      return SuccessMetrics.parse(body).data.map(({ quality_validated }) => quality_validated);
    };

    test('tell of how many chats the quality can be scored, and nothing where nobody keeps what that takes', async () => {
      assert.deepEqual((await qualityOf())[0], { status: 'unavailable', reason: 'no_data_yet' });
      const scored = `confidence = 0.9, answer_scope = 'answered_from_knowledge'`;
      await chats(organizations[0]!, 0, {
        scored,
        'scored with the reason': `confidence = 0, answer_scope = 'Out_of_scope', out_of_scope_reason = 'needs_action'`,
        'without the reason': `confidence = 0, answer_scope = 'out_of_scope'`,
        'without the scope': 'confidence = 1',
        'without anything': null,
        team: null,
      });
      await chats(organizations[1]!, 1, { a: null, b: 'confidence = 1' });
      await chats(organizations[5]!, 0, { 'of a sample': scored });
      const [now, lastMonth, before2] = await qualityOf();
      assert.deepEqual(now?.status === 'ok' && parts(now.rate), '2 of 5');
      assert.deepEqual(lastMonth, { status: 'unavailable', reason: 'not_measured_yet' });
      assert.deepEqual(before2, { status: 'unavailable', reason: 'no_data_yet' });
    });

    test('follow when what the AI kept is taken back', async () => {
      const rows = (): Promise<unknown[]> => own.owner.query('select ai_chats, validated from quality_coverage where organization_id = $1', [organizations[2]]);
      await chats(organizations[2]!, 3, { a: `confidence = 1, answer_scope = 'answered_from_knowledge'` });
      assert.deepEqual(await rows(), [{ ai_chats: 1, validated: 1 }]);
      await chats(organizations[2]!, 3, { a: 'confidence = 1' });
      assert.deepEqual(await rows(), [{ ai_chats: 1, validated: 0 }]);
      await chats(organizations[2]!, 2, { a: null });
      assert.deepEqual(await rows(), [{ ai_chats: 1, validated: 0 }]);
    });

    test('tell how many forecasts held, of those whose weeks can be graded', async () => {
      const [live, sample] = [organizations[3], organizations[5]];
      for (const [organization, week, solved, judged, frozen] of [
        [live, 1, 604, 1000, true],
        [live, 2, 606, 1000, true],
        // nobody was there to prove it right or wrong
        [live, 3, 0, 0, true],
        // not final yet
        [live, 4, 600, 1000, false],
        [sample, 1, 600, 1000, true],
      ] as const) {
        const from = (await day(`date_trunc('month', current_date) - interval '1 month' + make_interval(days => ${5 * week - 5})`))!;
        const values = [organization, from];
        await own.owner.query(`insert into forecasts values ($1, 'week', $2::date, $2::date + 4, 0.55, 0.5, 0.6, 900, 8, 'x', now())`, values);
        await own.owner.query(`insert into trend_counts values ($1, 'all', '', 'week', $2, $3, 0, $4)`, [...values, solved, judged]);
        if (!frozen) continue;
        await own.owner.query(`insert into period_revisions values ($1, 'all', '', 'week', $2::date, $2::date + 4, 1, 1, 0, 0, 0, 0, 0, 0, 0, now())`, values);
      }
      const { body } = await get<SuccessMetrics>(service, '/internal/success-metrics', internal);
      const [now, lastMonth] = SuccessMetrics.parse(body).data;
      assert.deepEqual([parts(lastMonth!.forecasts_held), parts(now!.forecasts_held)], ['1 of 2', '0 of 0'], '60.4 % are 60 %, as it was told');
    });

    test('name no organization', async () => {
      const { text } = await get(service, '/internal/success-metrics', internal);
      for (const secret of [...organizations, 'Toko Rina']) assert.ok(!text.includes(secret));
    });

    test('are for nobody else', async () => {
      for (const role of ['admin', 'supervisor', 'agent']) {
        const headers = await bearer({ org_id: organizations[0]!, role });
        assert.equal(await problemCode(service, '/internal/success-metrics', headers), '403 forbidden');
      }
      assert.equal(await problemCode(service, '/internal/success-metrics'), '401 unauthorized');
    });
  });
});
