const ATTRIBUTES = ['tokenprovider', 'token-provider'];

/** Frameworks that set an attribute where a property is meant write the function's source into the page. */
export function removeMisplacedToken(element: Element): void {
  for (const name of ATTRIBUTES.filter((attribute) => element.hasAttribute(attribute))) {
    console.error(
      `Could not use the attribute ${name} of <${element.localName}>: a function must be set as the property tokenProvider. In Vue write :tokenProvider.prop.`,
    );
    element.removeAttribute(name);
  }
}
