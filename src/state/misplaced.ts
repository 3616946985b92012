import { complain } from '#data';

/** Only properties can hold them. In lower case, and with dashes, as frameworks and people write them. */
const ATTRIBUTES = ['tokenprovider', 'token-provider', 'fetcher', 'data', 'messages', 'features'];

/** Frameworks that set an attribute where a property is meant write the function's source, or all of a report, into the page. */
export function removeMisplaced(element: Element): void {
  for (const name of ATTRIBUTES.filter((attribute) => element.hasAttribute(attribute))) {
    complain('IMPACT-006', `${name} of <${element.localName}>`);
    element.removeAttribute(name);
  }
  if (element.getAttribute('readonly') === 'false') complain('IMPACT-009', `<${element.localName}>`);
}
