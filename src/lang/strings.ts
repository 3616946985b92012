import type { Locale } from './locale.ts';

/** What a text expects: `Placeholders<'{{net}} dari {{of}}'>` is `'net' | 'of'`. */
export type Placeholders<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/** The texts of one widget, in every language, under one namespace. */
export interface Strings<Texts extends Record<string, string> = Record<string, string>> {
  readonly namespace: string;
  readonly id: Texts;
  readonly en: Readonly<Record<keyof Texts, string>>;
}

/**
 * Declares the texts of a widget. Indonesian comes first and is the source of keys and placeholders;
 * a key that English lacks, or has too many, does not compile.
 */
export function defineStrings<const Texts extends Record<string, string>>(
  namespace: string,
  texts: { id: Texts; en: { readonly [Key in keyof Texts]: string } },
): Strings<Texts> {
  return { namespace, ...texts };
}

/** Wording of the host's own: per language and widget the texts that differ. */
export type Messages = Partial<Record<Locale, Record<string, Record<string, string>>>>;
