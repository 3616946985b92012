import { define } from '#kit';
import { Journey } from './journey.ts';

define('qontak-impact-journey', Journey);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-journey': Journey;
  }
}

export { Journey };
