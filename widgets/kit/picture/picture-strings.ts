import { defineStrings } from '#lang';

/** What a card says of its picture. */
export const pictureStrings = defineStrings('picture', {
  id: {
    save: 'Simpan sebagai gambar: {{title}}',
    saved: 'Gambarnya sudah diunduh.',
    not_drawn: 'Gambarnya belum bisa dibuat. Coba lagi.',
  },
  en: {
    save: 'Save as a picture: {{title}}',
    saved: 'The picture is downloaded.',
    not_drawn: 'The picture could not be made. Try again.',
  },
});
