import type { Strings } from '#lang';

// Nothing is imported here but a type: this file comes alone, when an element has failed, and must pull no shared code into a part of its own.
export const faultStrings = {
  namespace: 'fault',
  id: { broken: 'Bagian ini tidak bisa ditampilkan', broken_help: 'Ini kesalahan di pihak kami. Coba lagi.', retry: 'Coba lagi' },
  en: { broken: 'This part cannot be shown', broken_help: 'The fault is on our side. Try again.', retry: 'Try again' },
} as const satisfies Strings<Record<'broken' | 'broken_help' | 'retry', string>>;
