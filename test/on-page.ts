import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { perform, type Story } from '#kit';
import type { Settings } from '#state';

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

/** Shows a story in a wrapper of 360 px and waits until it has come to its end. */
export async function show(story: Story, settings: Partial<Settings>): Promise<{ page: HTMLElement; element: LitElement & Settings }> {
  const page = document.createElement('main');
  page.style.cssText = `inline-size: 360px; background: ${settings.theme === 'dark' ? '#161a1d' : '#f1f5f9'}`;
  const element = document.createElement(story.tag) as LitElement & Settings;
  Object.assign(element, story.settings(), settings);
  page.append(element);
  document.body.append(page);
  const root = element.shadowRoot!;
  await waitUntil(() => endOf(root) === story.ends, `${story.tag} ${story.name} does not end ${story.ends}`, { timeout: 5000 });
  await perform(element, story);
  for (const nested of root.querySelectorAll<LitElement>('*')) await nested.updateComplete;
  return { page, element };
}
