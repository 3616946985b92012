import { define } from '#kit';
import { Turns } from './turns.ts';

define('qontak-impact-turns', Turns);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-turns': Turns;
  }
}

export { Turns };
