import { define } from '#kit';
import { Chats } from './chats.ts';

define('qontak-impact-chats', Chats);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-chats': Chats;
  }
}

export { Chats };
