import { forgetAll } from '#data';
import { pageChanged } from './page.ts';

/**
 * Drops every token and figure that this page holds, and everything that is on its way. What stands on the page is empty at once and asks
 * anew: call it when the user signs out or becomes another one, also where `tokenProvider` stays the same function.
 */
export function signOut(): void {
  forgetAll();
  pageChanged();
}
