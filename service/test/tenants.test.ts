import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { openApiDocument } from '@qontak/impact-contract/openapi';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/db/database.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, HOUR, later, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { GUARDED, LOCAL, OPEN, operationsOf, requestOf } from './operations.ts';
import { type Answer, appFor, bearer, type Sent, send } from './service-under-test.ts';

const OPERATIONS = Object.entries(openApiDocument()['paths'] as Record<string, object>).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
);

const NOBODY = '00000000-0000-0000-0000-000000000000';

eachDatabase('tenants', (open) => {
  let database: Database;
  let app: FastifyInstance;
  let own: string;
  let other: string;

  /** An organization whose name is written into whatever a route could answer. */
  async function marked(mark: string): Promise<string> {
    const organization = await newOrganization(database, { name: mark });
    await putChats(database.owner, organization, [
      chat('e', { channel: mark, topic: mark, contact_id: 'rina' }),
      later('f', HOUR, { channel: mark, topic: mark, contact_id: 'rina' }),
      chat(`only ${mark}`, { channel: mark, contact_id: 'budi' }),
    ]);
    await database.owner.query(`insert into cost_assumptions values ($1, 1, 5, null, null, $2, now())`, [organization, mark]);
    await refreshOrganization(database.owner, organization, { asOf: after(100 * HOUR) });
    return organization;
  }

  before(async () => {
    database = await open();
    app = await appFor(database, { RATE_LIMIT_PER_MINUTE: '1000000' });
    [own, other] = [await marked('OWN-MARK'), await marked('OTHER-MARK')];
  });

  async function ask(
    operation: string,
    organization: unknown,
    { query = '', ...more }: { query?: string; headers?: object; payload?: object } = {},
  ): Promise<Answer<unknown>> {
    const { query: usual = '', payload, headers, roles } = GUARDED[operation]!;
    const all = { ...(await bearer({ org_id: organization, role: roles[0] })), ...headers, ...more.headers };
    const whole = { query: [usual, query].filter((part) => part !== '').join('&'), headers: all, ...(payload && { payload: { ...payload, ...more.payload } }) };
    return send(app, requestOf(operation, whole));
  }

  /** Everything that the other organization has. */
  async function rowsOf(organization: string): Promise<unknown[]> {
    const tables = [
      'episode_outcomes',
      'daily_counts',
      'trend_counts',
      'changed_episodes',
      'cost_assumptions',
      'working_hours',
      'return_rulings',
      'setting_changes',
      'report_views',
      'period_revisions',
      'recounts',
    ];
    const rows = tables.map((table) => database.owner.query(`select * from ${table} t where organization_id = $1 order by t::text`, [organization]));
    return [...(await Promise.all(rows)), await database.owner.query('select as_of, revision from organizations where id = $1', [organization])];
  }

  test('every operation of the app is in the matrix and in the document, or is open because it tells nothing', async () => {
    const withPage = await appFor(database, {}, { staticRoot: import.meta.dirname });
    assert.deepEqual((await operationsOf(withPage)).toSorted(), [...Object.keys(GUARDED), ...OPEN, ...LOCAL].toSorted());
    assert.deepEqual(OPERATIONS.toSorted(), Object.keys(GUARDED).toSorted());
  });

  for (const operation of OPERATIONS) {
    test(`${operation}: another organization's name opens nothing, wherever it stands`, async () => {
      const theirs = await rowsOf(other);
      for (const name of ['organization', 'org_id', 'organization_id']) {
        for (const [what, status] of [
          [other, 403],
          [other.toUpperCase(), 403],
          ['', 403],
          [NOBODY, 403],
          ['*', 403],
          // digits of another script, and letters that look like ours
          [encodeURIComponent(own.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))), 403],
          [encodeURIComponent(own.replaceAll('a', 'а').replaceAll('e', 'е')).concat('%E2%80%8B'), 403],
          [`${own}&${name}=${other}`, 400],
          [`${own}&${name}=${own}`, 400],
        ] as const) {
          const answer = await ask(operation, own, { query: `${name}=${what}` });
          assert.equal(answer.status, status, `${name}=${what}`);
          assert.ok(!answer.text.includes('OTHER-MARK'));
        }
        // an array, as some parsers read it, is another name and is not looked at
        assert.ok(!(await ask(operation, own, { query: `${name}[]=${other}` })).text.includes('OTHER-MARK'));
      }
      for (const header of ['x-organization-id', 'organization', 'x-org-id']) {
        assert.ok(!(await ask(operation, own, { headers: { [header]: other } })).text.includes('OTHER-MARK'));
      }
      if (GUARDED[operation]!.payload !== undefined) {
        for (const name of ['organization', 'organization_id', 'org_id']) assert.equal((await ask(operation, own, { payload: { [name]: other } })).status, 422);
      }
      assert.deepEqual(await rowsOf(other), theirs);
    });

    test(`${operation}: a token that names no organization, several, or none that could be, opens nothing`, async () => {
      for (const organization of [
        undefined,
        null,
        '',
        '*',
        1,
        {},
        [own],
        [own, other],
        `${own} `,
        `${own}\u200b`,
        own.replaceAll(/[0-9]/g, '１'),
        `${own}' or true --`,
      ]) {
        const { status, text } = await ask(operation, organization);
        assert.equal(status, 401, JSON.stringify(organization));
        assert.ok(!/OWN-MARK|OTHER-MARK/.test(text));
      }
      const { status, text } = await ask(operation, NOBODY);
      assert.equal(status, operation === 'GET /internal/success-metrics' ? 200 : 404);
      assert.ok(!/OWN-MARK|OTHER-MARK/.test(text));
    });

    test(`${operation}: its own organization is answered about itself alone, also in capitals`, async () => {
      const theirs = await rowsOf(other);
      const mine = await marked('OWN-MARK');
      const answer = await ask(operation, mine.toUpperCase(), { query: `organization=${mine}` });
      assert.ok(answer.status === 200 || answer.status === 204, `${answer.status} ${answer.text}`);
      assert.ok(!answer.text.includes('OTHER-MARK'));
      assert.deepEqual(await rowsOf(other), theirs);
    });
  }

  test('a chat of another organization is not there', async () => {
    const { status } = await send(app, {
      method: 'PUT',
      url: `/v1/chats/${encodeURIComponent('only OTHER-MARK')}/return-ruling`,
      headers: await bearer({ org_id: own }),
      payload: { different_matter: true },
    });
    assert.equal(status, 404);
  });

  test('no id, name or cursor is read as SQL', async () => {
    const theirs = await rowsOf(other);
    const quoting = fc.array(
      fc.constantFrom(`'`, '"', '--', ';', '/*', '*/', '\\', '$1', '$$', '%', '_', 'or true', 'reset role', 'union select', other, 'OTHER-MARK'),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    const headers = await bearer({ org_id: own });
    await fc.assert(
      fc.asyncProperty(quoting, async (parts) => {
        const text = parts.join(' ');
        const cursor = Buffer.from(JSON.stringify(['2026-10-05T12:00:00Z', text])).toString('base64url');
        const asked: Sent[] = [
          { url: `/v1/chats/${encodeURIComponent(text)}/return-ruling`, method: 'PUT', payload: { different_matter: true } },
          { url: `/v1/impact-report?period=2026-10&channel=${encodeURIComponent(text)}` },
          { url: `/v1/impact-report?period=${encodeURIComponent(text)}` },
          { url: `/v1/impact-report/chats?period=2026-10&figure=closed&channel=${encodeURIComponent(text)}&cursor=${cursor}` },
          { url: `/v1/impact-report/chats?period=2026-10&figure=closed&cursor=${cursor}` },
        ];
        for (const request of asked) {
          const answer = await send(app, { ...request, headers });
          assert.ok([200, 400, 404].includes(answer.status), `${request.url}: ${answer.status}`);
          // the name of a channel comes back as it was asked for
          const { data } = answer.body as { data?: unknown };
          assert.ok(!JSON.stringify(data ?? null).includes('OTHER-MARK'), request.url);
        }
      }),
      { numRuns: 40 },
    );
    assert.deepEqual(await rowsOf(other), theirs);
  });

  test('the marks would be seen: the routes do answer them', async () => {
    for (const operation of ['GET /v1/impact-report', 'GET /v1/impact-report/chats', 'GET /v1/cost-assumption']) {
      assert.match((await ask(operation, other)).text, /OTHER-MARK/, operation);
    }
  });
});
