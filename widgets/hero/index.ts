import { define } from '#kit';
import { Hero } from './hero.ts';

define('qontak-impact-hero', Hero);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-hero': Hero;
  }
}

export { Hero };
