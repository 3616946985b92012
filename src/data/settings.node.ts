import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { QueryObserver } from '@tanstack/query-core';
import type { CostAssumption, CostAssumptionInput } from '@qontak/impact-contract';
import { type Connection, connect } from './connection.ts';
import { COST_ASSUMPTION } from './cost-setting.ts';
import { ReportError } from './errors.ts';
import { REPORT_KEY } from './query-options.ts';
import type { Fetcher } from './request-json.ts';
import { readSetting, saveSetting } from './settings.ts';
import { WORKING_HOURS } from './working-hours-setting.ts';

const ENTERED: CostAssumption = {
  minutes_per_chat: 6,
  hourly_cost: 35_000,
  ai_fee_per_month: null,
  effective_from: null,
  changed: { by: 'user-7', at: '2026-10-02T03:00:00Z' },
};
const INPUT: CostAssumptionInput = { minutes_per_chat: 8, hourly_cost: 35_000, ai_fee_per_month: null, effective_from: null };
const { signal } = new AbortController();
const reader = { organization: 'a', signal };

const ORGANIZATION = { id: 'a' };
const ok = (data: unknown, { etag, meta = {}, status = 200 }: { etag?: string; meta?: object; status?: number } = {}): Response =>
  Response.json({ status: 'success', data, meta: { organization: ORGANIZATION, ...meta } }, { status, headers: etag === undefined ? {} : { etag } });
const refused = (status: number, messages: string[] = [], more: object = {}): Response =>
  Response.json({ status: 'error', error: { code: 'x', messages }, ...more }, { status });

/** A service that gives these answers one after the other, and what it was asked. */
function service(...answers: Response[]): { connection: Connection; seen: { url: URL; init: RequestInit }[] } {
  const seen: { url: URL; init: RequestInit }[] = [];
  const fetcher: Fetcher = async (url, init) => (seen.push({ url, init }), answers.shift()!);
  return { connection: connect({ src: 'https://metrics.example.id/api', org: undefined, tokenProvider: () => 't', fetcher }), seen };
}

const save = (connection: Connection, etag: string | null = '"1"') => saveSetting(connection, COST_ASSUMPTION, { input: INPUT, etag, ...reader });
const fails = (code: string) => (error: unknown) => error instanceof ReportError && error.code === code;

describe('a setting', () => {
  test('is read with its version and whether the reader may change it', async () => {
    const { connection, seen } = service(ok(ENTERED, { etag: 'W/"1"' }), ok(ENTERED, { meta: { etag: '"2"', can_edit: false } }), ok(ENTERED));
    const read = () => readSetting(connection, COST_ASSUMPTION, reader);
    assert.deepEqual(await read(), { value: ENTERED, etag: '"1"', can_edit: true });
    assert.deepEqual(await read(), { value: ENTERED, etag: '"2"', can_edit: false });
    assert.equal((await read()).etag, null);
    assert.equal(seen[0]!.url.href, 'https://metrics.example.id/api/v1/cost-assumption');
  });

  test('of another kind goes the same way', async () => {
    const hours = { time_zone: 'Asia/Jakarta', schedules: [] };
    const { connection, seen } = service(ok(hours, { etag: '"1"' }));
    assert.deepEqual((await readSetting(connection, WORKING_HOURS, reader)).value, hours);
    assert.match(seen[0]!.url.href, /\/v1\/working-hours$/);
  });

  test('that does not fit the contract is none', async () => {
    await assert.rejects(readSetting(service(ok({ minutes_per_chat: -1 })).connection, COST_ASSUMPTION, reader), fails('schema'));
    await assert.rejects(readSetting(service(Response.json({ data: ENTERED, meta: { can_edit: true } })).connection, COST_ASSUMPTION, reader), fails('schema'));
    await assert.rejects(readSetting(service(refused(403)).connection, COST_ASSUMPTION, reader), fails('forbidden'));
  });
});

describe('a change', () => {
  test('names the version that it replaces and brings the new one', async () => {
    const { connection, seen } = service(ok({ ...ENTERED, ...INPUT }, { etag: '"2"' }));
    assert.deepEqual(await save(connection), { status: 'saved', setting: { value: { ...ENTERED, ...INPUT }, etag: '"2"', can_edit: true } });
    const { init, url } = seen[0]!;
    assert.equal(url.search, '?organization=a', 'and whose it is, or it could be stored with another organization whose version is the same');
    const headers = new Headers(init.headers);
    assert.deepEqual([init.method, headers.get('if-match'), headers.get('content-type')], ['PUT', '"1"', 'application/json']);
    assert.equal(headers.get('authorization'), 'Bearer t');
    assert.deepEqual(JSON.parse(init.body as string), INPUT);
  });

  test('renews every report of the connection, once it is stored and not before', async () => {
    const { connection } = service(refused(503), ok(ENTERED, { etag: '"2"' }), refused(403));
    let asked = 0;
    const options = { queryKey: [...REPORT_KEY, { period: '2026-10' }], queryFn: async () => (asked += 1), staleTime: Infinity };
    const widgets = [1, 2].map(() => new QueryObserver(connection.client, options).subscribe(() => {}));
    await connection.client.ensureQueryData(options);
    await assert.rejects(save(connection), fails('server'));
    assert.equal(asked, 1);
    await save(connection);
    assert.equal(asked, 2);
    await assert.rejects(save(connection), fails('forbidden'));
    assert.equal(asked, 3, 'and once they may not store it: what they see may be of somebody else, too');
    widgets.forEach((stop) => stop());
    connection.client.clear();
  });

  test('that meets a newer version brings that one, from the refusal or by asking', async () => {
    const theirs = { ...ENTERED, minutes_per_chat: 9 };
    const newer = { value: theirs, etag: '"3"', can_edit: true };
    for (const status of [412, 409]) {
      const told = service(refused(status, [], { data: theirs, meta: { organization: ORGANIZATION, etag: '"3"' } }));
      assert.deepEqual(await save(told.connection), { status: 'conflict', newer });
      assert.equal(told.seen.length, 1);

      const asked = service(refused(status), ok(theirs, { etag: '"3"' }));
      assert.deepEqual(await save(asked.connection), { status: 'conflict', newer });
      assert.equal(asked.seen[1]!.init.method, undefined);
    }
    await assert.rejects(save(service(refused(412), refused(503)).connection), fails('server'));
  });

  test('that is not possible names the fields', async () => {
    const { connection } = service(refused(422, ['minutes_per_chat: Too big: expected number to be <=240', 'Not today']));
    assert.deepEqual(await save(connection), {
      status: 'invalid',
      problems: [
        { path: 'minutes_per_chat', message: 'Too big: expected number to be <=240' },
        { path: null, message: 'Not today' },
      ],
    });
    assert.deepEqual(await save(service(refused(422)).connection), { status: 'invalid', problems: [] });
  });

  test('by who may not, or without a version, is refused', async () => {
    await assert.rejects(save(service(refused(403)).connection), fails('forbidden'));
    const { connection, seen } = service(refused(428));
    await assert.rejects(save(connection, null), fails('bad_request'));
    assert.equal(new Headers(seen[0]!.init.headers).get('if-match'), null);
  });
});
