import { define } from '#kit';
import { ReopenRate } from './reopen-rate.ts';

define('qontak-impact-reopen-rate', ReopenRate);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-reopen-rate': ReopenRate;
  }
}

export { ReopenRate };
