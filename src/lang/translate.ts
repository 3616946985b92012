import { createInstance, type i18n } from 'i18next';
import { LOCALES, type Locale } from './locale.ts';
import type { Messages, Placeholders, Strings } from './strings.ts';

type Values<Text extends string> = [Placeholders<Text>] extends [never] ? [] : [values: Readonly<Record<Placeholders<Text>, string | number>>];

/** Says a text in one language. A forgotten placeholder does not compile. */
export type Translate<Texts extends Record<string, string>> = <Key extends keyof Texts & string>(key: Key, ...values: Values<Texts[Key]>) => string;

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

const shared = ownInstance();

/** Elements with a host's own wording get an instance of theirs, which goes away with the messages object. */
const withMessages = new WeakMap<Messages, i18n>();

function instanceFor(messages: Messages | undefined): i18n {
  if (messages === undefined) return shared;
  const known = withMessages.get(messages);
  if (known !== undefined) return known;
  const own = ownInstance();
  withMessages.set(messages, own);
  return own;
}

/** The texts of one widget in one language, with the host's wording over ours. */
export function translate<Texts extends Record<string, string>>(locale: Locale, strings: Strings<Texts>, messages?: Messages): Translate<Texts> {
  const instance = instanceFor(messages);
  const { namespace } = strings;
  if (!instance.hasResourceBundle(locale, namespace)) {
    instance.addResourceBundle(locale, namespace, { ...strings[locale], ...messages?.[locale]?.[namespace] });
  }
  const t = instance.getFixedT(locale, namespace) as (key: string, options: { replace: Readonly<Record<string, string | number>> }) => string;
  // In `replace`, so that a placeholder called `count` or `context` stays a placeholder and chooses no other text.
  return (key, ...[values]) => t(key, { replace: values ?? {} });
}
