import type { MisuseCode } from './misuses.ts';

const said = new Set<string>();

/**
 * Tells whoever looks at the console, once for each place. The sentences are fetched when there is something to say: a page that is well
 * made never pays for them. It is no place for values: a setting can hold what nobody else must read.
 * @param where - A tag, a name of ours, an origin, or an address up to the end of its path.
 */
export function complain(code: MisuseCode, where = '', level: 'error' | 'warn' = 'error'): void {
  const key = `${code} ${where}`;
  if (said.has(key)) return;
  said.add(key);
  void sentence(code, where).then((text) => console[level](text));
}

async function sentence(code: MisuseCode, where: string): Promise<string> {
  try {
    const { misuseText } = await import('./misuses.ts');
    return misuseText(code, where);
  } catch {
    // The same page that keeps our code away is what there is to say.
    return `${code} (${where}) See docs/integration-errors.md.`;
  }
}
