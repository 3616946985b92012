import { define } from '#kit';
import { Share } from './share.ts';

define('qontak-impact-share', Share);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-share': Share;
  }
}

export { Share };
