import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { costIn } from '@qontak/impact-contract';
import { configure, mount } from '#embed';
import { fakeService, readIn } from '#test/fake-service';
import { fullReport } from '#test/reports/full-report';
import { sampleHero, sampleReport } from '../../widgets/kit/sample-report.ts';

const SRC = 'https://metrics.example.id';
const assumption = { minutes_per_chat: 6, hourly_cost: 35_000, ai_fee_per_month: 1_500_000, effective_from: null, changed: null };
const report = sampleReport({
  hero: sampleHero({ outcomes: { stayed_solved: 620, handed_over: 380 } }),
  cost: costIn(620, assumption, { from: '2026-10-01', to: '2026-10-31', channel: null }),
});
/** A service that lets this reader change everything. */
const service = () =>
  fakeService(({ url }) =>
    url.pathname.endsWith('cost-assumption')
      ? Response.json({
          status: 'success',
          data: { ...assumption, ai_fee_source: 'default', history: [] },
          meta: { organization: report.meta.organization, etag: '"1"', can_edit: true },
        })
      : Response.json(report),
  );
const place = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<main></main>`);
const inside = (report: Element, name: string): Element | null => report.shadowRoot!.querySelector(`qontak-impact-${name}`);

async function ways(settings: object): Promise<string[]> {
  const { element, ready } = mount(await place(), { locale: 'en', data: report, ...settings });
  await ready;
  await customElements.whenDefined('qontak-impact-share');
  const share = inside(element, 'share') as HTMLElementTagNameMap['qontak-impact-share'];
  await share.updateComplete;
  share.shadowRoot!.querySelector<HTMLElement>('#share')?.click();
  await share.updateComplete;
  return [...share.shadowRoot!.querySelectorAll('.ways button')].map(({ textContent }) => textContent.trim());
}

describe('features', () => {
  afterEach(() => configure({}));

  it('are all there unless the host says otherwise', async () => {
    assert.lengthOf(await ways({}), 5);
  });

  it('take a way out of the page away, in the report and on the whole page', async () => {
    assert.lengthOf(await ways({ features: { csvExport: false, print: false } }), 3);
    configure({ features: { whatsapp: false } });
    assert.lengthOf(await ways({}), 4);
    assert.lengthOf(await ways({ features: { whatsapp: true } }), 5, 'the element comes before the page');
  });

  it('take the whole button away when no way is left', async () => {
    assert.lengthOf(await ways({ features: { whatsapp: false, copy: false, image: false, print: false, csvExport: false } }), 0);
  });
});

describe('features: { chats: false }', () => {
  const opening = (element: Element): number => element.shadowRoot!.querySelectorAll('[part="chats-button"], [role="button"], .foot > .button').length;

  it('leaves every number as plain text, also in the drawing, and takes it back', async () => {
    const { element, update, ready } = mount(await place(), { locale: 'en', data: fullReport() });
    await ready;
    const drawn = (): boolean => Boolean(inside(element, 'journey')?.shadowRoot?.querySelector('.frame, .list'));
    await waitUntil(drawn, 'the journey is drawn', { timeout: 5000 });
    const cards = (): Element[] => ['hero', 'cost', 'journey', 'reopen-rate'].map((name) => inside(element, name)!);
    await waitUntil(() => cards().every((card) => opening(card) > 0), 'numbers open their chats');
    const said = cards().map(readIn);
    update({ features: { chats: false } });
    await waitUntil(() => cards().every((card) => opening(card) === 0), 'they do not', { timeout: 3000 });
    assert.isNull(inside(element, 'chats'));
    assert.deepEqual(cards().slice(0, 3).map(readIn), said.slice(0, 3), 'the same is said');
    update({ features: undefined });
    await waitUntil(() => cards().every((card) => opening(card) > 0), 'and again');
  });
});

describe('readonly', () => {
  const change = (element: Element): Element | null => element.shadowRoot!.querySelector('#change');

  it('on the report lets nobody change anything, and asks for nothing that only a change needs', async () => {
    const { fetcher } = service();
    const { element, update, ready } = mount(await place(), { src: SRC, locale: 'en', tokenProvider: () => 't', fetcher });
    await ready;
    await waitUntil(() => change(inside(element, 'cost') ?? element) !== null, 'an admin can change the figures', { timeout: 5000 });
    update({ readonly: true });
    await waitUntil(() => change(inside(element, 'cost')!) === null, 'the button goes');

    // With a service of its own: the report may still be telling its own that it was looked at.
    const alone = service();
    const other = mount(await place(), { element: 'cost', src: SRC, locale: 'en', readonly: true, tokenProvider: () => 't', fetcher: alone.fetcher });
    await other.ready;
    assert.include(readIn(other.element), '62');
    assert.isNull(change(other.element));
    assert.deepEqual(
      alone.seen.map(({ url }) => url.pathname),
      ['/v1/impact-report'],
    );
  });
});
