import type { Locale } from './locale.ts';
import type { Messages, Placeholders, Strings } from './strings.ts';
import { wordingSource } from './wording-source.ts';

type Values<Text extends string> = [Placeholders<Text>] extends [never] ? [] : [values: Readonly<Record<Placeholders<Text>, string | number>>];

/** Says a text in one language. A forgotten placeholder does not compile. */
export type Translate<Texts extends Record<string, string>> = <Key extends keyof Texts & string>(key: Key, ...values: Values<Texts[Key]>) => string;

/** What is put in the place of each `{{name}}`. */
export type Fillings = Readonly<Record<string, string | number>>;

/**
 * The texts of one widget in one language. Ours are checked by the compiler, for keys and placeholders, and need nothing but filling in.
 * With a host's wording over them i18next speaks, once it is here; until then ours do.
 */
export function translate<Texts extends Record<string, string>>(locale: Locale, strings: Strings<Texts>, messages?: Messages): Translate<Texts> {
  const { wording } = wordingSource;
  if (messages !== undefined && wording !== null) return wording.translateOver(messages, locale, strings);
  const texts = strings[locale];
  return (key, ...[values]) => fill(texts[key], values);
}

const fill = (text: string, values: Fillings = {}): string => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
