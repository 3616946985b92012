// What hosts set, as it is meant. Frameworks write null, an empty text or 0 for what is taken back, and JavaScript knows no types: neither may
// keep a report from being drawn.
import { complain } from '#data';
import { localeOf } from '#lang';
import { FEATURES } from './features.ts';
import type { Settings } from './settings.ts';
import { COMPARISONS, VIEWS } from './views.ts';

/** What holds when nothing is said; of the others: nothing. */
const DEFAULTS: Partial<Settings> = { theme: 'auto', headingLevel: 2, readonly: false };

/** Undefined: that is no such value. */
type Reader = (given: unknown) => unknown;

/** The way to the service checks functions, the contract checks a report. */
const as: Reader = (given) => given;
const text: Reader = (given) => (typeof given === 'string' || typeof given === 'number' || given instanceof URL ? String(given) : undefined);
const object: Reader = (given) => (typeof given === 'object' ? given : undefined);
const oneOf =
  (values: readonly unknown[]): Reader =>
  (given) =>
    values.includes(given) ? given : undefined;
const level: Reader = (given) => oneOf([1, 2, 3, 4, 5, 6])(Number(given));

// A record, so that a new setting is not forgotten here.
const READERS: Readonly<Record<keyof Settings, Reader>> = {
  src: text,
  org: text,
  period: text,
  from: text,
  to: text,
  channel: text,
  locale: (given) => localeOf(text(given) as string | undefined) && given,
  theme: oneOf(['auto', 'light', 'dark']),
  headingLevel: level,
  readonly: Boolean,
  view: oneOf(VIEWS),
  compare: oneOf(COMPARISONS),
  features: object,
  messages: object,
  tokenProvider: as,
  fetcher: as,
  data: as,
};

export const isSetting = (name: PropertyKey): name is keyof Settings => Object.hasOwn(READERS, name);

/**
 * The value of a setting. What it cannot have is as if it was not set, and the console says so.
 * @param where - Whose setting it is.
 */
export function valueOf<Name extends keyof Settings>(name: Name, given: unknown, where: string): Settings[Name] {
  const read = given ? READERS[name](given) : null;
  if (given && read == null) complain(name === 'locale' ? 'IMPACT-008' : 'IMPACT-028', `${name} of ${where}`);
  if (name === 'features')
    for (const key of Object.keys(read ?? {})) if (!(FEATURES as readonly string[]).includes(key)) complain('IMPACT-007', `${key} of features`);
  return (read ?? DEFAULTS[name]) as Settings[Name];
}

/** Puts what fits in place of what was set. */
export function clean<Name extends keyof Settings>(element: Element & Settings, name: Name): void {
  const settings: Settings = element;
  const value = valueOf(name, settings[name], `<${element.localName}>`);
  if (value !== settings[name]) settings[name] = value;
}
