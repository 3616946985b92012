// What tells a host which parts of the report are read: `impact-view`.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { type ImpactViewEvent, mount, register } from '#embed';
import { fakeService, hangs } from '#test/fake-service';
import '#widgets/cost';
import '#widgets/provider';
import { sampleHero, sampleReport } from '../../widgets/kit/sample-report.ts';

const report = sampleReport({ hero: sampleHero({ outcomes: { stayed_solved: 620, handed_over: 380 } }) });

/** A clock that the test moves, and a tab that it hides. */
const clock = { now: 0, visible: true };
let heard: ImpactViewEvent['detail'][] = [];
const hear = (event: ImpactViewEvent): void => void heard.push(event.detail);
const turn = (visible: boolean): void => {
  clock.visible = visible;
  document.dispatchEvent(new Event('visibilitychange'));
};
const frames = async (count = 3): Promise<void> => {
  for (let frame = 0; frame < count; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
};

// It comes after the figures.
before(async () => void (await import('../state/seen-controller.ts')));
beforeEach(() => {
  Object.assign(clock, { now: 0, visible: true });
  heard = [];
  performance.now = () => clock.now;
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (clock.visible ? 'visible' : 'hidden') });
  document.addEventListener('impact-view', hear);
});
afterEach(() => {
  document.removeEventListener('impact-view', hear);
  Reflect.deleteProperty(performance, 'now');
  Reflect.deleteProperty(document, 'visibilityState');
});

/** A card in sight, or a screen below it. */
async function shown(settings: object, below = false): Promise<ReturnType<typeof mount>> {
  const page = await fixture<HTMLElement>(html`<main></main>`);
  if (below) page.style.paddingBlockStart = '300vh';
  const mounted = mount(page, { element: 'hero', locale: 'en', ...settings });
  await (mounted.element as HTMLElementTagNameMap['qontak-impact-hero']).updateComplete;
  // The browser tells what is in sight after a frame.
  await frames();
  return mounted;
}

describe('impact-view', () => {
  it('says how long a card was before the reader, once the tab is hidden, and nothing of who reads', async () => {
    const { unmount } = await shown({ data: report });
    clock.now = 4321;
    turn(false);
    assert.deepEqual(
      heard.map(({ section, dwellMs }) => [section, dwellMs]),
      [['hero', 4321]],
    );
    assert.sameMembers(Object.keys(heard[0]!), ['section', 'dwellMs', 'version']);
    clock.now = 9000;
    turn(true);
    clock.now = 10_500;
    dispatchEvent(new PageTransitionEvent('pagehide'));
    assert.equal(heard[1]!.dwellMs, 1500, 'the time in another tab does not count');
    unmount();
  });

  it('says nothing of a card that was scrolled past, or has nothing to show', async () => {
    const past = await shown({ data: report });
    clock.now = 900;
    turn(false);
    past.unmount();
    turn(true);
    const waiting = await shown({ src: 'https://metrics.example.id', fetcher: fakeService(hangs).fetcher });
    clock.now = 5000;
    turn(false);
    waiting.unmount();
    assert.deepEqual(heard, []);
  });

  it('says nothing of a card that refuses its metric, though the report around it stands', async () => {
    const misfit = { ...report, data: { ...report.data, cost: { status: 'ok', chats: 620, hours: -1 } } };
    await fixture(html`<qontak-impact-provider .data=${misfit as never}><qontak-impact-cost></qontak-impact-cost></qontak-impact-provider>`);
    await frames();
    clock.now = 5000;
    turn(false);
    assert.deepEqual(heard, []);
  });

  it('comes when the card leaves the sight, not while it is below', async () => {
    const { element } = await shown({ data: report }, true);
    clock.now = 5000;
    await frames();
    element.scrollIntoView();
    await frames();
    clock.now = 8000;
    scrollTo(0, 0);
    await waitUntil(() => heard.length > 0, 'it is told');
    assert.equal(heard[0]!.dwellMs, 3000);
  });

  it('names the card by what it is, under whatever tag', async () => {
    await register({ prefix: 'seen' });
    const page = await fixture<HTMLElement>(html`<main></main>`);
    const hero = document.createElement('seen-hero');
    Object.assign(hero, { data: report });
    page.append(hero);
    await frames();
    clock.now = 2000;
    turn(false);
    assert.equal(heard[0]!.section, 'hero');
  });
});
