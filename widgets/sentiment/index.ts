import { define } from '#kit';
import { Sentiment } from './sentiment.ts';

define('qontak-impact-sentiment', Sentiment);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-sentiment': Sentiment;
  }
}

export { Sentiment };
