/** Keys that belong to the page wherever they are pressed: leaving a dialog, moving on, its own shortcuts. */
const isOfThePage = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => key === 'Escape' || key === 'Tab' || ctrlKey || metaKey;

/**
 * Typing in a form is not a shortcut of the host: a page whose "s" means search would jump away in the middle of a word, because from
 * outside a shadow root the key seems pressed on the element and not in a field. To be put around fields, for keydown, keyup and keypress.
 */
export function keepKeys(event: KeyboardEvent): void {
  if (!isOfThePage(event)) event.stopPropagation();
}
