import { assert, aTimeout, fixture, html, waitUntil } from '@open-wc/testing';
import { costIn } from '@qontak/impact-contract';
import { readIn } from '#test/fake-service';
import type { Cost } from '#widgets/cost';
import '#widgets/cost';
import { sampleReport } from '../kit/sample-report.ts';
import { entered, MONTH, shop } from './cost.story.ts';

const SRC = 'https://metrics.example.id';
const BACK = 'Angka sebelumnya sudah kembali.';
const NOT_BACK = 'Angka sebelumnya belum bisa dikembalikan. Coba lagi.';
const THEIRS = 'Yang dipakai sekarang angka yang baru tersimpan.';

const LATER = entered(7, 35_000, 700_000, '2026-11-01');
const { changed: _, ...first } = MONTH;
const { changed: __, ...later } = LATER;

type Answers = NonNullable<Parameters<typeof shop>[0]['answers']>;
const atOnce: Answers = (answer) => answer();
const lost: Answers = () => Promise.reject(new TypeError('Failed to fetch'));

const find = <E extends HTMLElement>(cost: Element, selector: string): E | null => cost.shadowRoot!.querySelector<E>(selector);
const says = (cost: Element, text: string): Promise<void> => waitUntil(() => readIn(cost).includes(text), `never says: ${text}`, { timeout: 5000 });
const goBack = (cost: Cost): void => find(cost, '.note .button')!.click();

/** A report that the page gives, with a change of that moment in it. */
const reportOf = (at: string) => sampleReport({ cost: costIn(460, { ...MONTH, changed: { by: 'admin-3', at } }, sampleReport().meta.period) });

/** Two versions stand there; each answer to a change comes in its own way, by default at once. */
function service(...ways: Answers[]) {
  const answer = shop({ chats: 460, figures: LATER, earlier: [MONTH], answers: (stored) => (ways.shift() ?? atOnce)(stored) });
  const asked: string[] = [];
  const stored: unknown[] = [];
  const fetcher = async (url: URL, init: RequestInit): Promise<Response> => {
    const { method = 'GET' } = init;
    asked.push(`${method} ${url.pathname}`);
    if (method === 'PUT') stored.push(JSON.parse(init.body as string));
    return answer(url, init);
  };
  /** Somebody else, who knows the version that stands there. */
  const other = async (version: number): Promise<void> => {
    const body = JSON.stringify({ ...later, minutes_per_chat: 9 });
    const { ok } = await answer(new URL(`${SRC}/v1/cost-assumption`), { method: 'PUT', headers: { 'if-match': `"${version}"` }, body });
    assert.isTrue(ok);
  };
  return { fetcher, stored, other, read: () => asked.filter((request) => request === 'GET /v1/cost-assumption').length };
}

/** 12 minutes, from a day on that replaces both versions or the last one. */
async function changed({ fetcher }: ReturnType<typeof service>, from: '' | '2026-11-01'): Promise<Cost> {
  const data = reportOf(MONTH.changed!.at);
  const cost = await fixture<Cost>(html`<qontak-impact-cost locale="id" src=${SRC} .fetcher=${fetcher} .data=${data}></qontak-impact-cost>`);
  await waitUntil(() => find(cost, '#change') !== null);
  find(cost, '#change')!.click();
  await waitUntil(() => find(cost, '.form') !== null);
  for (const [name, text] of [
    ['minutes_per_chat', '12'],
    ['effective_from', from],
  ] as const) {
    const input = find<HTMLInputElement>(cost, `#${name}`)!;
    input.value = text;
    input.dispatchEvent(new InputEvent('input'));
  }
  find(cost, '.form [type="submit"]')!.click();
  await waitUntil(() => find(cost, '.note.notice') !== null);
  return cost;
}

/** What an answer waits for. */
function held(): { way: Answers; release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { way: (answer) => promise.then(answer), release: resolve };
}

describe('cost: going back', () => {
  it('goes on after a step that was stored and whose answer was lost', async () => {
    const shopped = service(atOnce, lost);
    const cost = await changed(shopped, '');
    goBack(cost);
    await says(cost, NOT_BACK);
    goBack(cost);
    await says(cost, BACK);
    assert.deepEqual(shopped.stored.slice(1), [first, first, later]);
  });

  it('goes on as well where that step has been read meanwhile', async () => {
    const shopped = service(atOnce, lost);
    const cost = await changed(shopped, '');
    goBack(cost);
    await says(cost, NOT_BACK);
    const read = shopped.read();
    cost.data = reportOf('2026-11-22T04:00:03Z');
    await waitUntil(() => shopped.read() > read);
    goBack(cost);
    await says(cost, BACK);
    assert.deepEqual(shopped.stored.slice(1), [first, later]);
  });

  it('stops at the change of somebody else, which stays, and asks nobody to choose a step', async () => {
    const shopped = service(atOnce, async (answer) => {
      const own = answer();
      await shopped.other(4);
      return own;
    });
    const cost = await changed(shopped, '');
    goBack(cost);
    await says(cost, THEIRS);
    assert.isNull(find(cost, '.conflict'));
    assert.isNull(find(cost, '.note .button'));
    find(cost, '#change')!.click();
    await waitUntil(() => find<HTMLInputElement>(cost, '#minutes_per_chat')?.value === '9');
  });

  it('stops where the answer to a step tells of a change right after it', async () => {
    const shopped = service(atOnce, async (answer) => {
      await shopped.other(4);
      return answer();
    });
    const cost = await changed(shopped, '');
    goBack(cost);
    await says(cost, THEIRS);
    assert.deepEqual(shopped.stored.slice(1), [first]);
  });

  it('offers no way back where the answer tells of a change right after the own one', async () => {
    const shopped = service(async (answer) => {
      await shopped.other(3);
      return answer();
    });
    const cost = await changed(shopped, '');
    await says(cost, THEIRS);
    assert.isNull(find(cost, '.note .button'));
  });

  it('takes no step where the last change in the history is another', async () => {
    const shopped = service();
    const cost = await changed(shopped, '');
    await shopped.other(3);
    goBack(cost);
    await says(cost, THEIRS);
    assert.equal(shopped.stored.length, 1);
    find(cost, '#change')!.click();
    await waitUntil(() => find<HTMLInputElement>(cost, '#minutes_per_chat')?.value === '9');
  });

  it('takes no step where another change has been read since', async () => {
    const shopped = service();
    const cost = await changed(shopped, '2026-11-01');
    await shopped.other(3);
    const read = shopped.read();
    cost.data = reportOf('2026-11-22T04:00:03Z');
    await waitUntil(() => shopped.read() > read);
    await cost.updateComplete;
    goBack(cost);
    await says(cost, THEIRS);
    assert.equal(shopped.stored.length, 1);
  });

  it('lets nobody begin a change before it has ended', async () => {
    const { way, release } = held();
    const shopped = service(atOnce, way);
    const cost = await changed(shopped, '');
    goBack(cost);
    await waitUntil(() => shopped.stored.length === 2);
    const change = find<HTMLButtonElement>(cost, '#change')!;
    assert.isTrue(change.disabled);
    change.dispatchEvent(new MouseEvent('click'));
    release();
    await says(cost, BACK);
    assert.deepEqual(shopped.stored.slice(1), [first, later]);
    assert.isFalse(change.disabled);
  });

  it('reads a later change that the report tells of once it has ended', async () => {
    const { way, release } = held();
    const shopped = service(atOnce, way);
    const cost = await changed(shopped, '');
    goBack(cost);
    await waitUntil(() => shopped.stored.length === 2);
    const read = shopped.read();
    cost.data = reportOf('2026-11-22T05:00:00Z');
    await cost.updateComplete;
    assert.equal(shopped.read(), read);
    release();
    await says(cost, BACK);
    await waitUntil(() => shopped.read() === read + 1);
  });

  it('is not led astray by what was asked before and is answered late', async () => {
    const shopped = service(atOnce, atOnce, lost);
    const late = held();
    const fetcher: typeof shopped.fetcher = async (url, init) => {
      const answer = await shopped.fetcher(url, init);
      if (init.method === 'PUT' || url.pathname.endsWith('history') || shopped.read() !== 2) return answer;
      return late.way(() => answer);
    };
    const cost = await changed({ ...shopped, fetcher }, '');
    cost.data = reportOf('2026-11-22T05:00:00Z');
    await waitUntil(() => shopped.read() === 2);
    goBack(cost);
    await says(cost, NOT_BACK);
    late.release();
    await aTimeout(0);
    goBack(cost);
    await says(cost, BACK);
    assert.deepEqual(shopped.stored.slice(1), [first, later, later]);
  });
});
