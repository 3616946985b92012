import type { Strings } from '#lang';

export const faultStrings = {
  namespace: 'fault',
  id: { broken: 'Bagian ini tidak bisa ditampilkan', broken_help: 'Ini kesalahan di pihak kami. Coba lagi.', retry: 'Coba lagi' },
  en: { broken: 'This part cannot be shown', broken_help: 'The fault is on our side. Try again.', retry: 'Try again' },
} as const satisfies Strings<Record<'broken' | 'broken_help' | 'retry', string>>;
