import type { ChartTheme } from '../chart/chart-theme.ts';

/** A picture has no theme: the colours of light pages, where it will be looked at. */
export const PAINTS = {
  text: '#272b32',
  muted: '#535c6b',
  line: '#758195',
  hair: '#dcdfe4',
  ai: '#8270db',
  on_ai: '#5f519f',
  human: '#119e8f',
  other: '#656f80',
  reopened: '#e46910',
  better: '#1c8459',
  worse: '#c33e35',
  warning: '#a14a0b',
  paper: '#ffffff',
} as const;

export type Paint = keyof typeof PAINTS;

/** The same for a chart. */
export const chartThemeOf = (font: string): ChartTheme => ({
  font,
  inks: {
    ai: PAINTS.ai,
    'ai-range': 'rgb(130 112 219 / 12%)',
    'ai-forecast': 'rgb(130 112 219 / 24%)',
    reopened: PAINTS.reopened,
    baseline: PAINTS.line,
    grid: PAINTS.hair,
    muted: PAINTS.muted,
    bg: PAINTS.paper,
  },
});
