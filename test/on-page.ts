import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { perform, type Story } from '#kit';
import type { Settings } from '#state';
import { type Appearance, dress } from './appearances.ts';

/** What a reader has ended up with in an element. */
export function endOf(root: ShadowRoot): Story['ends'] {
  if (root.querySelector('[part="error"]')) return 'failed';
  return root.querySelector('[aria-busy="false"]') ? 'ready' : 'loading';
}

/** Every element below this one, shadow roots included. */
export function* everything(root: Element | ShadowRoot): Generator<Element> {
  if (root instanceof Element && root.shadowRoot) yield* everything(root.shadowRoot);
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

/** Boxes that reach beyond what they stand in. A table of many columns may scroll within its own frame. */
export function overflowing(root: Element, right: number): string[] {
  return [...everything(root)]
    .filter((element) => element.getBoundingClientRect().right > right + 0.5 && !element.classList.contains('spoken') && !element.closest('.table-scroll > *'))
    .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`);
}

/** Text that does not fit in a box that hides what sticks out. */
export function cutOff(root: Element): string[] {
  return [...everything(root)]
    .filter((element) => {
      if (!(element instanceof HTMLElement) || element.closest('.spoken, .table-scroll') !== null || element.textContent.trim() === '') return false;
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline' || display === 'none') return false;
      return (
        (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
        (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map((element) => `${element.localName}.${element.className}`);
}

/** What a browser does that makes nothing but the text larger. The words of a drawing belong to the picture, which has a table. */
export function enlargeText(root: Element, times: number): void {
  const texts = [...everything(root)].filter((element): element is HTMLElement => element instanceof HTMLElement);
  const sizes = texts.map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * times);
  for (const [i, element] of texts.entries()) element.style.setProperty('font-size', `${sizes[i]}px`, 'important');
}

/** The page around a story. */
interface Around {
  width?: number;
  appearance?: Appearance;
}

/** Shows a story in a wrapper, of a telephone's width by default, and waits until it has come to its end. */
export async function show(
  story: Story,
  settings: Partial<Settings>,
  { width = 360, appearance = 'light' }: Around = {},
): Promise<{ page: HTMLElement; element: LitElement & Settings }> {
  const page = document.createElement('main');
  page.style.inlineSize = `${width}px`;
  const element = document.createElement(story.tag) as LitElement & Settings;
  Object.assign(element, story.settings(), await dress(page, appearance), settings);
  page.append(element);
  document.body.append(page);
  const root = element.shadowRoot!;
  await waitUntil(() => endOf(root) === story.ends, `${story.tag} ${story.name} does not end ${story.ends}`, { timeout: 5000 });
  await perform(element, story);
  for (const nested of root.querySelectorAll<LitElement>('*')) await nested.updateComplete;
  return { page, element };
}

/** Gives a shown story another appearance, as a reader's choice would while it stands. */
export async function redress(page: HTMLElement, element: LitElement & Settings, appearance: Appearance): Promise<void> {
  Object.assign(element, await dress(page, appearance));
  await element.updateComplete;
}

export async function frames(n: number): Promise<void> {
  for (let i = 0; i < n; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}
