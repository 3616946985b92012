import { define } from '#kit';
import { HowWeCount } from './how-we-count.ts';

define('qontak-impact-how-we-count', HowWeCount);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-how-we-count': HowWeCount;
  }
}

export { HowWeCount };
