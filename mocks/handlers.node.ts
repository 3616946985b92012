import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DevelopmentOrganizations, DevelopmentToken, ImpactReport, Problem } from '@qontak/impact-contract';
import { createFetcher } from './fetcher.ts';
import { createMocks, type Failure } from './handlers.ts';
import { SANDBOX_PROFILES } from './index.ts';
import { createServer } from './node.ts';
import { mintToken } from './token.ts';

const BASE = 'https://impact.example';
const clinic = SANDBOX_PROFILES[1]!.organization;
const NOW = new Date('2026-11-22T03:00:00Z');

/** The mocks as a page in a sandbox has them, and an admin of the clinic. */
function sandbox() {
  const mocks = createMocks({ now: () => NOW });
  const fetcher = createFetcher(mocks);
  const { token } = mintToken({ org_id: clinic.id, role: 'admin' }, NOW);
  const report = (query = '', headers: Record<string, string> = {}, signal?: AbortSignal) =>
    fetcher(`${BASE}/v1/impact-report${query}`, { headers: { authorization: `Bearer ${token}`, ...headers }, ...(signal && { signal }) });
  return { mocks, fetcher, report };
}

const bearer = (org_id: string, role: 'admin' | 'agent', now = NOW) => ({ authorization: `Bearer ${mintToken({ org_id, role }, now).token}` });

async function problemOf(response: Response): Promise<[status: number, code: string]> {
  const { error } = Problem.parse(await response.json());
  assert.ok(error.messages.length > 0 && error.messages.every((message) => message.length > 20));
  return [response.status, error.code];
}

describe('mocks', () => {
  test('one chooses an organization, gets a token and reads its report', async () => {
    const { fetcher } = sandbox();
    const organizations = DevelopmentOrganizations.parse(await (await fetcher(`${BASE}/dev/organizations`)).json());
    assert.deepEqual(
      organizations.map(({ name }) => name),
      ['Toko Melati', 'Klinik Bahari', 'Wisata Cendrawasih'],
    );
    const { token } = DevelopmentToken.parse(await (await fetcher(`${BASE}/dev/token?organization=${clinic.id}&role=supervisor`)).json());
    const response = await fetcher(new Request(`${BASE}/v1/impact-report?period=2026-10&channel=whatsapp`, { headers: { authorization: `Bearer ${token}` } }));
    const { data, meta } = ImpactReport.parse(await response.json());
    assert.deepEqual([meta.organization.id, meta.source, meta.period.channel], [clinic.id, 'sample', 'whatsapp']);
    assert.equal(data.hero.status, 'ok');
  });

  test('an unchanged report is not sent again; another question is', async () => {
    const { report } = sandbox();
    const first = await report('?period=2026-10');
    const etag = first.headers.get('etag')!;
    assert.deepEqual([first.headers.get('cache-control'), first.headers.get('vary')], ['private, no-cache', 'Authorization']);
    const again = await report('?period=2026-10', { 'if-none-match': etag });
    assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', etag]);
    assert.equal((await report('?period=2026-09', { 'if-none-match': etag })).status, 200);
  });

  test('who may not read, and what cannot be asked, is told so', async () => {
    const { fetcher, report } = sandbox();
    const as = (headers: Record<string, string>) => fetcher(`${BASE}/v1/impact-report`, { headers });
    assert.deepEqual(await problemOf(await as({})), [401, 'unauthorized']);
    assert.deepEqual(await problemOf(await as({ authorization: 'Bearer nonsense' })), [401, 'unauthorized']);
    assert.deepEqual(await problemOf(await as({ authorization: 'Bearer a.b.c' })), [401, 'unauthorized']);
    assert.deepEqual(await problemOf(await as(bearer(clinic.id, 'admin', new Date('2026-11-22T02:00:00Z')))), [401, 'unauthorized']);
    assert.deepEqual(await problemOf(await as(bearer(clinic.id, 'agent'))), [403, 'forbidden']);
    assert.deepEqual(await problemOf(await as(bearer('11111111-2222-4333-8444-555555555555', 'admin'))), [404, 'not_found']);
    assert.deepEqual(await problemOf(await report('?period=2026-13')), [400, 'impossible_period']);
    assert.deepEqual(await problemOf(await report('?from=2026-10-01')), [400, 'impossible_period']);
    assert.deepEqual(await problemOf(await report(`?channel=${'x'.repeat(121)}`)), [400, 'bad_request']);
    assert.deepEqual(await problemOf(await fetcher(`${BASE}/dev/token?organization=${clinic.id}&role=king`)), [400, 'bad_request']);
    assert.deepEqual(await problemOf(await fetcher(`${BASE}/dev/token?organization=nobody`)), [404, 'not_found']);
  });

  test('the report can be made to fail in every way, and to work again', async () => {
    const { mocks, report } = sandbox();
    const statuses: [Failure, number][] = [
      ['unauthorized', 401],
      ['forbidden', 403],
      ['internal', 500],
      ['unavailable', 503],
    ];
    for (const [failure, status] of statuses) {
      mocks.failure = failure;
      assert.deepEqual(await problemOf(await report()), [status, failure]);
    }
    mocks.failure = 'malformed';
    assert.ok(!ImpactReport.safeParse(await (await report()).json()).success);
    mocks.failure = 'offline';
    await assert.rejects(report(), new TypeError('Failed to fetch'));
    mocks.failure = null;
    assert.equal((await report()).status, 200);
  });

  test('a slow answer can be given up, and one that was given up is never asked', async () => {
    const { mocks, report } = sandbox();
    mocks.delay = 3_000;
    const giveUp = new AbortController();
    const waiting = report('', {}, giveUp.signal);
    giveUp.abort();
    await assert.rejects(waiting, { name: 'AbortError' });
    await assert.rejects(report('', {}, AbortSignal.abort()), { name: 'AbortError' });
  });

  test('an address that the service does not have is a mistake of the caller', async () => {
    await assert.rejects(sandbox().fetcher(`${BASE}/v1/nothing`), /Could not fetch .*no such route/);
  });

  test('the same routes answer the requests of a Node process', async () => {
    const server = createServer(createMocks({ now: () => NOW }));
    server.listen({ onUnhandledFrame: 'error' });
    try {
      const response = await fetch(`${BASE}/v1/impact-report`, { headers: bearer(clinic.id, 'admin') });
      assert.equal(ImpactReport.parse(await response.json()).meta.organization.name, 'Klinik Bahari');
    } finally {
      server.close();
    }
  });
});
