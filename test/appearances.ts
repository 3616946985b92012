/** As the product can look: by the report's own colours, or by what the shell of its second family of products says. */
export const APPEARANCES = ['light', 'dark', 'enterprise'] as const;
export type Appearance = (typeof APPEARANCES)[number];

const FRAME = { light: '#f1f5f9', dark: '#161a1d' } as const;

/** The custom properties that the shell puts on its root element; loaded once for a page of tests. */
const shellColours = new Promise<void>((resolve, reject) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL('../demo/pixel.css', import.meta.url).href });
  link.addEventListener('load', () => resolve());
  link.addEventListener('error', () => reject(new Error('Could not load demo/pixel.css.')));
  document.head.append(link);
});

/** Puts a page into an appearance; what comes back is for the settings of the element on it. */
export async function dress(page: HTMLElement, appearance: Appearance): Promise<{ theme: 'light' | 'dark' | 'auto' }> {
  if (appearance === 'enterprise') {
    await shellColours;
    Object.assign(page.dataset, { pandaTheme: 'next', productTheme: 'enterprise' });
    page.style.background = 'var(--mp-colors-background-surface)';
    return { theme: 'auto' };
  }
  delete page.dataset.pandaTheme;
  delete page.dataset.productTheme;
  page.style.background = FRAME[appearance];
  return { theme: appearance };
}
