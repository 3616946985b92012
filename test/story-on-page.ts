import type { Story } from '#kit';

/** What a reader has ended up with in an element. */
export function endOf(root: ShadowRoot): Story['ends'] {
  if (root.querySelector('[part="error"]')) return 'failed';
  return root.querySelector('[aria-busy="false"]') ? 'ready' : 'loading';
}
