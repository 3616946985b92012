import { complain } from '#data';

/** Only properties can hold them. In lower case, and with dashes, as frameworks and people write them. */
export const MISPLACED: readonly string[] = ['tokenprovider', 'token-provider', 'fetcher', 'data', 'messages', 'features'];

/** Frameworks that set an attribute where a property is meant write the function's source, or all of a report, into the page: whenever they do. */
export function attributeSet(element: Element, name: string, value: string): void {
  if (MISPLACED.includes(name)) {
    complain('IMPACT-006', `${name} of <${element.localName}>`);
    element.removeAttribute(name);
  }
  if (name === 'readonly' && value === 'false') complain('IMPACT-009', `<${element.localName}>`);
}
