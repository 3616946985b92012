import type { Story } from '#kit';

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
