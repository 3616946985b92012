import { costIn } from '@qontak/impact-contract';
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { fakeService, gives, readIn, refuses } from '#test/fake-service';
import { configure } from '#state';
import type { Report } from '#report';
import '#report';
import '#widgets/provider';
import type { Turns } from '#widgets/turns';
import '#widgets/turns';
import { MONTH } from '../hero/hero.story.ts';
import { inTurn } from '../kit/in-turn.ts';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';
import { emptyReport } from './report.story.ts';
import { restSource } from './rest-source.ts';

const SRC = 'https://metrics.example.id';
const report = sampleReport({ hero: sampleHero(MONTH) });
const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });
const times = (element: Element, text: string): number => readIn(element).split(text).length - 1;

/** Until the last card has had its turn. */
const stand = (element: Element): Promise<void> =>
  waitUntil(() => element.shadowRoot!.querySelector('.how-we-count:not([hidden])') !== null, 'the last card never stands', { timeout: 5000 });

/** The innermost elements of a shadow root, and of those in it, that take room on the page. */
const shown = (root: ShadowRoot): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.shadowRoot ? shown(element.shadowRoot) : []),
    ...(element.childElementCount === 0 && element.getClientRects().length > 0 ? [element] : []),
  ]);

describe('report', () => {
  afterEach(() => configure({}));

  it('shows its widgets from one request and says once that it stands', async () => {
    const service = fakeService(gives(report));
    const element = await fixture<Report>(
      html`<qontak-impact-report locale="en" src=${SRC} .tokenProvider=${() => 't'} .fetcher=${service.fetcher}></qontak-impact-report>`,
    );
    assert.include(readIn(element), 'Loading the report…');
    await says(element, 'AI solved 62 of every 100 chats by itself');
    assert.equal(element.shadowRoot!.querySelector('[role="status"]')!.textContent, 'The report is shown');
    assert.equal(service.seen.filter(({ method }) => method === 'GET').length, 1);
  });

  it('tells the service once that it was looked at, and what it showed, without a name', async () => {
    const service = fakeService(({ method }) => (method === 'POST' ? new Response(null, { status: 503 }) : Response.json(report)));
    const element = await fixture<Report>(
      html`<qontak-impact-report locale="en" src=${SRC} .tokenProvider=${() => 't'} .fetcher=${service.fetcher}></qontak-impact-report>`,
    );
    await says(element, 'AI solved 62');
    const views = () => service.seen.filter(({ method }) => method === 'POST').map(({ url, body, token }) => [url.href, body, token]);
    const view = [`${SRC}/v1/report-views`, { net_and_gap: true, work_absorbed: false }, 't'];
    await waitUntil(() => views().length === 1, 'the view is told', { timeout: 5000 });
    assert.deepEqual(views(), [view]);
    await element.refresh();
    element.locale = 'id';
    await says(element, 'AI menyelesaikan sendiri 62');
    assert.deepEqual(views(), [view], 'the same view is not told again, and its failure disturbs nobody');
    service.answer = gives({
      ...report,
      data: {
        ...report.data,
        cost: costIn(620, { minutes_per_chat: 6, hourly_cost: null, ai_fee_per_month: null, effective_from: null, changed: null }, report.meta.period),
      },
    });
    await element.refresh();
    await waitUntil(() => views().length === 2, 'more is shown now');
    assert.deepEqual(views()[1]![1], { net_and_gap: true, work_absorbed: true });
  });

  it('tells nobody of a report that the page itself holds', async () => {
    const service = fakeService(refuses(500));
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" .data=${report} .fetcher=${service.fetcher}></qontak-impact-report>`);
    await says(element, 'AI solved 62');
    assert.deepEqual(service.seen, []);
  });

  it('shows a failure once for the whole, not in every card', async () => {
    const element = await fixture<Report>(
      html`<qontak-impact-report locale="id" src=${SRC} .fetcher=${fakeService(refuses(403)).fetcher}></qontak-impact-report>`,
    );
    await says(element, 'Anda belum punya akses ke laporan ini');
    assert.equal(times(element, 'Anda belum punya akses'), 1);
    assert.isNull(element.shadowRoot!.querySelector('qontak-impact-hero'));
    const top = (part: Element): number => part.getBoundingClientRect().top;
    const card = element.shadowRoot!.querySelector('.card')!;
    assert.equal(top(card), top(element), 'no empty header above it');
    const said = card.querySelector('.failure')!.children;
    const above = top(said[0]!) - top(card);
    assert.equal(above, card.getBoundingClientRect().bottom - said[said.length - 1]!.getBoundingClientRect().bottom, 'in the middle of its card');
  });

  it('says once that figures are older', async () => {
    const service = fakeService(gives(report));
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-report>`);
    await says(element, 'AI solved 62');
    service.answer = refuses(429);
    await element.refresh();
    await says(element, 'Could not be updated');
    assert.equal(times(element, 'Could not be updated'), 1);
    assert.include(readIn(element), 'AI solved 62');
  });

  it('says when the data are a sample, and only then', async () => {
    const element = await fixture<Report>(html`<qontak-impact-report locale="id" .data=${report}></qontak-impact-report>`);
    assert.notInclude(readIn(element), 'Data contoh');
    element.data = { ...report, meta: { ...report.meta, source: 'sample' } };
    await says(element, 'Data contoh. Angka di laporan ini dari chat simulasi');
  });

  it('has every card under its title while another month is awaited', async () => {
    const service = fakeService(gives(report));
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-report>`);
    await stand(element);
    service.answer = () => new Promise<Response>(() => {});
    element.period = 'P7D';
    await waitUntil(() => element.shadowRoot!.querySelector('.room') !== null, 'the month is never awaited');
    const titles = [...element.shadowRoot!.querySelectorAll('.room')].map((room) => room.querySelector('.card-title')?.textContent);
    assert.lengthOf(titles, 8);
    assert.deepEqual([titles[0], titles.at(-1)], ['Team time saved, and what it is worth', 'How we count']);
  });

  it('has them in the language that a reader changes to meanwhile', async () => {
    const service = fakeService(gives(report));
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-report>`);
    await stand(element);
    service.answer = () => new Promise<Response>(() => {});
    element.period = 'P7D';
    await waitUntil(() => element.shadowRoot!.querySelector('.room') !== null, 'the month is never awaited');
    element.locale = 'id';
    const titles = (): (string | undefined)[] =>
      [...element.shadowRoot!.querySelectorAll('.room')].map((room) => room.querySelector('.card-title')?.textContent);
    await waitUntil(() => titles()[0] === 'Waktu tim yang dihemat dan nilainya', 'the first never changes');
    assert.equal(titles().at(-1), 'Cara kami menghitung');
  });

  it('leaves no empty room between the choice of days and the days, on a telephone, and none is missing', async () => {
    await setViewport({ width: 360, height: 800 });
    const element = await fixture<Report>(
      html`<qontak-impact-report src=${SRC} .fetcher=${fakeService(() => new Promise(() => {})).fetcher}></qontak-impact-report>`,
    );
    const days = element.shadowRoot!.querySelector('.shown')!;
    const room = days.getBoundingClientRect().height;
    const running = { from: '2026-11-01', to: '2026-11-30', status: 'provisional', final_on: '2026-12-03', frozen: null } as const;
    for (const period of [report.meta.period, { ...report.meta.period, ...running }])
      for (const locale of ['id', 'en']) {
        Object.assign(element, { locale, data: { ...report, meta: { ...report.meta, period } } });
        const when = period.status === 'final' ? (locale === 'id' ? 'Sudah final' : 'Final') : locale === 'id' ? '3 Desember' : '3 December';
        await waitUntil(() => days.textContent.includes(when), `never says: ${when}`);
        const { top, bottom, height } = days.getBoundingClientRect();
        assert.equal(height, room);
        const words = document.createRange();
        words.selectNodeContents(days);
        const seen = words.getBoundingClientRect();
        assert.closeTo(seen.top, top, 4, `${period.status}, ${locale}`);
        assert.closeTo(seen.bottom, bottom, 4, `${period.status}, ${locale}`);
      }
    await setViewport({ width: 800, height: 600 });
  });

  it('keeps room on a telephone for long days, or a channel beside them, also where the page or a provider asks for them', async () => {
    await setViewport({ width: 360, height: 800 });
    const provisional = { from: '2026-10-03', to: '2026-11-01', status: 'provisional', final_on: '2026-11-04', frozen: null } as const;
    const period = { ...report.meta.period, ...provisional };
    for (const [where, asked] of [
      ['page', { period: 'P30D' }],
      ['page', { channel: 'WhatsApp' }],
      ['provider', { period: 'P30D' }],
      ['provider', { channel: 'WhatsApp' }],
    ] as const) {
      const came = Promise.withResolvers<Response>();
      const { fetcher } = fakeService(() => came.promise);
      configure(where === 'page' ? asked : {});
      const around =
        where === 'page'
          ? await fixture(html`<div></div>`)
          : await fixture(
              html`<qontak-impact-provider
                .src=${SRC}
                .fetcher=${fetcher}
                .period=${Reflect.get(asked, 'period')}
                .channel=${Reflect.get(asked, 'channel')}
              ></qontak-impact-provider>`,
            );
      const element = Object.assign(document.createElement('qontak-impact-report'), { locale: 'en', src: SRC, fetcher });
      around.append(element);
      await element.updateComplete;
      const height = (): number => element.shadowRoot!.querySelector('.shown')!.getBoundingClientRect().height;
      const room = height();
      came.resolve(Response.json({ ...report, meta: { ...report.meta, period: { ...period, channel: 'channel' in asked ? asked.channel : null } } }));
      await says(element, 'AI solved 62');
      assert.equal(height(), room, `${where}: ${JSON.stringify(asked)}`);
    }
    await setViewport({ width: 800, height: 600 });
  });

  it('puts no new card above one that another view had already', async () => {
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" view="diagnostic" .data=${report}></qontak-impact-report>`);
    await stand(element);
    element.view = undefined;
    await element.updateComplete;
    const seen = (): Element[] => [...element.shadowRoot!.querySelectorAll('.stack > :not(.pair), .pair > *')].filter((one) => one.getClientRects().length > 0);
    const names = (): string[] => seen().map((one) => one.getAttribute('data-for') ?? one.className);
    const order = ['cost', 'trend', 'journey', 'after-hours', 'reopen-rate', 'turns', 'sentiment', 'how-we-count'];
    const below = (): string[] => names().filter((name) => order.includes(name));
    assert.deepEqual(below(), order);
    assert.isTrue(
      seen().some((one) => one.matches('.room[data-for="how-we-count"]')),
      'waits for what comes above it',
    );
    await stand(element);
    assert.deepEqual(below(), order);
  });

  it('keeps room for a card until its turn to be drawn has come', async () => {
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" view="overview" .data=${report}></qontak-impact-report>`);
    await says(element, 'Chats that AI solved by itself, over time');
    const [room, card] = ['.room[data-for="journey"]', '.journey'].map((path) => () => element.shadowRoot!.querySelector<HTMLElement>(path));
    const begin = performance.now();
    void inTurn(() => {
      while (performance.now() - begin < 10);
    });
    element.view = 'diagnostic';
    await element.updateComplete;
    assert.isAbove(room!()!.offsetHeight, 100);
    assert.isTrue(card!()!.hidden);
    await waitUntil(() => room!() === null, 'the card never comes');
    assert.isFalse(card!()!.hidden);
  });

  it('says once of a shop without data what will come and when, and in each card what it will show', async () => {
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" .data=${emptyReport()}></qontak-impact-report>`);
    await says(element, 'Then this report fills by itself');
    await waitUntil(() => element.shadowRoot!.querySelector('.room') === null, 'the cards never come');
    const seen = (text: string): number => shown(element.shadowRoot!).filter((one) => one.textContent.includes(text)).length;
    assert.equal(seen('No data yet'), 1);
    assert.equal(seen('Then this report fills by itself'), 1);
    assert.equal(seen('The figure appears'), 0);
    const cards = ['hero', 'cost', 'trend', 'journey', 'after-hours', 'reopen-rate', 'turns', 'sentiment'];
    const said = cards.map((name) => element.shadowRoot!.querySelector(`.${name}`)!.shadowRoot!.querySelector<HTMLElement>('.unavailable')!.innerText.trim());
    assert.equal(new Set(said).size, cards.length, said.join(' | '));
    assert.include(said, 'How many back-\u2060and-\u2060forths AI usually needs to solve a chat.');
  });

  it('leaves a card of such a shop alone on a page to say all of it', async () => {
    const card = await fixture<Turns>(html`<qontak-impact-turns locale="en" .data=${emptyReport()}></qontak-impact-turns>`);
    await says(card, 'No data yet');
    assert.equal(
      card.shadowRoot!.querySelector<HTMLElement>('.unavailable')!.innerText.trim().replaceAll(/\s+/g, ' '),
      'No data yet How many back-\u2060and-\u2060forths AI usually needs to solve a chat. The figure appears once chats have been answered by AI and closed.',
    );
  });

  it('puts its titles at the level of the page it stands on', async () => {
    const element = await fixture<Report>(html`<qontak-impact-report heading-level="4" .data=${report}></qontak-impact-report>`);
    const hero = element.shadowRoot!.querySelector('qontak-impact-hero')!;
    await hero.updateComplete;
    assert.equal(hero.shadowRoot!.querySelector('[role="heading"]')!.ariaLevel, '4');
  });

  it('hands its theme to its widgets, also a change of mind', async () => {
    const element = await fixture<Report>(html`<qontak-impact-report theme="dark" .data=${report}></qontak-impact-report>`);
    const hero = element.shadowRoot!.querySelector('qontak-impact-hero')!;
    await hero.updateComplete;
    const background = (): string => getComputedStyle(hero.shadowRoot!.querySelector('.card')!).backgroundColor;
    assert.equal(background(), 'rgb(29, 33, 37)');
    element.theme = 'light';
    await element.updateComplete;
    assert.equal(background(), 'rgb(255, 255, 255)');
  });

  it('refuses data that break the contract, such as a figure without its gap', async () => {
    const broken = structuredClone(report);
    if (broken.data.hero.status === 'ok') broken.data.hero.net.count += 1;
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" .data=${broken}></qontak-impact-report>`);
    await says(element, 'This page needs an update');
  });

  it('shows the first figure without the code of the others, and when that got lost, says it and what helps', async () => {
    const { load } = restSource;
    const said: string[] = [];
    const { error } = console;
    console.error = (text: string) => void said.push(text);
    restSource.load = () => Promise.reject(new Error('lost on the way'));
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" .data=${report}></qontak-impact-report>`);
    // To try again would not: a browser asks once for a module.
    await says(element, 'Reload the page');
    assert.isNull(element.shadowRoot!.querySelector('.failure button'));
    assert.include(readIn(element), 'AI solved 62');
    // What went before may be said this late, too: sentences are fetched.
    await waitUntil(() => said.some((line) => /^IMPACT-025 .*\(widgets of the report\)/.test(line)), 'the console says it');
    restSource.load = load;
    console.error = error;
  });

  it('answers one question alone when the host asks it, never without the headline and how we count', async () => {
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" .data=${report}></qontak-impact-report>`);
    await waitUntil(() => element.shadowRoot!.querySelector('.how-we-count') !== null, 'the code of the cards came');
    const all = ['hero', 'cost', 'trend', 'journey', 'after-hours', 'reopen-rate', 'turns', 'sentiment', 'how-we-count'];
    const cards = async (view: string | null): Promise<string[]> => {
      if (view === null) element.removeAttribute('view');
      else element.setAttribute('view', view);
      await element.updateComplete;
      return all.filter((name) => element.shadowRoot!.querySelector(`.${name}`) !== null);
    };
    assert.deepEqual(await cards('value'), ['hero', 'cost', 'trend', 'how-we-count']);
    assert.deepEqual(await cards('overview'), ['hero', 'trend', 'after-hours', 'how-we-count']);
    assert.deepEqual(await cards('diagnostic'), ['hero', 'journey', 'reopen-rate', 'turns', 'sentiment', 'how-we-count']);
    assert.deepEqual(await cards('everything'), all, 'no view');
    assert.deepEqual(await cards(null), all);
  });

  it('compares the headline with what the host asks for', async () => {
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" .data=${report}></qontak-impact-report>`);
    await says(element, 'AI solved 62');
    const hero = element.shadowRoot!.querySelector('qontak-impact-hero')!;
    const compared = async (compare: Report['compare']): Promise<number> => {
      element.compare = compare;
      await element.updateComplete;
      return hero.shadowRoot!.querySelectorAll('[part="delta"]').length;
    };
    assert.equal(await compared(undefined), 2);
    assert.equal(await compared('previous'), 1);
    assert.notInclude(readIn(hero), 'first month');
    assert.equal(await compared('first-month'), 1);
    assert.include(readIn(hero), 'first month');
  });

  it('gets its other widgets once the first one stands', async () => {
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" .data=${report}></qontak-impact-report>`);
    await says(element, 'How customers felt');
  });

  it('says the days once, above, with a choice of others', async () => {
    const service = fakeService(gives(report));
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-report>`);
    await says(element, 'How customers felt');
    await says(element, 'Last month (October 2026)');
    // Not the days that a sentence names.
    const seen = (text: string): Element[] => shown(element.shadowRoot!).filter((one) => one.textContent.trim() === text && !one.matches('.together'));
    assert.lengthOf(seen('October 2026'), 1);
    assert.lengthOf(seen('Final'), 1);
    assert.lengthOf(seen('Data up to 22 Nov 2026 10:15 WIB'), 1);
    const picker = element.shadowRoot!.querySelector('qontak-impact-period-picker')!;

    service.answer = refuses(400);
    element.period = 'P7D';
    await says(element, 'This choice cannot be shown');
    assert.equal(times(element, 'This choice cannot be shown'), 1);
    assert.include(readIn(picker), 'Last month (October 2026)', 'another choice is still possible');
  });

  it('leaves the choice of days to a host that wants it', async () => {
    const element = await fixture<Report>(html`<qontak-impact-report locale="en" .features=${{ period: false }} .data=${report}></qontak-impact-report>`);
    await says(element, 'Share with your boss');
    assert.isNull(element.shadowRoot!.querySelector('qontak-impact-period-picker'));
    assert.include(readIn(element), 'October 2026');
  });

  it('has places for what the host adds', async () => {
    const element = await fixture<Report>(
      html`<qontak-impact-report .data=${report}
        ><button slot="header-actions">A</button>
        <p slot="footer">B</p></qontak-impact-report
      >`,
    );
    const slots = [...element.shadowRoot!.querySelectorAll('slot')];
    assert.deepEqual(
      slots.map((slot) => slot.assignedElements()[0]!.textContent),
      ['A', 'B'],
    );
  });
});
