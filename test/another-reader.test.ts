// What one reader opened, typed or was told is not there for the next: after another identity, and after another organization's token of the same one.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import type { Fetcher } from '#data';
import { readIn } from '#test/fake-service';
import '#widgets/after-hours';
import '#widgets/chats';
import '#widgets/cost';
import { chatOf, service } from '../widgets/chats/chats.story.ts';
import { hoursService, NIGHTS, OFFICE } from '../widgets/after-hours/after-hours.story.ts';
import { entered, MONTH, shop } from '../widgets/cost/cost.story.ts';
import { sampleReport } from '../widgets/kit/sample-report.ts';

const SRC = 'https://metrics.example.id';
const SECOND = '0f0c6d1a-6b6c-4f0e-8f7c-3d1f0a9b8c7d';

/** The same answers, as an organization's: all of them say whose they are. */
const of =
  (id: string, fetcher: Fetcher): Fetcher =>
  async (url, init) => {
    const answer = await fetcher(url, init);
    const { meta, ...body } = (await answer.json()) as Pick<ReturnType<typeof sampleReport>, 'meta'>;
    return Response.json({ ...body, meta: { ...meta, organization: { ...meta.organization, id } } }, answer);
  };

const hours: Fetcher = async (url, init) =>
  url.pathname.endsWith('/impact-report') ? Response.json(sampleReport({ after_hours: NIGHTS })) : hoursService(OFFICE, true)(url, init);
/** Of others, who have not opened the figures so far: those never come. */
const otherShop = of(SECOND, shop({ chats: 460, figures: entered(9, null, null), history: () => new Promise(() => {}) }));

/** Two readers of one card. */
const CARDS = [
  { name: 'after-hours', tag: 'qontak-impact-after-hours', opens: '.open-editor', first: hours, next: of(SECOND, hours) },
  { name: 'cost', tag: 'qontak-impact-cost', opens: '#change', first: shop({ chats: 460, figures: MONTH }), next: otherShop },
] as const;

type Card = HTMLElementTagNameMap['qontak-impact-after-hours' | 'qontak-impact-chats' | 'qontak-impact-cost'];

async function show(tag: string, fetcher: Fetcher, settings: object = {}): Promise<Card> {
  const card = document.createElement(tag) as Card;
  Object.assign(card, { locale: 'en', src: SRC, fetcher, ...settings });
  await fixture(html`${card}`);
  return card;
}
const inside = (card: Card, selector: string): HTMLElement | null => card.shadowRoot!.querySelector(selector);
const appears = (card: Card, selector: string): Promise<void> =>
  waitUntil(() => inside(card, selector) !== null, `never there: ${selector}`, { timeout: 5000 });

/** By the same function, as a host's whose session has become another one. */
function turning(first: Fetcher, next: Fetcher): { fetcher: Fetcher; turn: () => void } {
  let now = first;
  return { fetcher: (url, init) => now(url, init), turn: () => void (now = next) };
}

describe('another reader', () => {
  const { error } = console;
  before(() => (console.error = () => undefined));
  after(() => Object.assign(console, { error }));

  for (const { name, tag, opens, first, next } of CARDS) {
    it(`finds no form of the one before in ${name}`, async () => {
      const card = await show(tag, (url, init) => first(url, init));
      await appears(card, opens);
      inside(card, opens)!.click();
      await appears(card, 'form');
      Object.assign(card, { fetcher: ((url, init) => next(url, init)) satisfies Fetcher });
      await card.updateComplete;
      await appears(card, opens);
      assert.isNull(inside(card, 'form'));
    });

    it(`finds no form in ${name} when one function turns to another organization`, async () => {
      const { fetcher, turn } = turning(first, next);
      const card = await show(tag, fetcher);
      await appears(card, opens);
      inside(card, opens)!.click();
      await appears(card, 'form');
      turn();
      await card.refresh();
      await waitUntil(() => inside(card, 'form') === null, 'the form of the organization before', { timeout: 3000 });
      await appears(card, opens);
    });
  }

  it('finds none of the figures so far when one function turns to another organization', async () => {
    const { fetcher, turn } = turning(shop({ chats: 460, figures: MONTH }), otherShop);
    const card = await show('qontak-impact-cost', fetcher);
    await appears(card, '.history summary');
    inside(card, '.history summary')!.click();
    await appears(card, '.history li');
    turn();
    await card.refresh();
    await waitUntil(() => inside(card, '.history li') === null, 'the figures of the organization before', { timeout: 3000 });
    assert.include(readIn(inside(card, '.history')!), 'Loading');
  });

  it('finds none of the chats when one function turns to another organization', async () => {
    const chats = (topic: string): Fetcher => service({ chats: [chatOf(1, { topic })] });
    const { fetcher, turn } = turning(chats('first topic'), of(SECOND, chats('second topic')));
    const list = await show('qontak-impact-chats', fetcher, { inline: true, figure: 'came_back' });
    await waitUntil(() => readIn(list).includes('first topic'), 'no chats', { timeout: 5000 });
    turn();
    await list.refresh();
    await waitUntil(() => !readIn(list).includes('first topic'), 'the chats of the organization before', { timeout: 3000 });
    await waitUntil(() => readIn(list).includes('second topic'), 'no chats of its own', { timeout: 5000 });
  });

  for (const { name, tag, opens, first, next } of CARDS) {
    it(`is offered no form in ${name} under figures of the organization before, whatever answers meanwhile`, async () => {
      const data = (await (await first(new URL(`${SRC}/v1/impact-report`), {})).json()) as ReturnType<typeof sampleReport>;
      const { promise: turned, resolve: turn } = Promise.withResolvers<void>();
      const late: Fetcher = async (url, init) => {
        await turned;
        return next(url, init);
      };
      const card = await show(tag, late, { data });
      await appears(card, '.awaited');
      turn();
      await waitUntil(() => inside(card, '.awaited') === null, 'never answered', { timeout: 5000 });
      assert.isTrue(inside(card, opens) === null, `there is ${opens}`);
    });
  }
});
