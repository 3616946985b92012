import { define } from '#kit';
import { AfterHours } from './after-hours.ts';

define('qontak-impact-after-hours', AfterHours);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-after-hours': AfterHours;
  }
}

export { AfterHours };
