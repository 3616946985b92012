import { LOCALES } from './locale.ts';
import type { Messages } from './strings.ts';

/** Whose texts there are: the names that the widgets' files of strings give defineStrings(), which test/strings.node.ts compares. */
export const NAMESPACES: readonly string[] = [
  'about',
  'after-hours',
  'card',
  'chats',
  'chats-failure',
  'cost',
  'fault',
  'hero',
  'how-we-count',
  'journey',
  'period-picker',
  'picture',
  'picture_file',
  'reopen-rate',
  'report',
  'report-empty',
  'revised',
  'sentiment',
  'share',
  'trend',
  'turns',
  'window',
  'working-hours',
];

/** Languages and widgets in a host's wording that there are not. */
export function strangeNames(messages: Messages): string[] {
  return Object.entries(messages).flatMap(([locale, widgets]) =>
    (LOCALES as readonly string[]).includes(locale)
      ? Object.keys(widgets ?? {})
          .filter((name) => !NAMESPACES.includes(name))
          .map((name) => `${locale}.${name}`)
      : [locale],
  );
}

/** Texts in it that the widget does not have, nor another of them refers to. */
export function strangeTexts(own: Readonly<Record<string, string>> | undefined, ours: object): string[] {
  const said = Object.values(own ?? {}).join(' ');
  return Object.keys(own ?? {}).filter((name) => !Object.hasOwn(ours, name) && !said.includes(`$t(${name}`));
}
