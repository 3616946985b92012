import { defineStrings } from '#lang';

/** That a figure has changed after it was final. */
export const revisedStrings = defineStrings('revised', {
  id: {
    revised: 'Sudah final sejak {{date}}. Setelah itu ada data susulan atau koreksi. Dulu: {{before}}, sekarang: {{now}}.',
    of_hundred: '{{n}} dari 100',
    of_chats: '{{count}} dari {{of}} chat',
    of_one: '{{count}} dari 1 chat',
    no_chats: 'tidak ada chat',
  },
  en: {
    revised: 'Final since {{date}}. Late data or corrections came in after that. Before: {{before}}, now: {{now}}.',
    of_hundred: '{{n}} of 100',
    of_chats: '{{count}} of {{of}} chats',
    of_one: '{{count}} of 1 chat',
    no_chats: 'no chats',
  },
});
