import { define } from '#kit';
import { Provider } from './provider.ts';

define('qontak-impact-provider', Provider);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-provider': Provider;
  }
}

export { Provider };
