import { assert, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { a11ySnapshot, findAccessibilityNode, sendKeys } from '@web/test-runner-commands';
import { readIn } from '#test/fake-service';
import type { Chats } from '#widgets/chats';
import type { Provider } from '#widgets/provider';
import '#report';
import '#widgets/chats';
import '#widgets/how-we-count';
import '#widgets/provider';
import { ImpactOpenChatsEvent } from '../kit/events.ts';
import { chatOf, manyChats, service } from './chats.story.ts';

const SRC = 'https://metrics.example.id';
const isFirefox = navigator.userAgent.includes('Firefox/');
type Service = ReturnType<typeof service>;

/** What a screen reader is told; the command's own types know nothing of it. */
interface Accessible {
  role: string;
  name: string;
  children: Accessible[];
}

const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });

/** The service, and what it was asked. */
function watched(answer: Service): { fetcher: Service; seen: { url: URL; init: RequestInit }[] } {
  const seen: { url: URL; init: RequestInit }[] = [];
  return { seen, fetcher: (url, init) => (seen.push({ url, init }), answer(url, init)) };
}

/** A number of a card, and the list beside it. */
async function page(answer: Service): Promise<{ provider: Provider; number: HTMLButtonElement; chats: Chats; dialog: () => HTMLDialogElement }> {
  const provider = await fixture<Provider>(
    html`<qontak-impact-provider locale="id" src=${SRC} .tokenProvider=${() => 't'} .fetcher=${answer}>
      <qontak-impact-how-we-count></qontak-impact-how-we-count>
      <qontak-impact-chats></qontak-impact-chats>
    </qontak-impact-provider>`,
  );
  const card = provider.querySelector('qontak-impact-how-we-count')!;
  await says(card, 'Berhenti tanpa kepastian');
  const number = card.shadowRoot!.querySelector<HTMLButtonElement>('button.chats-number')!;
  const chats = provider.querySelector('qontak-impact-chats')!;
  return { provider, number, chats, dialog: () => chats.shadowRoot!.querySelector('dialog')! };
}
const focused = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};
const button = (chats: Chats, name: string): HTMLButtonElement =>
  [...chats.shadowRoot!.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent).trim().startsWith(name))!;
const inline = (answer: Service, figure = 'came_back'): Promise<Chats> =>
  fixture<Chats>(html`<qontak-impact-chats inline figure=${figure} locale="en" src=${SRC} .fetcher=${answer}></qontak-impact-chats>`);

describe('chats', () => {
  it('shows the chats of one week when a number of that week is opened', async () => {
    const { fetcher, seen } = watched(service({ chats: manyChats(3, () => ({ outcome: 'came_back' })) }));
    const { number, chats, dialog } = await page(fetcher);
    number.dispatchEvent(new ImpactOpenChatsEvent('came_back', { days: { from: '2026-10-05', to: '2026-10-11' } }));
    await says(chats, 'Pelanggan kembali, 5–11 Okt 2026: 3 chat');
    const { searchParams } = seen.at(-1)!.url;
    assert.deepEqual([searchParams.get('from'), searchParams.get('to')], ['2026-10-05', '2026-10-11']);
    chats.close();
    await waitUntil(() => dialog() === null);
    number.click();
    await says(chats, 'Berhenti tanpa kepastian');
    assert.equal(seen.at(-1)!.url.searchParams.get('from'), '2026-10-01', 'the next number is of the report again');
  });

  it('shows the chats of one bar of a picture, and of no place that its figure does not have', async () => {
    const { fetcher, seen } = watched(service({ chats: manyChats(3), meta: { place: 19 } }));
    const { number, chats } = await page(fetcher);
    number.dispatchEvent(new ImpactOpenChatsEvent('after_hours', { place: 19 }));
    await says(chats, 'Di luar jam kerja, pukul 19.00–20.00 WIB: 3 chat');
    assert.equal(seen.at(-1)!.url.search, '?figure=after_hours&place=19&from=2026-10-01&to=2026-10-31');
    chats.open('after_hours', undefined, 24);
    await waitUntil(() => seen.at(-1)!.url.search === '?figure=after_hours&from=2026-10-01&to=2026-10-31');
  });

  it('opens from a number as a modal dialog with the total in its name, and gives the keyboard back', async () => {
    const { fetcher, seen } = watched(service({ chats: manyChats(3, () => ({ outcome: 'ended_unclear', returned_in: null })) }));
    const { number, chats, dialog } = await page(fetcher);
    number.focus();
    await sendKeys({ press: 'Enter' });
    await says(chats, 'Berhenti tanpa kepastian: 3 chat');
    assert.isTrue(dialog().matches(':modal'));
    assert.equal(focused()!.ariaLabel, 'Tutup');
    const name = 'Berhenti tanpa kepastian: 3 chat';
    assert.equal(
      dialog()
        .ariaLabelledByElements!.map(({ textContent }) => textContent.trim())
        .join(' '),
      name,
    );
    // Firefox shows its tree of accessibility to nobody.
    if (!isFirefox)
      assert.exists(findAccessibilityNode((await a11ySnapshot({})) as unknown as Accessible, (node) => node.role === 'dialog' && node.name === name));
    const { url, init } = seen.at(-1)!;
    assert.equal(url.search, '?figure=ended_unclear&from=2026-10-01&to=2026-10-31');
    assert.equal(new Headers(init.headers).get('authorization'), 'Bearer t');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => dialog() === null);
    assert.equal(focused(), number);
  });

  it('leaves the chats to a host that shows them itself', async () => {
    const { provider, number, chats } = await page(service({ chats: [] }));
    provider.addEventListener('impact-open-chats', (event) => event.preventDefault());
    number.click();
    await chats.updateComplete;
    assert.isUndefined(chats.figure);
  });

  it('is part of the report', async () => {
    const report = await fixture(html`<qontak-impact-report locale="en" src=${SRC} .fetcher=${service({ chats: manyChats(3) })}></qontak-impact-report>`);
    await says(report, 'Ended without a clear answer');
    const chats = report.shadowRoot!.querySelector('qontak-impact-chats')!;
    report.shadowRoot!.querySelector('qontak-impact-how-we-count')!.shadowRoot!.querySelector<HTMLButtonElement>('button.chats-number')!.click();
    await says(chats, 'Ended without a clear answer: 3 chats');
  });

  it('shows more on request and goes on from there', async () => {
    const chats = await inline(service({ chats: manyChats(25) }));
    await says(chats, '20 of 25 chats shown');
    button(chats, 'Show more').click();
    await says(chats, '25 of 25 chats shown');
    assert.isFalse(readIn(chats).includes('Show more'));
    assert.equal(focused()?.closest('.row'), chats.shadowRoot!.querySelectorAll('.row')[20]);
  });

  it('keeps what it shows when the next chats fail to come, and tries again', async () => {
    const books = { chats: manyChats(25), refuse: undefined as (() => Response) | undefined };
    const chats = await inline((url, init) => service(books as never)(url, init));
    await says(chats, '20 of 25');
    books.refuse = () => new Response(null, { status: 429 });
    button(chats, 'Show more').click();
    await says(chats, 'The next chats could not be loaded.');
    books.refuse = undefined;
    button(chats, 'Show more').click();
    await says(chats, '25 of 25');
  });

  it('asks the host to go to a chat, and gives way when it does', async () => {
    const { number, chats, dialog } = await page(service({ chats: [chatOf(7)] }));
    number.click();
    await says(chats, 'Buka di inbox');
    assert.isNull(chats.shadowRoot!.querySelector('a'));
    setTimeout(() => button(chats, 'Buka di inbox').click());
    const { detail } = await oneEvent(chats, 'impact-navigate');
    assert.deepInclude(detail, { to: 'chat', id: 'room-7' });
    assert.isTrue(dialog().open);
    chats.addEventListener('impact-navigate', (event) => event.preventDefault());
    button(chats, 'Chat lanjutan').click();
    await waitUntil(() => dialog() === null);
  });

  it('takes a ruling of an admin, counts anew, and takes it back', async () => {
    const { fetcher, seen } = watched(service({ chats: manyChats(3) }));
    const chats = await inline(fetcher);
    await says(chats, 'Customer came back: 3 chats');
    button(chats, 'Mark as a different matter').click();
    await says(chats, 'Customer came back: 2 chats');
    await says(chats, '1 corrected: the customer came back about a different matter');
    const { url, init } = seen.find((one) => one.init.method === 'PUT')!;
    assert.equal(url.pathname, '/v1/chats/chat-0/return-ruling');
    assert.equal(init.body, '{"different_matter":true}');
    await waitUntil(() => focused()?.textContent.trim() === 'Undo');
    button(chats, 'Undo').click();
    await says(chats, 'Customer came back: 3 chats');
    await waitUntil(() => !readIn(chats).includes('corrected:'));
  });

  it('keeps the keyboard at the chat that is ruled on, and tells a screen reader what came of it', async () => {
    const chats = await inline(service({ chats: manyChats(5) }));
    await says(chats, 'Customer came back: 5 chats');
    const rows = (): HTMLElement[] => [...chats.shadowRoot!.querySelectorAll<HTMLElement>('.row')];
    const [, second, third, fourth] = rows();
    const rule = (row: HTMLElement): HTMLElement => [...row.querySelectorAll('button')].at(-1)!;
    rule(third!).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.textContent.trim() === 'Undo', 'it can be taken back where it was done', { timeout: 5000 });
    assert.deepEqual([rows()[1], rows()[2]], [second, fourth]);
    const place = focused()!.closest('li')!;
    assert.deepEqual([place.previousElementSibling, place.nextElementSibling], [second, fourth]);
    assert.include(chats.shadowRoot!.querySelector('.body [role="status"]')!.textContent, 'Marked as a different matter.');
    await sendKeys({ press: 'Tab' });
    assert.equal(focused()!.closest('.row'), fourth, 'the list goes on from there');
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rows().length === 5 && focused()?.closest('.row') === rows()[2], 'the chat that came back has the keyboard', { timeout: 5000 });
    assert.equal(focused(), rule(rows()[2]!));
  });

  it('does not call back a reader who has gone on to something else on the page', async () => {
    const ruled = Promise.withResolvers<void>();
    const answer = service({ chats: manyChats(5) });
    const chats = await inline(async (url, init) => {
      if (init.method === 'PUT') await ruled.promise;
      return answer(url, init);
    });
    await says(chats, 'Customer came back: 5 chats');
    const elsewhere = await fixture<HTMLButtonElement>(html`<button>Elsewhere</button>`);
    const rule = [...chats.shadowRoot!.querySelectorAll<HTMLElement>('.row button')].at(-1)!;
    rule.focus();
    rule.click();
    elsewhere.focus();
    ruled.resolve();
    await says(chats, 'Marked as a different matter.');
    await waitUntil(() => chats.shadowRoot!.querySelectorAll('.row').length === 4, 'the chat stays');
    await chats.updateComplete;
    await new Promise((done) => requestAnimationFrame(done));
    assert.equal(focused(), elsewhere);
  });

  it('says what came of a ruling where one looks, far down a long list, and stays there', async () => {
    const { number, chats, dialog } = await page(service({ chats: manyChats(20) }));
    number.dispatchEvent(new ImpactOpenChatsEvent('came_back'));
    await says(chats, '20 dari 20 chat ditampilkan');
    const body = dialog().querySelector('.body')!;
    const last = [...dialog().querySelectorAll('.row')].at(-1)!;
    last.scrollIntoView();
    const before = body.scrollTop;
    assert.isAbove(before, 200);
    const rule = [...last.querySelectorAll('button')].at(-1)!;
    rule.focus();
    rule.click();
    await waitUntil(() => focused()?.textContent.trim() === 'Batalkan', 'nothing can be taken back', { timeout: 5000 });
    const [note, frame] = [dialog().querySelector('.note')!, body].map((element) => element.getBoundingClientRect());
    assert.isAtLeast(note!.top, frame!.top - 1);
    assert.isAtMost(note!.bottom, frame!.bottom);
    assert.isAbove(body.scrollTop, before - 200, 'the list has jumped');
  });

  it('lists what was corrected, to be taken back later', async () => {
    const chats = await inline(service({ chats: manyChats(3) }));
    await says(chats, '3 chats');
    button(chats, 'Mark as a different matter').click();
    await says(chats, 'See the corrected ones');
    button(chats, 'See the corrected ones').click();
    await says(chats, 'Corrected: a different matter: 1 chat');
    assert.exists(button(chats, 'Not a different matter'));
  });

  it('takes the buttons from who may not rule', async () => {
    const chats = await inline(service({ chats: manyChats(2), refuseRuling: () => new Response(null, { status: 403 }) }));
    await says(chats, '2 chats');
    button(chats, 'Mark as a different matter').click();
    await says(chats, 'only admins can mark chats');
    assert.isUndefined(button(chats, 'Mark as a different matter'));
  });

  it('says that the list is older when it cannot be renewed after a ruling', async () => {
    const books = { chats: manyChats(2), refuse: undefined as (() => Response) | undefined };
    const answer = service(books as never);
    const chats = await inline((url, init) => {
      if (init.method === 'PUT') books.refuse = () => new Response(null, { status: 503 });
      return answer(url, init);
    });
    await says(chats, '2 chats');
    button(chats, 'Mark as a different matter').click();
    await says(chats, 'Could not be updated. This list was fetched');
    assert.equal(chats.shadowRoot!.querySelectorAll('.row').length, 2);
  });

  it('says what failed and tries again', async () => {
    const books = { chats: manyChats(2), refuse: (() => new Response(null, { status: 503 })) as (() => Response) | undefined };
    const chats = await inline((url, init) => service(books as never)(url, init));
    await says(chats, 'The chats cannot be loaded right now');
    books.refuse = undefined;
    button(chats, 'Try again').click();
    await says(chats, 'Customer came back: 2 chats');
  });

  it('refuses the chats of another figure', async () => {
    const chats = await inline(service({ chats: manyChats(2), meta: { figure: 'closed' } }));
    await says(chats, 'This page needs an update');
  });

  it('gives up what is on its way when it is closed', async () => {
    let signal: AbortSignal | null | undefined;
    const answer = service({ chats: [] });
    const { number, chats } = await page((url, init) => {
      if (!url.pathname.endsWith('/chats')) return answer(url, init);
      signal = init.signal;
      return new Promise(() => {});
    });
    number.click();
    await waitUntil(() => signal !== undefined);
    chats.close();
    await waitUntil(() => signal!.aborted);
    // Not every browser gives a button that is clicked the keyboard, so there is none to go back to but ours.
    assert.equal(focused(), number);
  });

  it("shows a customer's words as words", async () => {
    const chats = await inline(service({ chats: [chatOf(1, { topic: '<img src=x onerror=alert(1)>', channel: 'javascript:alert(1)' })] }));
    await says(chats, '<img src=x onerror=alert(1)>');
    assert.isNull(chats.shadowRoot!.querySelector('img, a'));
  });

  // The last one: in Firefox the Tab key leads from here to the browser's own toolbar.
  it('keeps the keyboard inside', async () => {
    const { number, chats } = await page(service({ chats: manyChats(1) }));
    number.click();
    await says(chats, 'Buka di inbox');
    for (let presses = 0; presses < 8; presses += 1) {
      await sendKeys({ press: 'Tab' });
      assert.isTrue(focused() === document.body || chats.shadowRoot!.contains(focused()), focused()!.outerHTML);
    }
  });
});
