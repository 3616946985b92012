/** So long may drawing go on in one go, in ms; laying out and painting what was drawn takes as long again, and a frame has 16.7. */
const AT_ONCE_MS = 8;

/** No frame comes within so long, in ms: the tab was hidden meanwhile, or the page is in a frame that is not shown. */
const NO_FRAME_MS = 100;

/** Until the frame with what was drawn last; null: nothing was. */
let frame: Promise<void> | null = null;
let began = 0;

/**
 * Draws cards that come together one after the other, each in a frame of its own where the device is slow: between two of them the page
 * answers, which all at once would keep it from.
 */
export async function inTurn(draw: () => void): Promise<void> {
  while (frame !== null && performance.now() - began > AT_ONCE_MS) await frame;
  if (frame === null) {
    began = performance.now();
    frame = frameToCome().then(() => void (frame = null));
  }
  draw();
}

/** The next frame, and its layout. A page that is hidden has none, and nobody to answer. */
const frameToCome = (): Promise<void> =>
  new Promise((done) => {
    if (document.visibilityState === 'hidden') return done();
    const request = requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(done);
    });
    const late = setTimeout(() => {
      cancelAnimationFrame(request);
      done();
    }, NO_FRAME_MS);
  });
