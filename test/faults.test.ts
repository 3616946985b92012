// A fault of ours while an element is drawn: it shows that it failed, says so once, takes nothing beside it along, and can be tried again.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { directive, Directive } from 'lit/directive.js';
import { mount, ReportError } from '#embed';
import '#embed/all';
import type { ImpactElement } from '#kit';
import { faultSource } from '../widgets/kit/fault.ts';
import { fakeService, gives, readIn } from './fake-service.ts';
import { fullReport } from './reports/full-report.ts';

const CANARY = 'a customer wrote this';
const report = fullReport();
const ELEMENTS = [
  'after-hours',
  'chats',
  'cost',
  'hero',
  'how-we-count',
  'journey',
  'period-picker',
  'reopen-rate',
  'report',
  'sentiment',
  'share',
  'trend',
  'turns',
];

interface Drawn {
  render: () => unknown;
  updated: () => void;
}

const fail = (): never => {
  throw new RangeError(CANARY);
};

const prototypeOf = (name: string): Drawn => customElements.get(`qontak-impact-${name}`)!.prototype as Drawn;

/** Faults that the test has put in, each with what takes it out again. */
const mended: (() => void)[] = [];
function breaks(name: string, what: Partial<Drawn>): () => void {
  const prototype = prototypeOf(name);
  const own = Object.fromEntries(Object.keys(what).map((key) => [key, Object.getOwnPropertyDescriptor(prototype, key)]));
  Object.assign(prototype, what);
  const mend = (): void => {
    for (const [key, descriptor] of Object.entries(own)) {
      if (descriptor === undefined) Reflect.deleteProperty(prototype, key);
      else Object.defineProperty(prototype, key, descriptor);
    }
  };
  mended.push(mend);
  return mend;
}

let [lines, uncaught, events]: [string[], string[], CustomEvent[]] = [[], [], []];
const { error } = console;
const note = (event: ErrorEvent | PromiseRejectionEvent): void => void uncaught.push(String('reason' in event ? event.reason : event.message));
const hear = (event: Event): void => void events.push(event as CustomEvent);

const failed = (element: Element): boolean => readIn(element).includes('This part cannot be shown');
const retry = (element: Element): HTMLElement => element.shadowRoot!.querySelector<HTMLElement>('[part="error"] button')!;
const draw = (name: string): ImpactElement => {
  const element = document.createElement(`qontak-impact-${name}`) as ImpactElement;
  Object.assign(element, { locale: 'en', data: report });
  return element;
};
const place = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<main></main>`);

describe('a fault while drawing', () => {
  beforeEach(() => {
    [lines, uncaught, events] = [[], [], []];
    console.error = (...texts: unknown[]) => void lines.push(texts.join(' '));
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    for (const type of ['impact-error', 'impact-ready']) addEventListener(type, hear);
  });
  afterEach(() => {
    for (const mend of mended.splice(0)) mend();
    console.error = error;
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    for (const type of ['impact-error', 'impact-ready']) removeEventListener(type, hear);
    assert.deepEqual(uncaught, []);
    assert.notInclude(lines.join(), CANARY);
  });

  for (const name of ELEMENTS) {
    it(`of <qontak-impact-${name}> is shown in its place and said in one line, and nowhere else`, async () => {
      const mend = breaks(name, { render: fail });
      const element = draw(name);
      (await place()).append(element);
      await element.updateComplete;
      assert.isTrue(failed(element), readIn(element));
      assert.isAbove(element.getBoundingClientRect().height, 40);
      element.requestUpdate();
      await element.updateComplete;
      await waitUntil(() => lines.length > 0, 'the console says it');
      assert.lengthOf(lines, 1);
      assert.match(lines[0]!, new RegExp(`^IMPACT-027 .+ \\(<qontak-impact-${name}>: RangeError\\) .+`));
      assert.deepEqual(
        events.map(({ type, detail }) => [type, (detail as { code?: string }).code]),
        [['impact-error', 'render']],
      );
      mend();
      retry(element).click();
      await element.updateComplete;
      assert.isFalse(failed(element));
    });
  }

  it('of one card leaves the others of the report alone', async () => {
    breaks('trend', { render: fail });
    const page = draw('report');
    (await place()).append(page);
    const card = (name: string): Element => page.shadowRoot!.querySelector(`.${name}`)!;
    await page.updateComplete;
    await waitUntil(() => readIn(card('how-we-count')).includes('How we count') && failed(card('trend')), 'all are drawn');
    await waitUntil(() => !(card('how-we-count') as HTMLElement).hidden, 'all stand');
    assert.isFalse((card('trend') as HTMLElement).hidden, 'it would say to nobody that it failed');
    assert.include(readIn(card('hero')), 'AI solved');
    assert.equal(page.shadowRoot!.querySelectorAll('.card').length, 0, 'the page as a whole has no failure');
    const [ready, broken] = events.toSorted((a, b) => b.type.localeCompare(a.type));
    assert.deepEqual([ready!.type, broken!.type, broken!.target], ['impact-ready', 'impact-error', page]);
  });

  it('in the middle of a card leaves no half of it, and what was focused stays focused after another try', async () => {
    const mend = breaks('turns', {
      render: () =>
        html`<p>Half of it</p>
          <p>${directive(Breaking)()}</p>`,
    });
    const element = draw('turns');
    (await place()).append(element);
    await element.updateComplete;
    assert.notInclude(readIn(element), 'Half of it');
    for (const fixed of [false, true]) {
      if (fixed) mend();
      retry(element).focus();
      retry(element).click();
      await element.updateComplete;
      await waitUntil(() => element.shadowRoot!.activeElement?.classList.contains('root') === true, 'the keyboard is lost');
      assert.equal(failed(element), !fixed);
    }
  });

  it('that comes later takes the figures away, and goes with the next change that can be drawn', async () => {
    const element = draw('hero');
    (await place()).append(element);
    await element.updateComplete;
    assert.include(readIn(element), 'AI solved');
    const mend = breaks('hero', { updated: fail });
    element.headingLevel = 3;
    await element.updateComplete;
    assert.isTrue(failed(element));
    assert.notInclude(readIn(element), 'AI solved');
    mend();
    element.locale = 'id';
    await element.updateComplete;
    assert.include(readIn(element), 'AI menyelesaikan');
  });

  it('is told to whoever waits, with its cause, and the figures are not said to stand until they do', async () => {
    const mend = breaks('hero', { render: fail });
    const { fetcher } = fakeService(gives(report));
    const { element, ready } = mount(await place(), { element: 'hero', src: 'https://metrics.example.id', locale: 'en', fetcher });
    const hero = element as ImpactElement;
    // Before its figures are there, and again when it has failed already.
    for (let times = 0; times < 2; times += 1) {
      const cause: unknown = await hero.whenReady().catch((failure: unknown) => failure);
      assert.instanceOf(cause, ReportError);
      assert.equal((cause.cause as Error).message, CANARY);
    }
    assert.equal(await ready.catch(({ code }: ReportError) => code), 'render');
    await waitUntil(() => failed(hero), 'it failed');
    assert.deepEqual(
      events.map(({ type }) => type),
      ['impact-error'],
    );
    mend();
    retry(hero).click();
    await hero.whenReady();
    await waitUntil(() => events.at(-1)!.type === 'impact-ready', 'then they stand');
    assert.include(readIn(hero), 'AI solved');
  });

  it('whose words get lost on the way says that too, and leaves no promise unhandled', async () => {
    breaks('hero', { render: fail });
    const { load } = faultSource;
    mended.push(() => Object.assign(faultSource, { load }));
    faultSource.load = () => Promise.reject(new TypeError('lost on the way'));
    const element = document.createElement('qontak-impact-hero');
    (await place()).append(element);
    await element.updateComplete;
    await waitUntil(() => lines.some((line) => line.startsWith('IMPACT-025') && line.includes('<qontak-impact-hero>')), 'the console says it');
  });

  it('is left to a host that prevents the event', async () => {
    breaks('hero', { render: fail });
    const target = await place();
    target.addEventListener('impact-error', (event) => event.preventDefault());
    const element = draw('hero');
    target.append(element);
    await element.updateComplete;
    assert.equal(readIn(element), '');
  });
});

class Breaking extends Directive {
  override render(): unknown {
    return fail();
  }
}
