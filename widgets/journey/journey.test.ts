import { assert, aTimeout, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fakeService, gives, hangs, readIn } from '#test/fake-service';
import type { Journey } from '#widgets/journey';
import '#widgets/journey';
import { sampleReport } from '../kit/sample-report.ts';
import { type Ends, MONTH, sampleJourney, stories } from './journey.story.ts';

const reportOf = (ends: Ends) => sampleReport({ journey: sampleJourney(ends) });
const month = reportOf(MONTH);

const all = (journey: Journey, selector: string): Element[] => [...journey.shadowRoot!.querySelectorAll(selector)];
const one = (journey: Journey, selector: string): HTMLElement => journey.shadowRoot!.querySelector<HTMLElement>(selector)!;
const spot = (journey: Journey, kind: 'station' | 'way', id: string): SVGElement =>
  journey.shadowRoot!.querySelector(`.item[data-kind=${kind}][data-id=${id}]`)!;
const line = (journey: Journey): string => one(journey, '.line').textContent.trim();
const focused = (journey: Journey): string | null => journey.shadowRoot!.activeElement?.getAttribute('aria-label') ?? null;

/** Shows a journey in a page of some width and waits for its picture or its list. */
async function show({ width = 1016, data = month, locale = 'en', theme = 'light' } = {}): Promise<Journey> {
  const page = await fixture<HTMLElement>(
    html`<div><qontak-impact-journey locale=${locale} theme=${theme as 'light'} .data=${data}></qontak-impact-journey></div>`,
  );
  page.style.inlineSize = `${width}px`;
  const journey = page.querySelector('qontak-impact-journey')!;
  await waitUntil(() => one(journey, width < 480 ? '.list' : '.drawing') !== null, 'is not drawn', { timeout: 5000 });
  await journey.updateComplete;
  return journey;
}

describe('journey', () => {
  it('tells its story first, draws it, and says that nothing is left out', async () => {
    const journey = await show({ locale: 'id' });
    const text = readIn(journey);
    assert.include(text, 'Dari 1.447 chat, AI menyelesaikan sendiri 620.');
    assert.include(text, 'Semua jalur berjumlah 1.447');
    assert.equal(all(journey, '.station').length, 13);
    assert.equal(all(journey, '.way').length, 12);
    assert.include(one(journey, '.drawing').textContent.replaceAll(/\s+/g, ' '), 'Diteruskan ke tim Anda');
  });

  it('writes no word over another, in either language, at any width', async () => {
    for (const locale of ['id', 'en']) {
      for (const width of [480, 560, 768, 1016, 1400]) {
        const journey = await show({ width, locale });
        const frame = one(journey, '.drawing').getBoundingClientRect();
        const boxes = all(journey, '.drawing text').map((text) => ({ text: text.textContent.replaceAll(/\s+/g, ' '), box: text.getBoundingClientRect() }));
        assert.isAtLeast(boxes.length, 13);
        for (const [i, a] of boxes.entries()) {
          assert.isAtMost(a.box.right, frame.right + 0.5, `${a.text} at ${width}`);
          for (const b of boxes.slice(i + 1)) {
            const apart = a.box.right <= b.box.left || b.box.right <= a.box.left || a.box.bottom <= b.box.top + 4 || b.box.bottom <= a.box.top + 4;
            assert.isTrue(apart, `${a.text} on ${b.text} at ${width} in ${locale}`);
          }
        }
      }
    }
  });

  it('lights up the whole path under a pointer and tells it in a sentence', async () => {
    const journey = await show();
    assert.match(line(journey), /^Point at a path/);
    spot(journey, 'way', 'came_back').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }));
    await journey.updateComplete;
    assert.equal(line(journey), 'Of 1,037 chats that AI took first, 61 looked solved, but the customer came back (6%).');
    assert.equal(one(journey, '.line').getAttribute('aria-live'), 'polite');
    const lit = all(journey, '.station.on').map((station) => station.getAttribute('data-id'));
    assert.deepEqual(lit, ['arrived', 'ai_first', 'came_back', 'came_back_ai', 'came_back_team', 'came_back_open']);
    assert.equal(all(journey, '.way.off').length, 12 - 5);
    one(journey, '.drawing').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await journey.updateComplete;
    assert.match(line(journey), /^Point at a path/);
    assert.equal(all(journey, '.on, .off').length, 0);
  });

  it('keeps its height while one reads path after path', async () => {
    const journey = await show({ width: 500 });
    const before = journey.getBoundingClientRect().height;
    for (const { dataset } of all(journey, '.way') as SVGElement[]) {
      spot(journey, 'way', dataset.id!).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }));
      await journey.updateComplete;
      assert.equal(journey.getBoundingClientRect().height, before, dataset.id);
    }
  });
});

describe('journey by keyboard', () => {
  it('is one stop, and arrow keys walk along the flow', async () => {
    const journey = await show();
    assert.equal(all(journey, '.item[tabindex="0"]').length, 1);
    spot(journey, 'station', 'arrived').focus();
    await sendKeys({ press: 'ArrowRight' });
    assert.equal(focused(journey), 'Of 1,447 chats received, AI took 1,037 first (72%).');
    await sendKeys({ press: 'ArrowRight' });
    assert.equal(focused(journey), 'AI first: 1,037 of 1,447 chats (72%).');
    await sendKeys({ press: 'ArrowDown' });
    assert.equal(focused(journey), 'Your team first: 410 of 1,447 chats (28%).');
    await sendKeys({ press: 'End' });
    assert.equal(focused(journey), 'Your team from the start: 410 of 1,447 chats (28%).');
    await sendKeys({ press: 'Home' });
    assert.equal(focused(journey), '1,447 chats received and closed in October 2026.');
    assert.equal(all(journey, '.item[tabindex="0"]').length, 1, 'still one stop');
  });

  it('shows the sentence of where it stands, which a screen reader does not hear twice', async () => {
    const journey = await show();
    spot(journey, 'station', 'arrived').focus();
    await sendKeys({ press: 'ArrowRight' });
    await journey.updateComplete;
    assert.equal(line(journey), focused(journey));
    assert.equal(one(journey, '.line').getAttribute('aria-live'), 'off');
  });

  it('comes back to where it was', async () => {
    const journey = await show();
    spot(journey, 'station', 'arrived').focus();
    await sendKeys({ press: 'End' });
    (journey.shadowRoot!.activeElement as SVGElement).blur();
    await journey.updateComplete;
    assert.equal(spot(journey, 'station', 'human_only').getAttribute('tabindex'), '0');
    assert.match(line(journey), /^Point at a path/);
  });

  it('leaves other keys to the page', async () => {
    const journey = await show();
    const seen: string[] = [];
    journey.addEventListener('keydown', ({ key }) => seen.push(key));
    spot(journey, 'station', 'arrived').focus();
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'ArrowRight' });
    assert.deepEqual(seen, ['Escape']);
  });
});

describe('journey: every number asks for its chats', () => {
  it('by Enter, through the whole page, and the host may take it from there', async () => {
    const journey = await show();
    document.addEventListener('impact-open-chats', (event) => event.preventDefault(), { once: true });
    spot(journey, 'station', 'handed_over').focus();
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    const event = await oneEvent(journey, 'impact-open-chats');
    assert.deepEqual(event.detail, { figure: 'handed_over', days: null, place: null, version: '0.1.0' });
    assert.isTrue(event.composed && event.bubbles && event.cancelable);
    await aTimeout(0);
    assert.isTrue(event.defaultPrevented);
  });

  it('by click, at every station', async () => {
    const journey = await show();
    const asked: string[] = [];
    journey.addEventListener('impact-open-chats', ({ detail }) => asked.push(detail.figure));
    for (const id of ['arrived', 'stayed_solved', 'ai_first', 'team_first', 'came_back_ai'])
      spot(journey, 'station', id).dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true }));
    assert.deepEqual(asked, ['closed', 'stayed_solved', 'ai_first', 'human_only', 'came_back_ai']);
    assert.equal(spot(journey, 'station', 'arrived').getAttribute('role'), 'button');
  });

  it('by a second tap: the first one tells the story', async () => {
    const journey = await show();
    const asked: string[] = [];
    journey.addEventListener('impact-open-chats', ({ detail }) => asked.push(detail.figure));
    const tap = async (): Promise<void> => {
      const target = spot(journey, 'station', 'handed_over');
      const touch = { bubbles: true, composed: true, pointerType: 'touch' };
      for (const type of ['pointerover', 'pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(type, touch));
      // As a browser does it: the focus moves before the click.
      target.focus();
      target.dispatchEvent(new PointerEvent('click', touch));
      await journey.updateComplete;
    };
    await tap();
    assert.deepEqual(asked, []);
    assert.equal(line(journey), 'Passed to your team: 240 of 1,447 chats (17%).');
    await tap();
    assert.deepEqual(asked, ['handed_over']);
  });

  it('in the table too', async () => {
    const journey = await show();
    const rows = all(journey, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent.trim()));
    assert.equal(rows.length, 13);
    assert.deepEqual(rows[0], ['Chats received', '1,447', '100%']);
    assert.deepEqual(rows[4], ['Customer came back › Then solved by AI', '22', '2%']);
    setTimeout(() => (all(journey, 'tbody button')[0] as HTMLElement).click());
    assert.equal((await oneEvent(journey, 'impact-open-chats')).detail.figure, 'closed');
  });
});

describe('journey where there is little room', () => {
  it('is a list of bars on a telephone, and a picture again when there is room', async () => {
    const journey = await show({ width: 328 });
    assert.equal(all(journey, '.list li').length, 13);
    assert.equal(all(journey, '.list .row')[3]!.textContent.replaceAll(/\s+/g, ' ').trim(), 'Customer came back 61 4%');
    setTimeout(() => (all(journey, '.list button')[4] as HTMLElement).click());
    assert.equal((await oneEvent(journey, 'impact-open-chats')).detail.figure, 'came_back_ai');
    journey.parentElement!.style.inlineSize = '900px';
    await waitUntil(() => one(journey, '.drawing') !== null);
    assert.isNull(one(journey, '.list'));
  });

  it('puts the parts of a bar under the bar that they are parts of', async () => {
    const journey = await show({ width: 328 });
    const bars = all(journey, '.row-bar .shape').map((bar) => bar.getBoundingClientRect());
    const [arrived, ai, solved, , , , , , , , , team] = bars;
    assert.closeTo(ai!.right, team!.left, 1);
    assert.closeTo(team!.right, arrived!.right, 1);
    assert.closeTo(solved!.left, ai!.left, 1);
    assert.closeTo(solved!.width / arrived!.width, 620 / 1447, 0.01);
  });
});

describe('journey: states', () => {
  it('does not push away what stands below it when the figures come', async () => {
    for (const width of [360, 500, 800, 1016]) {
      const page = await fixture<HTMLElement>(
        html`<div><qontak-impact-journey src="https://metrics.example.id" .fetcher=${fakeService(hangs).fetcher}></qontak-impact-journey></div>`,
      );
      page.style.inlineSize = `${width}px`;
      const journey = page.querySelector('qontak-impact-journey')!;
      const loading = journey.getBoundingClientRect().height;
      journey.data = month;
      await waitUntil(() => one(journey, width < 480 ? '.list' : '.drawing') !== null);
      assert.closeTo(journey.getBoundingClientRect().height, loading, 30, `at ${width} px`);
    }
  });

  it('fetches its report by itself, and follows the language without asking again', async () => {
    const service = fakeService(gives(month));
    const journey = await fixture<Journey>(
      html`<qontak-impact-journey locale="id" src="https://metrics.example.id" .fetcher=${service.fetcher}></qontak-impact-journey>`,
    );
    await waitUntil(() => one(journey, '.drawing') !== null);
    journey.locale = 'en';
    await journey.updateComplete;
    assert.include(one(journey, '.drawing').textContent, 'Passed to your team');
    assert.equal(service.seen.length, 1);
  });

  it('keeps its place among the keys when new figures come', async () => {
    const journey = await show();
    spot(journey, 'station', 'arrived').focus();
    await sendKeys({ press: 'End' });
    journey.data = reportOf({ stayed_solved: 12, handed_over: 4 });
    await journey.updateComplete;
    assert.equal(all(journey, '.item[tabindex="0"]').length, 1);
    assert.notInclude(readIn(journey), '%');
  });

  it('does not draw figures that do not form the flow', async () => {
    const { settings } = stories.find(({ name }) => name === 'a flow we do not know')!;
    const journey = await fixture<Journey>(html`<qontak-impact-journey locale="en" .data=${settings().data}></qontak-impact-journey>`);
    assert.include(readIn(journey), 'We cannot show this figure yet.');
  });

  it('is accessible as a picture, in both themes', async () => {
    for (const theme of ['light', 'dark']) {
      const journey = await show({ theme });
      spot(journey, 'station', 'came_back').focus();
      await journey.updateComplete;
      await assert.isAccessible(journey);
    }
  });
});
