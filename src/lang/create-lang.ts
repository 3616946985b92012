import type { Locale } from './locale.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { type Periods, periodsOf } from './periods.ts';
import type { Messages, Strings } from './strings.ts';
import { type Translate, translate } from './translate.ts';

/** Everything a view needs to speak: a widget's texts, figures and dates in one language. */
export interface Lang<Texts extends Record<string, string> = Record<string, string>> {
  readonly locale: Locale;
  /** The host's own wording, handed on to texts that several widgets share. */
  readonly messages: Messages | undefined;
  readonly t: Translate<Texts>;
  readonly numbers: Numbers;
  readonly periods: Periods;
}

/** The language of the texts given: `LangOf<typeof strings>`. */
export type LangOf<S> = S extends Strings<infer Texts> ? Lang<Texts> : never;

/** What is common to every widget's language; enough to make another one from. */
export type Speech = Pick<Lang, 'locale' | 'messages'>;

export function createLang<Texts extends Record<string, string>>(locale: Locale, strings: Strings<Texts>, messages?: Messages): Lang<Texts> {
  return { locale, messages, t: translate(locale, strings, messages), numbers: numbersOf(locale), periods: periodsOf(locale) };
}
