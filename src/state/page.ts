// What elements take from the page around them: the nearest attribute, and word of changes on <html>.

/** The element around, out of a shadow root too. */
export const parentOf = (element: Element): Element | null => element.parentElement ?? hostOf(element);

/** The value of the nearest element (itself included, shadow roots crossed) that matches. */
export function nearest<T>(element: Element, selector: string, read: (hit: Element) => T): T | null {
  for (let at: Element | null = element; at !== null; at = hostOf(at)) {
    const hit = at.closest(selector);
    if (hit !== null) return read(hit);
  }
  return null;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

const watchers = new Set<() => void>();
let observer: MutationObserver | null = null;

/** Tells every watcher that the page wants something else. */
export const pageChanged = (): void => watchers.forEach((watcher) => watcher());

/** Calls back when the page's language, theme or page-wide settings change. One observer for all elements, and none when there are none. */
export function watchPage(changed: () => void): () => void {
  watchers.add(changed);
  if (observer === null) {
    observer = new MutationObserver(pageChanged);
    observer.observe(document.documentElement, { attributeFilter: ['lang', 'data-theme'] });
  }
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    observer?.disconnect();
    observer = null;
  };
}
