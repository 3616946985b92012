// The whole report for readers who hear it, who need it larger, in their own few colours, or without movement.
import { assert, waitUntil } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, executeServerCommand, setViewport } from '@web/test-runner-commands';
import { cutOff, enlargeText, everything, frames, overflowing } from './on-page.ts';
import { showReport } from './whole-report.ts';

interface Accessible {
  role: string;
  name?: string;
  level?: number;
  children?: Accessible[];
}

/** See scripts/forced-colors.ts. */
const forceColors = (on: boolean): Promise<boolean> => executeServerCommand('forced-colors', on);

const tree = async (): Promise<Accessible> => (await a11ySnapshot({})) as unknown as Accessible;
const allIn = (node: Accessible): Accessible[] => [node, ...(node.children ?? []).flatMap(allIn)];

const TITLES = [
  'Chats that AI solved by itself',
  'Team time saved, and what it is worth',
  'Chats that AI solved by itself, over time',
  'Where every chat went: AI and your team',
  'Outside your working hours',
  'Customers who came back',
  'Back-and-forths until it was solved',
  'How customers felt by the end of the chat',
  'How we count',
];

describe('the whole report', () => {
  let report: HTMLElement;
  const show = async (width: number): Promise<void> => {
    await setViewport({ width, height: 800 });
    report = await showReport();
    await frames(3);
  };
  afterEach(async () => {
    report.remove();
    await forceColors(false);
    await emulateMedia({ reducedMotion: 'no-preference' });
    await setViewport({ width: 800, height: 600 });
  });

  it('has a name and a role for everything in the accessibility tree', async () => {
    await show(1016);
    const nodes = allIn(await tree());
    const nameless = nodes.filter(
      ({ role, name = '' }) => /^(button|link|combobox|textbox|radio|checkbox|application|img|image|table|dialog|heading)$/.test(role) && name.trim() === '',
    );
    assert.deepEqual(
      nameless.map(({ role }) => role),
      [],
    );
    const headings = nodes.filter(({ role }) => role === 'heading');
    for (const title of TITLES)
      assert.isTrue(
        headings.some(({ name, level }) => name === title && level === 2),
        `no heading "${title}" among ${headings.map(({ name }) => name).join(' | ')}`,
      );
    const chart = nodes.find(({ role, name }) => role === 'application' && name!.startsWith('Chats that AI solved by itself'));
    assert.include(chart?.name, 'Better than in your first month with AI');
    assert.exists(nodes.find(({ role, name }) => role === 'button' && name === 'Share with your boss'));
  });

  it('says aloud that it has come, and that it could not', async () => {
    await show(1016);
    const live = (selector: string): string[] =>
      [...everything(report)].filter((element) => element.matches(selector)).map((element) => element.textContent.trim());
    assert.include(live('[role="status"]'), 'The report is shown');
    const failing = document.createElement('qontak-impact-report');
    Object.assign(failing, { src: 'https://metrics.example.id', locale: 'en', fetcher: async () => new Response(null, { status: 429 }) });
    document.body.append(failing);
    await waitUntil(() => [...everything(failing)].some((element) => element.matches('[role="alert"]')), 'the failure is announced');
    const alert = allIn(await tree()).find(({ role }) => role === 'alert');
    assert.isTrue(
      allIn(alert!).some(({ name }) => name === 'Too many requests in a short time'),
      JSON.stringify(alert),
    );
    failing.remove();
  });

  for (const width of [360, 1016]) {
    it(`loses nothing at ${width} px when the text is twice as large`, async () => {
      await show(width);
      enlargeText(report, 2);
      await frames(4);
      assert.deepEqual(overflowing(report, report.getBoundingClientRect().right), []);
      assert.deepEqual(cutOff(report), []);
    });
  }

  it('needs no scrolling sideways at 400 % of 1280 px, and everything is there', async () => {
    await show(320);
    assert.isAtMost(document.documentElement.scrollWidth, 320);
    assert.deepEqual(overflowing(report, 320), []);
    assert.deepEqual(cutOff(report), []);
    const headings = allIn(await tree()).filter(({ role }) => role === 'heading');
    for (const title of TITLES)
      assert.isTrue(
        headings.some(({ name }) => name === title),
        title,
      );
  });

  it('can be told apart in forced colours: cards, bars, chosen choices, lines and points of the chart', async () => {
    await forceColors(true);
    assert.isTrue(matchMedia('(forced-colors: active)').matches);
    await show(1016);
    const all = [...everything(report)];
    const background = getComputedStyle(all.find((element) => element.matches('.card'))!).backgroundColor;
    for (const card of all.filter((element) => element.matches('.card'))) {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(card);
      assert.deepEqual([borderTopStyle, borderTopWidth], ['solid', '1px']);
      assert.notEqual(borderTopColor, background);
    }
    const painted = (selector: string): Set<string> =>
      new Set(all.filter((element) => element.matches(selector)).map((element) => getComputedStyle(element).backgroundColor));
    assert.isAtLeast(painted('.square.solved, .square.came_back, .square.rest').size, 2, 'the squares of the headline');
    assert.isAtLeast(painted('.segment input:checked + span, .segment input:not(:checked) + span').size, 2, 'the chosen of a row of choices');
    const line = all.find((element) => element.matches('.first [stroke-width="2"]'))!;
    assert.notEqual(getComputedStyle(line).stroke, background, 'the first picture of the chart');
    const canvas = all.find((element): element is HTMLCanvasElement => element instanceof HTMLCanvasElement)!;
    canvas.parentElement!.dispatchEvent(new PointerEvent('pointerenter'));
    await waitUntil(() => inkOn(canvas, background) > 500, 'the chart is drawn in a colour other than that of the card', { timeout: 10_000 });
    const button = all.find((element): element is HTMLElement => element.matches('button.chats-number'))!;
    button.focus({ focusVisible: true } as FocusOptions);
    assert.equal(getComputedStyle(button).outlineStyle, 'solid');
    const shape = all.find((element) => element.matches('.station .shape'))!;
    assert.notEqual(getComputedStyle(shape).fill, background, 'the stations of the journey');
  });

  it('moves nothing for who wants less movement', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    await show(1016);
    const waiting = document.createElement('qontak-impact-hero');
    Object.assign(waiting, { src: 'https://metrics.example.id', fetcher: () => new Promise(() => {}) });
    document.body.append(waiting);
    await frames(2);
    for (const element of everything(report)) if (element.matches('.item[tabindex="0"]')) (element as SVGElement).focus();
    const moving = [report, waiting].flatMap((host) => [...everything(host)].flatMap((element) => element.getAnimations()));
    const long = moving.filter((animation) => Number(animation.effect?.getTiming().duration) > 1);
    assert.deepEqual(
      long.map((animation) => (animation as CSSAnimation).animationName),
      [],
    );
    waiting.remove();
  });
});

/** So many pixels of a canvas have been drawn in another colour than what lies below. */
function inkOn(canvas: HTMLCanvasElement, below: string): number {
  if (canvas.width === 0 || canvas.height === 0) return 0;
  const [red, green, blue] = below.match(/\d+/g)!.map(Number) as [number, number, number];
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let drawn = 0;
  for (let at = 0; at < data.length; at += 4) {
    const differs = Math.abs(data[at]! - red) + Math.abs(data[at + 1]! - green) + Math.abs(data[at + 2]! - blue) > 120;
    if (data[at + 3]! > 127 && differs) drawn += 1;
  }
  return drawn;
}
