// Personal data and tokens, marked, wherever something can come in: none of it may come out in the log, in an error or in the measurements.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Database, Queryable } from '../src/db/database.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, HOUR, later, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { GUARDED, requestOf } from './operations.ts';
import { appFor, bearer, send } from './service-under-test.ts';

const CANARY = 'canary';
const PHONE = '6281234567890';
/** Who wrote: asked for by nobody, and in no answer. */
const CUSTOMER = 'customer-5512';
/** As an id, a name, a header or a value of the query. */
const MARK = `${CANARY}+${PHONE}@example.id`;

eachDatabase('personal data', (open) => {
  let database: Database;
  let organization: string;
  let log: string[];
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    log = [];
    organization = await newOrganization(database, { name: MARK });
    await putChats(database.owner, organization, [
      chat(MARK, { contact_id: CUSTOMER, channel: MARK, topic: MARK }),
      later(`${MARK} back`, HOUR, { contact_id: CUSTOMER, channel: MARK, topic: MARK }),
    ]);
    await refreshOrganization(database.owner, organization, { asOf: after(100 * HOUR) });
    app = await listening(database);
  });

  /** As in production, where every request is logged. */
  const listening = (on: Pick<Database, 'owner' | 'request' | 'connections'>): Promise<FastifyInstance> =>
    appFor(on, { NODE_ENV: 'production', RATE_LIMIT_PER_MINUTE: '1000000' }, { log: { write: (line) => void log.push(line) } });

  async function askEverything(on: FastifyInstance): Promise<void> {
    for (const [operation, how] of Object.entries(GUARDED)) {
      const headers = {
        ...(await bearer({ org_id: organization, role: how.roles[0], sub: MARK, name: MARK })),
        ...how.headers,
        'user-agent': MARK,
        'x-forwarded-for': MARK,
        'x-request-id': MARK,
        referer: `https://example.id/${MARK}`,
        cookie: `session=${MARK}`,
        origin: `https://${CANARY}.example`,
      };
      const marked = { ...how.payload, [MARK]: MARK };
      const asked = requestOf(operation, how);
      const path = asked.url.split('?')[0]!.replace('/e/', `/${encodeURIComponent(MARK)}/`);
      for (const request of [
        { ...asked, headers },
        { ...asked, url: path, headers },
        { ...asked, headers: { ...headers, authorization: `Bearer ${CANARY}.${CANARY}.${CANARY}` } },
        { ...asked, headers: { ...headers, 'if-match': MARK, 'if-none-match': MARK } },
        ...['period', 'channel', 'cursor', 'limit', 'organization', MARK].map((name) => {
          const query = `${encodeURIComponent(name)}=${encodeURIComponent(MARK)}`;
          return { ...asked, url: `${asked.url}${asked.url.includes('?') ? '&' : '?'}${query}`, headers };
        }),
        ...(how.payload === undefined ? [] : [marked, `{"${MARK}`, JSON.stringify(MARK), [MARK], null].map((payload) => json({ ...asked, headers }, payload))),
      ]) {
        const { status, text } = await send(on, request);
        assert.ok(!text.includes(CUSTOMER), `${request.method} ${request.url} tells who wrote`);
        if (status >= 400) assert.ok(!text.includes(CANARY) && !text.includes(PHONE), `${request.method} ${request.url}: ${text}`);
      }
    }
    for (const url of [`/${MARK}`, `/docs?${MARK}`, `/readyz?${MARK}`, `/%${MARK}`, `/dev/token?organization=${MARK}`]) {
      const { status, text } = await send(on, { url });
      if (status >= 400) assert.ok(!text.includes(CANARY), text);
    }
  }

  const json = <T extends { headers: object }>(request: T, payload: unknown) => ({
    ...request,
    headers: { ...request.headers, 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

  async function assertSilent(on: FastifyInstance): Promise<void> {
    const written = log.join('');
    const { payload: measured } = await on.inject({ url: '/metrics' });
    assert.ok(log.length > 100, String(log.length));
    assert.match(measured, /impact_request_duration_seconds_count\{method="PUT",route="\/v1\/chats\/:id\/return-ruling"/);
    for (const secret of [CANARY, PHONE, CUSTOMER, organization, 'eyJ']) {
      assert.ok(!written.includes(secret), `the log has ${secret}`);
      assert.ok(!measured.includes(secret), `the measurements have ${secret}`);
    }
  }

  test('comes out nowhere', async () => {
    await askEverything(app);
    await assertSilent(app);
  });

  test('comes out nowhere when the database fails and tells what it failed on', async () => {
    const failing = async (): Promise<never> => {
      const told = Object.assign(new Error(`duplicate key ${MARK}`), { code: '23505', detail: MARK, where: MARK, cause: new Error(MARK) });
      throw told;
    };
    const broken = await listening({ ...database, request: { asOrganization: failing, changeAsOrganization: failing } });
    await askEverything(broken);
    await assertSilent(broken);
  });

  test('comes out nowhere when a statement of the database fails on a row', async () => {
    const onRow = async (tx: Queryable): Promise<never> => {
      await tx.query(`select (id || name)::text::integer from organizations`);
      throw new Error('not reached');
    };
    const asOrganization = <T>(id: string): Promise<T> => database.request.asOrganization(id, onRow);
    const failing = await listening({ ...database, request: { asOrganization, changeAsOrganization: asOrganization } });
    await askEverything(failing);
    await assertSilent(failing);
  });

  test('would be seen: what is asked does hold it', async () => {
    const { text } = await send(app, { url: '/v1/impact-report?period=2026-10', headers: await bearer({ org_id: organization }) });
    assert.ok(text.includes(MARK));
  });
});
