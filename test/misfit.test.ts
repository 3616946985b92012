// A metric that does not fit the contract, in a report that otherwise does.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { costIn, type ImpactReport } from '@qontak/impact-contract';
import { fakeService, gives, readIn } from '#test/fake-service';
import '#report';
import '#widgets/cost';
import '#widgets/provider';
import { sampleHero, sampleReport } from '../widgets/kit/sample-report.ts';

const OUTCOMES = { human_only: 0, checking: 0, uncheckable: 0, came_back: 38, stayed_solved: 62, handed_over: 0, ended_unclear: 0 };
const FIGURES = { minutes_per_chat: 6, hourly_cost: null, ai_fee_per_month: null, effective_from: null, changed: null };
const good = sampleReport({ hero: sampleHero({ outcomes: OUTCOMES }) });
const cost = costIn(62, FIGURES, good.meta.period);
const withCost = (change: object): ImpactReport => ({ ...good, data: { ...good.data, cost: { ...cost, ...change } } });
/** Right chats and days, and hours that do not follow from them. */
const misfit = withCost({ hours: -1 });

const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 10_000 });

describe('a metric that does not fit', () => {
  const { error } = console;
  let said: string[] = [];
  let failures: string[] = [];
  const note = (event: GlobalEventHandlersEventMap['impact-error']): void => void failures.push(event.detail.code);
  beforeEach(() => {
    said = [];
    failures = [];
    console.error = (text: string) => void said.push(text);
    addEventListener('impact-error', note);
  });
  afterEach(() => {
    console.error = error;
    removeEventListener('impact-error', note);
  });

  it('is refused by its own card; the others stand', async () => {
    const element = await fixture(html`<qontak-impact-report locale="en" .data=${misfit}></qontak-impact-report>`);
    await says(element, 'This page needs an update');
    assert.include(readIn(element), 'AI solved 62 of every 100 chats by itself');
    const refusing = [...element.shadowRoot!.querySelectorAll('*')].filter((card) => card.shadowRoot?.querySelector('[part="error"]'));
    assert.deepEqual(
      refusing.map(({ localName }) => localName),
      ['qontak-impact-cost'],
    );
    await waitUntil(() => said.some((line) => /IMPACT-022.*data\.cost\.hours/.test(line)), 'the console names the field');
    assert.deepEqual(failures, [], 'there is a report');
  });

  it('is all that a widget of its own has: the host hears of it', async () => {
    const element = await fixture<HTMLElementTagNameMap['qontak-impact-cost']>(html`<qontak-impact-cost locale="en" .data=${misfit}></qontak-impact-cost>`);
    await says(element, 'This page needs an update');
    assert.deepEqual(failures, ['schema']);
    await element.whenReady().then(
      () => assert.fail('there is no figure'),
      () => undefined,
    );
  });

  it('that the host says itself stays the host’s to say, also after another try', async () => {
    const service = fakeService(gives(misfit));
    const element = document.createElement('qontak-impact-cost');
    Object.assign(element, { locale: 'en', src: 'https://metrics.example.id', fetcher: service.fetcher });
    element.addEventListener('impact-error', (event) => event.preventDefault());
    await fixture(html`${element}`);
    await waitUntil(() => failures.length === 1, 'the host hears of it');
    await element.refresh();
    await element.updateComplete;
    assert.lengthOf(service.seen, 2);
    assert.notInclude(readIn(element), 'This page needs an update');
  });

  it('fails whoever waits for its card, also below a provider', async () => {
    const provider = await fixture(
      html`<qontak-impact-provider locale="en" .data=${misfit}><qontak-impact-cost></qontak-impact-cost></qontak-impact-provider>`,
    );
    const card = provider.querySelector('qontak-impact-cost')!;
    const failure: unknown = await card.whenReady().catch((cause: unknown) => cause);
    assert.deepInclude(failure, { code: 'schema' });
  });

  it('is refused, not read as unknown, where a given number is none', async () => {
    const endless = withCost({ parts: cost.parts.map((part) => ({ ...part, hourly_cost: Infinity })) });
    const element = await fixture(html`<qontak-impact-report locale="en" .data=${endless}></qontak-impact-report>`);
    await says(element, 'This page needs an update');
  });

  it('refuses the whole report before any figure, where it tells of other chats than the headline', async () => {
    const element = await fixture(html`<qontak-impact-report locale="en" .data=${withCost({ chats: 61 })}></qontak-impact-report>`);
    await says(element, 'This page needs an update');
    assert.notInclude(readIn(element), '62');
    assert.deepEqual(failures, ['schema']);
  });
});

describe('a report that the host goes on changing', () => {
  it('is shown as it was when it was given', async () => {
    const mine = structuredClone(withCost({}));
    const element = await fixture(html`<qontak-impact-cost locale="en" .data=${mine}></qontak-impact-cost>`);
    await says(element, 'at 6 minutes');
    Object.assign(mine.data.cost, costIn(62, { ...FIGURES, minutes_per_chat: 12 }, mine.meta.period));
    Object.assign(element, { data: { ...mine } });
    await says(element, 'at 12 minutes');
  });
});
