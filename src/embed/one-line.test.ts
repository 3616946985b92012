// A setting that was written as something else is missing, too: one mistake, one line. In a file of its own, as the console says each thing
// once for a page.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { mount, type MountOptions } from '#embed';

const SRC = 'https://metrics.example.id';
const tokenProvider = (): string => 't';
const place = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<main></main>`);

let lines: string[] = [];
const { error } = console;
beforeEach(() => {
  lines = [];
  console.error = (text: string) => void lines.push(text.replace(/^(IMPACT-\d+) .*?(\(.+?\)).*$/, '$1 $2'));
});
afterEach(() => Object.assign(console, { error }));

/** What is missing is said once it stays missing. So is this mistake, made later: when it is said, the time of the others is over. */
async function settled(host: string): Promise<string[]> {
  mount(await place(), { element: 'hero', src: `http://${host}`, tokenProvider });
  const last = `IMPACT-003 (http://${host})`;
  await waitUntil(() => lines.includes(last), 'the last mistake is said', { timeout: 5000 });
  return lines.filter((line) => line !== last);
}

describe('one line alone', () => {
  it('for a function that a framework wrote into an attribute', async () => {
    const source = String(tokenProvider);
    await fixture(html`<qontak-impact-report src=${SRC} token-provider=${source}></qontak-impact-report>`);
    assert.deepEqual(await settled('one.example.id'), ['IMPACT-006 (token-provider of <qontak-impact-report>)']);
  });

  it('for a fetcher that a framework wrote into an attribute', async () => {
    const source = String(fetch);
    await fixture(html`<qontak-impact-hero src=${SRC} fetcher=${source}></qontak-impact-hero>`);
    assert.deepEqual(await settled('fetcher.example.id'), ['IMPACT-006 (fetcher of <qontak-impact-hero>)']);
  });

  it('for a function by another name', async () => {
    mount(await place(), { element: 'hero', src: SRC, 'token-provider': tokenProvider } as MountOptions);
    assert.deepEqual(await settled('two.example.id'), ['IMPACT-007 (token-provider)']);
  });

  it('for an address by another name', async () => {
    mount(await place(), { element: 'hero', SRC, tokenProvider } as MountOptions);
    assert.deepEqual(await settled('three.example.id'), ['IMPACT-007 (SRC)']);
  });

  it('but two for two mistakes', async () => {
    mount(await place(), { element: 'hero', perod: '2026-10', tokenProvider } as MountOptions);
    assert.deepEqual(await settled('four.example.id'), [
      'IMPACT-007 (perod)',
      'IMPACT-001 The element does not know where the metrics service is: src is missing. Set src on it, on a provider around it, or for the page with configure().',
    ]);
  });
});
