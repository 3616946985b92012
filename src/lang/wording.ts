import { createInstance, type i18n } from 'i18next';
import { LOCALES, type Locale } from './locale.ts';
import type { Messages, Strings } from './strings.ts';
import type { Fillings, Translate } from './translate.ts';
import { strangeNames, strangeTexts } from './strange.ts';
import { wordingSource } from './wording-source.ts';

/**
 * An i18next of our own: the global one belongs to the host. No escaping, because texts reach the page through Lit's bindings,
 * which escape once; twice would show `&amp;`.
 */
function ownInstance(): i18n {
  const instance = createInstance();
  void instance.init({
    initAsync: false,
    lng: LOCALES[0],
    fallbackLng: LOCALES[0],
    resources: {},
    nsSeparator: false,
    keySeparator: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** One for each host's wording, which goes away with it. */
const instances = new WeakMap<Messages, i18n>();

function instanceFor(messages: Messages): i18n {
  const known = instances.get(messages);
  if (known !== undefined) return known;
  const own = ownInstance();
  instances.set(messages, own);
  for (const name of strangeNames(messages)) wordingSource.strange(name);
  return own;
}

/** In every language at once: who writes the wording may never see the page in the other one. */
function sayStrange<Texts extends Record<string, string>>(messages: Messages, strings: Strings<Texts>): void {
  const { namespace } = strings;
  for (const locale of LOCALES)
    for (const name of strangeTexts(messages[locale]?.[namespace], strings[locale])) wordingSource.strange(`${locale}.${namespace}.${name}`);
}

/** The texts of one widget in one language, with the host's wording over ours. */
export function translateOver<Texts extends Record<string, string>>(messages: Messages, locale: Locale, strings: Strings<Texts>): Translate<Texts> {
  const instance = instanceFor(messages);
  const { namespace } = strings;
  if (!LOCALES.some((one) => instance.hasResourceBundle(one, namespace))) sayStrange(messages, strings);
  if (!instance.hasResourceBundle(locale, namespace)) {
    instance.addResourceBundle(locale, namespace, { ...strings[locale], ...messages[locale]?.[namespace] });
  }
  const t = instance.getFixedT(locale, namespace) as (key: string, options: { replace: Fillings }) => string;
  // In `replace`, so that a placeholder called `count` or `context` stays a placeholder and chooses no other text. Where a text refers
  // to another one with `$t()`, i18next looks in there for its language and namespace, too.
  return (key, ...[values]) => t(key, { replace: { ...values, lng: locale, ns: namespace } });
}
