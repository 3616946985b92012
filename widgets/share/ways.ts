// The ways out of the page. Each leaves nothing behind, and no figure goes into an address of ours.

/** WhatsApp's own address for a message; the reader chooses there who gets it. */
const whatsAppUrl = (text: string): string => `https://wa.me/?text=${encodeURIComponent(text)}`;

/** The device's own way to share, where there is one, else WhatsApp in a new window that knows nothing of this page. */
export async function sendText(text: string): Promise<void> {
  if (typeof navigator.share === 'function') {
    try {
      return await navigator.share({ text });
    } catch (error) {
      // The reader thought better of it.
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
  }
  window.open(whatsAppUrl(text), '_blank', 'noopener,noreferrer');
}

/** False: the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
