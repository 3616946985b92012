import { defineStrings } from '#lang';

/** What a card says of the days that it covers. */
export const aboutStrings = defineStrings('about', {
  id: {
    provisional: 'Angka sementara, final {{date}}',
    final: 'Sudah final',
    recounting: 'Sedang dihitung ulang',
    rough: 'Angka kasar',
  },
  en: {
    provisional: 'Not final yet, final on {{date}}',
    final: 'Final',
    recounting: 'Being recounted',
    rough: 'Rough figure',
  },
});
