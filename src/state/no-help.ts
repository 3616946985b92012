import { complain } from '#data';
import { parentOf } from './page.ts';

/**
 * Whether an element stands in a report or provider from which it gets nothing, and the console says so. Each copy of this library has its
 * own requests, tokens and sign-out: what it makes is not for another copy's elements, which may be of another version.
 * @param isOurs - Made by this copy.
 */
export function tellOfNoHelp(element: Element, isOurs: (one: Element) => boolean): boolean {
  for (let around = parentOf(element); around !== null; around = parentOf(around)) {
    const what = isOurs(around) ? '' : whatIsWrongWith(around);
    if (what === '') continue;
    complain('IMPACT-029', `<${element.localName}> in <${around.localName}>, ${what}`);
    return true;
  }
  return false;
}

function whatIsWrongWith(around: Element): string {
  // What every version of ours has, under whatever tag.
  if ('tokenProvider' in around && 'whenReady' in around) return 'of another copy';
  return /^qontak-impact-(provider|report)$/.test(around.localName) && customElements.get(around.localName) === undefined ? 'not loaded' : '';
}
