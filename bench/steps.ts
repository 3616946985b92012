const AGAIN_MS = 30_000;

/**
 * Says what is under way, and how long it took. What takes long says now and then that it has not died.
 * @param work may tell how far it has come
 */
export async function step<T>(name: string, work: (tell: (progress: string) => void) => Promise<T>): Promise<T> {
  const start = performance.now();
  const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  let progress = '';
  console.log(name);
  const again = setInterval(() => console.log(`  ${seconds()} so far${progress}`), AGAIN_MS);
  try {
    const result = await work((text) => (progress = `, ${text}`));
    console.log(`  ${seconds()}`);
    return result;
  } finally {
    clearInterval(again);
  }
}
