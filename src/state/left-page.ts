/** That nothing more becomes of an element, for who waits for it. */
export const leftPage = (): DOMException =>
  new DOMException('Could not wait for the report: its element has left the page. Put it back into the page, then ask again.', 'AbortError');
