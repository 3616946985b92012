import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { connect, type Connection } from './connection.ts';
import { beginLooking, endLooking } from './keep.ts';

const KEY = ['impact-report', {}];
/** Somebody's way to the service, with figures and a token. */
async function used(): Promise<{ connection: Connection; asked: string[]; held: () => unknown }> {
  const asked: string[] = [];
  const tokenProvider = ({ reason }: { reason: string }): string => `${asked.push(reason)}`;
  const connection = connect({ src: 'https://metrics.example.id', org: 'a', tokenProvider, fetcher: undefined });
  beginLooking(connection);
  await connection.tokens!.get(new AbortController().signal);
  connection.client.setQueryData(KEY, 'figures');
  return { connection, asked, held: () => connection.client.getQueryData(KEY) };
}
const tokenOf = ({ tokens }: Connection): Promise<string> => tokens!.get(new AbortController().signal);

describe('what is kept of an identity that nobody looks at', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  test('is there for who comes back within moments, and gone after half a minute, the token too', async () => {
    const { connection, asked, held } = await used();
    endLooking(connection);
    mock.timers.tick(29_999);
    assert.equal(held(), 'figures');
    mock.timers.tick(1);
    assert.equal(held(), undefined);
    await tokenOf(connection);
    assert.deepEqual(asked, ['initial', 'initial']);
  });

  test('stays while one of several looks, and when somebody came back in time', async () => {
    const { connection, held } = await used();
    beginLooking(connection);
    endLooking(connection);
    mock.timers.tick(60_000);
    assert.equal(held(), 'figures', 'one still looks');
    endLooking(connection);
    mock.timers.tick(20_000);
    beginLooking(connection);
    mock.timers.tick(60_000);
    assert.equal(held(), 'figures', 'one came back');
    endLooking(connection);
    mock.timers.tick(30_000);
    assert.equal(held(), undefined);
  });

  test('goes at once when the browser keeps the page: its clock stands still then', async () => {
    const page = new EventTarget();
    const { addEventListener, removeEventListener } = globalThis;
    Object.assign(globalThis, { addEventListener: page.addEventListener.bind(page), removeEventListener: page.removeEventListener.bind(page) });
    try {
      const { connection, held } = await used();
      const other = await used();
      endLooking(connection);
      page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false }));
      assert.equal(held(), 'figures', 'a page that goes for good takes all with it');
      page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }));
      assert.equal(held(), undefined);
      assert.equal(other.held(), 'figures', 'what is looked at is its elements’ own to give up');
      endLooking(other.connection);
      mock.timers.tick(30_000);
    } finally {
      Object.assign(globalThis, { addEventListener, removeEventListener });
    }
  });
});
