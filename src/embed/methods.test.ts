// What a host can do with an element that it holds: any of them, alone, under a provider or as the whole report.
import { assert, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { allSource } from './elements.ts';
import { type ImpactElement, type ImpactExportEvent, mount, type MountOptions, VERSION } from '#embed';
import { waysOut } from '../../widgets/kit/ways-out.ts';
import { fakeService, gives, hangs, readIn, refuses } from '#test/fake-service';
import { sampleHero, sampleReport } from '../../widgets/kit/sample-report.ts';

const SRC = 'https://metrics.example.id';
const report = sampleReport({ hero: sampleHero({ outcomes: { stayed_solved: 620, handed_over: 380 } }) });
const place = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<main></main>`);
const NAMES = [
  'report',
  'hero',
  'cost',
  'trend',
  'journey',
  'after-hours',
  'reopen-rate',
  'sentiment',
  'turns',
  'how-we-count',
  'share',
  'period-picker',
  'provider',
];

before(async () => void (await allSource.load()));

describe('every element', () => {
  for (const name of NAMES as MountOptions['element'][]) {
    it(`${name}: says when it is ready, of which version it is, and exports`, async () => {
      const { element } = mount(await place(), { element: name!, locale: 'en', data: report });
      await element.whenReady();
      assert.equal((element.constructor as unknown as { VERSION: string }).VERSION, VERSION);
      const heard = oneEvent(element, 'impact-export') as Promise<ImpactExportEvent>;
      element.addEventListener('impact-export', (event) => event.preventDefault(), { once: true });
      await element.exportCsv();
      const { detail } = await heard;
      assert.equal(detail.kind, 'csv');
      assert.isAbove(detail.rows, 20);
    });
  }
});

describe('whenReady()', () => {
  it('waits for the figures, and fails with what keeps them away', async () => {
    const service = fakeService(hangs);
    const { element } = mount(await place(), { element: 'hero', src: SRC, locale: 'en', fetcher: service.fetcher });
    let done = false;
    const waiting = element.whenReady().then(() => (done = true));
    await waitUntil(() => service.seen.length === 1, 'it asks');
    assert.isFalse(done);
    service.answer = gives(report);
    element.fetcher = (...request) => service.fetcher(...request);
    await waiting;
    assert.include(readIn(element), '62');

    const broken = mount(await place(), { element: 'hero', src: SRC, fetcher: fakeService(refuses(403)).fetcher }).element;
    const error: unknown = await broken.whenReady().catch((cause: unknown) => cause);
    assert.deepInclude(error, { code: 'forbidden' });
  });

  it('that nobody waits for leaves no rejection unhandled', async () => {
    const unhandled: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): number => unhandled.push(event.reason);
    addEventListener('unhandledrejection', hear);
    try {
      // Not by mount(), which waits for it itself.
      const { fetcher } = fakeService(refuses(403));
      const hero = await fixture<HTMLElementTagNameMap['qontak-impact-hero']>(
        html`<qontak-impact-hero locale="en" src=${SRC} .fetcher=${fetcher}></qontak-impact-hero>`,
      );
      void hero.whenReady();
      await waitUntil(() => readIn(hero).includes('access'), 'it fails');
      await new Promise((resolve) => setTimeout(resolve));
      assert.deepEqual(unhandled, []);
    } finally {
      removeEventListener('unhandledrejection', hear);
    }
  });

  it('of a card under a report waits for that one', async () => {
    const { element } = mount(await place(), { locale: 'en', data: report });
    await element.whenReady();
    const hero = element.shadowRoot!.querySelector('qontak-impact-hero')!;
    await hero.whenReady();
    assert.include(readIn(hero), '62');
  });
});

describe('an element that has left the page', () => {
  const METHODS = ['whenReady', 'exportCsv', 'print'] as const;
  const asking = async (): Promise<ImpactElement> => mount(await place(), { element: 'hero', src: SRC, fetcher: fakeService(hangs).fetcher }).element;
  const fails = async (waiting: Promise<void>): Promise<void> => {
    const failure: unknown = await waiting.then(
      () => 'it does not fail',
      (cause: unknown) => cause,
    );
    assert.deepInclude(failure, { name: 'AbortError' });
    assert.match(String(failure), /has left the page\. Put it back/);
  };

  for (const method of METHODS) {
    it(`has ${method}() fail, whether it was called before or after`, async () => {
      const element = await asking();
      const before = element[method]();
      element.remove();
      await fails(before);
      await fails(element[method]());
    });
  }

  it('leaves no rejection unhandled', async () => {
    const unhandled: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): number => unhandled.push(event.reason);
    addEventListener('unhandledrejection', hear);
    try {
      const element = await asking();
      element.remove();
      for (const method of METHODS) void element[method]();
      await element.print().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve));
      assert.deepEqual(unhandled, []);
    } finally {
      removeEventListener('unhandledrejection', hear);
    }
  });

  it('is waited for again when it is put back, and by a move is not given up', async () => {
    const target = await place();
    const { element } = mount(target, { element: 'hero', locale: 'en', data: report });
    await element.whenReady();
    element.remove();
    await fails(element.whenReady());
    const back = element.whenReady();
    target.append(element);
    await back;
    const moved = element.whenReady();
    target.prepend(element);
    await moved;
    assert.include(readIn(element), '62');
  });

  it('is another than one that is not there yet', async () => {
    const target = document.createElement('main');
    const { element, ready } = mount(target, { element: 'hero', locale: 'en', data: report });
    const waiting = element.whenReady();
    (await place()).append(target);
    await Promise.all([ready, waiting]);
    assert.include(readIn(element), '62');
  });
});

describe('exportCsv()', () => {
  let saved: { name: string; text: Promise<string> }[] = [];
  beforeEach(() => {
    saved = [];
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: fetch(this.href).then((response) => response.text()) });
    };
  });
  // That of every element comes back.
  afterEach(() => void Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click'));

  it('downloads every figure in the language of the element, or by the separator that is asked for', async () => {
    const { element } = mount(await place(), { element: 'hero', locale: 'id', data: report });
    await element.exportCsv();
    await element.exportCsv({ delimiter: ',' });
    const [own, asked] = await Promise.all(saved.map(({ text }) => text));
    assert.match(saved[0]!.name, /2026-10-01-2026-10-31\.csv$/);
    assert.match(own!, /;620;1000;62;/);
    assert.match(asked!, /,620,1000,62,/);
  });

  it('knows two separators, as it quotes what those would part', async () => {
    const { element } = mount(await place(), { element: 'hero', data: report });
    const failure: unknown = await element.exportCsv({ delimiter: '\t' as ',' }).catch((cause: unknown) => cause);
    assert.instanceOf(failure, TypeError);
    assert.deepEqual(saved, []);
  });

  it('leaves nothing when the host keeps the figures, or the code does not come', async () => {
    const { element } = mount(await place(), { element: 'hero', data: report });
    element.addEventListener('impact-export', (event) => event.preventDefault(), { once: true });
    await element.exportCsv();
    const { load } = waysOut;
    waysOut.load = () => Promise.reject(new TypeError('Failed to fetch'));
    try {
      assert.deepInclude(await element.exportCsv().catch((cause: unknown) => cause), { code: 'network', misuse: 'IMPACT-025', retryable: false });
    } finally {
      waysOut.load = load;
    }
    assert.deepEqual(saved, []);
  });
});

describe('print()', () => {
  it('prints the page of the report alone, and says so', async () => {
    const { print } = window as { print: () => void };
    let sheet = '';
    window.print = () => {
      // Where a recorder of sessions finds it, as it does every text of an element.
      const paper = document.querySelector('[data-impact-paper]')?.shadowRoot?.querySelector('[part~="root"]');
      sheet = paper ? readIn(paper) : '';
      dispatchEvent(new Event('afterprint'));
    };
    try {
      const { element } = mount(await place(), { element: 'hero', locale: 'en', data: report });
      const heard = oneEvent(element, 'impact-export') as Promise<ImpactExportEvent>;
      await element.print();
      assert.equal((await heard).detail.kind, 'print');
      assert.include(sheet, '62');
      assert.isNull(document.querySelector('[data-impact-paper]'));
    } finally {
      window.print = print;
    }
  });
});

describe('focus()', () => {
  const focused = (root: ShadowRoot | null): Element | null => root?.activeElement ?? null;

  it('goes to the first control', async () => {
    const { element } = mount(await place(), { element: 'trend', locale: 'en', data: report });
    await element.whenReady();
    const picker = mount(await place(), { element: 'period-picker', locale: 'en', data: report }).element;
    await picker.whenReady();
    picker.focus();
    assert.equal(document.activeElement, picker);
    assert.equal(focused(picker.shadowRoot)?.getAttribute('name'), 'period');
  });

  it('reaches into the widgets of a report and of a provider', async () => {
    const page = await fixture<HTMLElement>(html`<qontak-impact-provider .data=${report}><qontak-impact-hero></qontak-impact-hero></qontak-impact-provider>`);
    const hero = page.querySelector('qontak-impact-hero')!;
    await hero.whenReady();
    page.focus();
    assert.equal(document.activeElement, hero);
    assert.exists(focused(hero.shadowRoot));
  });

  it('goes to the title where nothing can be operated', async () => {
    const { element } = mount(await place(), { element: 'hero', locale: 'en', src: SRC, fetcher: fakeService(hangs).fetcher });
    await waitUntil(() => element.shadowRoot?.querySelector('#title') != null, 'it stands');
    element.focus();
    assert.equal(focused(element.shadowRoot)?.id, 'title');
  });
});
