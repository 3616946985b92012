/**
 * After the frame in which the figures appear, in a pause of the page: evaluating the library before that frame would hold them up.
 * Not only once visible: who prints wants the charts further down too. Safari knows no idle callback.
 */
export async function quiet(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 500 });
    else setTimeout(resolve, 50);
  });
}
