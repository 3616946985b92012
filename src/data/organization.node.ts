import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueryClient, QueryObserver } from '@tanstack/query-core';
import { connect, forget } from './connection.ts';
import { noteOrganization } from './organization.ts';

test('when a connection turns to another organization nothing of the one before is kept, and what is shown is asked for once more', async (t) => {
  t.mock.method(console, 'error', () => undefined);
  const client = new QueryClient();
  const connection = { base: new URL('https://metrics.example.id/'), org: undefined, tokens: null, fetcher: undefined, client };
  const asked: string[] = [];
  const month = (name: string) => ({ queryKey: [name], queryFn: async () => (asked.push(name), `figures of ${name}`), staleTime: Infinity });
  const reader = new QueryObserver(client, month('October'));
  const stop = reader.subscribe(() => undefined);
  await reader.getCurrentQuery().promise;
  reader.setOptions(month('November'));
  await reader.getCurrentQuery().promise;

  noteOrganization(connection, 'a', []);
  noteOrganization(connection, 'a', []);
  assert.deepEqual(asked, ['October', 'November']);
  noteOrganization(connection, 'b', []);
  assert.deepEqual(
    client
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [...queryKey, state.data]),
    [['November', undefined]],
  );
  await reader.getCurrentQuery().promise;
  assert.deepEqual(asked, ['October', 'November', 'November']);
  stop();
  client.clear();
});

test('once a connection was emptied, nobody has seen the organization before: what is asked for then is kept', async () => {
  const connection = connect({ src: 'https://metrics.example.id', org: undefined, tokenProvider: () => 't', fetcher: undefined });
  const { client } = connection;
  noteOrganization(connection, 'a', []);
  forget(connection);
  client.setQueryData(['November'], 'figures of b');
  noteOrganization(connection, 'b', []);
  assert.equal(client.getQueryData(['November']), 'figures of b');
  client.clear();
});
