// The whole report with nothing but a keyboard: every control can be reached, says what it is, is seen to have the focus, and lets go of it.
import { assert, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { everything } from './on-page.ts';
import { showReport } from './whole-report.ts';

const press = (key: string): Promise<void> => sendKeys({ press: key });

/** What has the focus, in whatever shadow root. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

function nameOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot | Document;
  const by = element
    .getAttribute('aria-labelledby')
    ?.split(' ')
    .map((id) => root.querySelector(`#${id}`)?.textContent ?? '');
  const labels = 'labels' in element ? [...(element as HTMLInputElement).labels!].map((label) => label.textContent) : [];
  return (element.getAttribute('aria-label') ?? by?.join(' ') ?? (labels.length > 0 ? labels.join(' ') : element.textContent)).trim();
}

const isDrawn = (element: Element): boolean => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
};

/** Around the control, around what stands for a hidden one, or as the line around a shape of a drawing. */
function showsFocus(element: Element): boolean {
  if (isDrawn(element) || (element.nextElementSibling !== null && isDrawn(element.nextElementSibling))) return true;
  return [...element.querySelectorAll('.shape, .reach')].some((shape) => {
    const { stroke, strokeWidth } = getComputedStyle(shape);
    return (stroke !== 'none' && Number.parseFloat(strokeWidth) >= 2) || Number(getComputedStyle(shape).opacity) > 0.6;
  });
}

/** A radio that is not chosen is reached by arrows from the one that is. */
const isStop = (element: Element): boolean =>
  element.matches('button, a[href], input, select, textarea, summary, [tabindex="0"]') &&
  !element.matches('[tabindex="-1"], :disabled, [type="radio"]:not(:checked)') &&
  element.checkVisibility({ visibilityProperty: true });

const describeElement = (element: Element): string =>
  `${element.localName}.${element.getAttribute('class') ?? ''}#${element.id} "${nameOf(element).slice(0, 40)}"`;

describe('the whole report by keyboard', () => {
  let before: HTMLButtonElement;
  let after: HTMLButtonElement;
  let report: HTMLElement;

  const button = (text: string): HTMLButtonElement => {
    const element = document.createElement('button');
    element.textContent = text;
    document.body.append(element);
    return element;
  };

  beforeEach(async () => {
    await setViewport({ width: 1016, height: 800 });
    before = button('before');
    report = await showReport();
    after = button('after');
  });
  afterEach(async () => {
    for (const element of [before, report, after]) element.remove();
    await setViewport({ width: 800, height: 600 });
  });

  it('every control is a stop with a name and a visible focus, in the order of the page, and Tab leads out again', async () => {
    const controls = [...everything(report)].filter(isStop);
    const seen: Element[] = [];
    before.focus();
    for (;;) {
      await press('Tab');
      const element = focused()!;
      if (element === after) break;
      assert.isBelow(seen.length, controls.length + 5, `the focus never comes out: ${describeElement(element)}`);
      assert.notEqual(nameOf(element), '', `without a name: ${describeElement(element)}`);
      assert.isTrue(showsFocus(element), `the focus is not seen: ${describeElement(element)}`);
      const { top, bottom } = element.getBoundingClientRect();
      assert.isTrue(bottom > 0 && top < innerHeight, `out of sight: ${describeElement(element)}`);
      seen.push(element);
    }
    assert.deepEqual(controls.filter((control) => !seen.includes(control)).map(describeElement), [], 'cannot be reached');
    assert.isAbove(seen.length, 30);
    await sendKeys({ down: 'Shift' });
    await press('Tab');
    await sendKeys({ up: 'Shift' });
    assert.equal(focused(), seen.at(-1), 'and back in by the same way');
  });

  const NUMBERS = {
    'a count': '.chats button.chats-number',
    'a figure in large': '.figure button.chats-number',
    'a number in a sentence': '.said button.chats-number',
    'a cell of a table': 'td button.chats-number',
    'what is not known': '.what button.chats-number',
  };
  for (const [what, selector] of Object.entries(NUMBERS)) {
    it(`${what} opens its chats in a dialog that keeps the focus, and Escape gives it back`, async () => {
      for (const element of everything(report)) if (element instanceof HTMLDetailsElement) element.open = true;
      const number = [...everything(report)].find((element) => element.matches(selector))! as HTMLElement;
      number.focus();
      await press('Enter');
      const dialog = (): HTMLDialogElement | null => report.shadowRoot!.querySelector('.chats, qontak-impact-chats')!.shadowRoot!.querySelector('dialog[open]');
      await waitUntil(() => dialog()?.querySelector('button') && dialog()!.contains(focused()), 'the dialog has the focus', { timeout: 5000 });
      // From the last control the Tab key leads to Firefox's own toolbar, and no key leads back.
      const steps = navigator.userAgent.includes('Firefox/') ? Math.min(14, dialog()!.querySelectorAll('button').length - 1) : 14;
      for (let i = 0; i < steps; i += 1) {
        await press('Tab');
        const element = focused();
        assert.isTrue(
          element === document.body || dialog()!.contains(element),
          `the focus has left the dialog for ${element === null ? 'nothing' : describeElement(element)}`,
        );
      }
      await press('Escape');
      await waitUntil(() => dialog() === null, 'the dialog is closed');
      assert.equal(focused(), number);
    });
  }

  it('a bar that is clicked opens its chats, and gets the focus back', async () => {
    const bar = [...everything(report)].find((element) => element.matches('.reach[data-place]'))!;
    bar.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    const dialog = (): HTMLDialogElement | null => report.shadowRoot!.querySelector('.chats, qontak-impact-chats')!.shadowRoot!.querySelector('dialog[open]');
    await waitUntil(() => dialog()?.contains(focused()), 'the dialog has the focus', { timeout: 5000 });
    await press('Escape');
    await waitUntil(() => dialog() === null, 'the dialog is closed');
    assert.equal(focused(), bar.closest('svg'), 'the keyboard goes on from the drawing');
  });

  it('the points of the chart and the stations of the journey are walked by arrows and told', async () => {
    const all = [...everything(report)];
    const chart = all.find((element) => element.matches('.plot'))! as HTMLElement;
    const told = (): string => chart.parentElement!.querySelector('[aria-live], [role="status"]')?.textContent ?? '';
    chart.focus();
    await press('Home');
    await waitUntil(() => told() !== '', 'the first point is told');
    const first = told();
    await press('ArrowRight');
    await waitUntil(() => told() !== first, 'the next point is told');
    const station = all.find((element) => element.matches('.item[tabindex="0"]'))! as SVGElement;
    station.focus();
    const names = [nameOf(focused()!)];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await press(key);
      names.push(nameOf(focused()!));
    }
    assert.equal(new Set(names).size, names.length, names.join(' | '));
    assert.isTrue(showsFocus(focused()!), 'the focus is seen on the drawing');
  });
});
