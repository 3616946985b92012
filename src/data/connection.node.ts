import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { connect, type Identity } from './connection.ts';
import { ReportError } from './errors.ts';
import { reportUrl } from './report-query.ts';

const tokenProvider = (): string => 't';
const identity: Identity = { src: 'https://metrics.example.id/api', org: 'a', tokenProvider, fetcher: undefined };
const fails = (code: string) => (error: unknown) => error instanceof ReportError && error.code === code;

describe('connection', () => {
  test('is shared by the same source, organization, provider and fetcher', () => {
    assert.equal(connect(identity), connect({ ...identity }));
    assert.equal(connect(identity), connect({ ...identity, src: 'https://metrics.example.id/api/' }));
  });

  test('is another one as soon as one of them differs', () => {
    const one = connect(identity);
    const others = [{ org: 'b' }, { org: undefined }, { src: 'https://other.example.id' }, { tokenProvider: () => 't' }, { fetcher: fetch }];
    const connections = others.map((other) => connect({ ...identity, ...other }));
    assert.equal(new Set([one, ...connections].map(({ client }) => client)).size, 6);
  });

  test('goes over https only, except to this machine', () => {
    for (const src of ['https://a.id', 'http://localhost:8787', 'http://127.0.0.1:1/x', 'http://demo.localhost', 'http://[::1]:1'])
      assert.ok(connect({ ...identity, src }));
    for (const src of [
      'http://a.id',
      'http://evillocalhost',
      'http://localhost.evil.id',
      'http://127.0.0.1.evil.id',
      'javascript:1',
      'data:,',
      '',
      undefined,
    ]) {
      assert.throws(() => connect({ ...identity, src }), fails('bad_source'));
    }
  });

  test('is refused, and never to another path, where an address says more than a path', () => {
    for (const src of ['https://a.id/api?y=1', 'https://a.id/api?', 'https://a.id/api/#reports', 'https://user:secret@a.id/api', 'https://user@a.id']) {
      assert.throws(
        () => connect({ ...identity, src }),
        (error) => error instanceof ReportError && error.misuse === 'IMPACT-002' && !/secret|y=1/.test(error.message),
        src,
      );
    }
    assert.equal(connect({ ...identity, src: 'https://a.id/api' }).base.href, 'https://a.id/api/');
  });

  test('needs a token provider, or a fetcher that authorizes by itself', () => {
    assert.throws(() => connect({ ...identity, tokenProvider: undefined }), fails('no_token_provider'));
    assert.ok(connect({ ...identity, tokenProvider: undefined, fetcher: fetch }));
  });
});

describe('address of a report', () => {
  const { base } = connect(identity);
  test('keeps the path of the source and holds the period and channel, never the organization', () => {
    assert.equal(reportUrl(base, {}).href, 'https://metrics.example.id/api/v1/impact-report');
    assert.equal(reportUrl(base, { period: '2026-10', channel: 'a&b=c' }).search, '?period=2026-10&channel=a%26b%3Dc');
    assert.equal(reportUrl(base, { period: '', from: '2026-10-01', to: '2026-10-31' }).search, '?from=2026-10-01&to=2026-10-31');
  });
});
