import { define } from '#kit';
import { Cost } from './cost.ts';

define('qontak-impact-cost', Cost);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-cost': Cost;
  }
}

export { Cost };
