import { complain } from './complain.ts';
import type { ReportError } from './errors.ts';

/** Origins that the page's content security policy has kept a request from. */
const blocked = new Set<string>();
/** Word of a blocked request comes a moment after its failure. */
const WORD_COMES_WITHIN_MS = 100;
let watching = false;

/** To be called before the first request: the browser says only once what it blocks. */
export function watchBlocked(): void {
  if (watching) return;
  watching = true;
  globalThis.document?.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    const origin = URL.parse(blockedURI)?.origin;
    if (effectiveDirective === 'connect-src' && origin !== undefined) blocked.add(origin);
  });
}

/** Says in the console what an integrator can do about an error, if there is something. */
export function complainOf({ misuse, note }: ReportError): void {
  if (misuse === null) return;
  if (misuse !== 'IMPACT-017') complain(misuse, note);
  else setTimeout(() => complain(blocked.has(note) ? 'IMPACT-016' : misuse, note), WORD_COMES_WITHIN_MS);
}
