import { complain, type ErrorCode } from '#data';

/** Only properties can hold them. In lower case, and with dashes, as frameworks and people write them. */
export const MISPLACED: readonly string[] = ['tokenprovider', 'token-provider', 'fetcher', 'data', 'messages', 'features'];

/** Of which elements the console has said already why something never arrived: that it is missing would be a second line for one mistake. */
const explained = new WeakMap<Element, Set<ErrorCode>>();

/** Without it the element would complain of this code. By its name however it was written. */
const MISSED: Readonly<Record<string, ErrorCode>> = { tokenprovider: 'no_token_provider', fetcher: 'no_token_provider', src: 'bad_source' };

/** A setting was written as something that is none, and the console says so. */
export function explain(element: Element, name: string): void {
  const code = MISSED[name.toLowerCase().replaceAll(/[^a-z]/g, '')];
  if (code !== undefined) explained.set(element, (explained.get(element) ?? new Set()).add(code));
}

export const isExplained = (element: Element, code: ErrorCode): boolean => explained.get(element)?.has(code) ?? false;

/** Frameworks that set an attribute where a property is meant write the function's source, or all of a report, into the page: whenever they do. */
export function attributeSet(element: Element, name: string, value: string): void {
  if (MISPLACED.includes(name)) {
    complain('IMPACT-006', `${name} of <${element.localName}>`);
    explain(element, name);
    element.removeAttribute(name);
  }
  if (name === 'readonly' && value === 'false') complain('IMPACT-009', `<${element.localName}>`);
}
