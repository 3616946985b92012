// What a visitor chose, kept in the address so that a view can be shared. The identity behind it (the token) never goes there.
import { type Locale, LOCALES } from '#lang';
import { isPossible } from './periods.ts';

export const ROLE_CHOICES = ['admin', 'supervisor'] as const;
export type RoleChoice = (typeof ROLE_CHOICES)[number];
export const THEME_CHOICES = ['auto', 'light', 'dark', 'enterprise'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

export interface Choices {
  /** Null: the first of the list. */
  organization: string | null;
  role: RoleChoice;
  /** As the widget takes it: a month, `P30D`, `from/to`; empty: the last full month. */
  period: string;
  /** Null: all channels. */
  channel: string | null;
  locale: Locale;
  theme: ThemeChoice;
}

const DEFAULTS: Choices = { organization: null, role: 'admin', period: '', channel: null, locale: 'id', theme: 'auto' };

const oneOf = <T extends string>(allowed: readonly T[], value: string | null, fallback: T): T => allowed.find((one) => one === value) ?? fallback;

/** Reads an address. What it does not understand becomes the default: an old link still opens. */
export function choicesFrom(query: URLSearchParams): Choices {
  const period = query.get('period') ?? DEFAULTS.period;
  return {
    organization: query.get('organization') || null,
    role: oneOf(ROLE_CHOICES, query.get('role'), DEFAULTS.role),
    period: isPossible(period) ? period : DEFAULTS.period,
    channel: query.get('channel') || null,
    locale: oneOf(LOCALES, query.get('locale'), DEFAULTS.locale),
    theme: oneOf(THEME_CHOICES, query.get('theme'), DEFAULTS.theme),
  };
}

/** Writes the choices into the query, leaving defaults out; other keys (the sandbox's own) stay. */
export function withChoices(query: URLSearchParams, choices: Choices): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const key of Object.keys(DEFAULTS) as (keyof Choices)[]) {
    if (choices[key] === null || choices[key] === DEFAULTS[key]) next.delete(key);
    else next.set(key, choices[key]);
  }
  return next;
}
