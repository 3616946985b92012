import { define } from '#kit';
import { Trend } from './trend.ts';

define('qontak-impact-trend', Trend);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-trend': Trend;
  }
}

export { Trend };
