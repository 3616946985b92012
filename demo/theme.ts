import type { ThemeChoice } from './choices.ts';

const device = matchMedia('(prefers-color-scheme: dark)');

/** Puts the theme on the root element as the product's shell does: its classes and the product's family carry the colours. */
export function showTheme(theme: ThemeChoice): void {
  const dark = theme === 'dark' || (theme === 'auto' && device.matches);
  document.documentElement.classList.toggle('dark', dark);
  document.documentElement.classList.toggle('light', !dark);
  if (theme === 'enterprise') document.documentElement.dataset.productTheme = 'enterprise';
  else delete document.documentElement.dataset.productTheme;
}

/** Keeps `auto` true when the device changes its mind. */
export function followDevice(theme: () => ThemeChoice, signal: AbortSignal): void {
  device.addEventListener('change', () => showTheme(theme()), { signal });
}
