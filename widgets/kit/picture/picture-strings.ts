import { defineStrings, type LangOf } from '#lang';

/** What a card says of its picture, and what every picture says of its card. */
export const pictureStrings = defineStrings('picture', {
  id: {
    save: 'Simpan sebagai gambar: {{title}}',
    saved: 'Gambarnya sudah diunduh.',
    not_drawn: 'Gambarnya belum bisa dibuat. Coba lagi.',
    file: 'laporan-ai',
    sample: 'Data contoh: angka ini dari chat simulasi, bukan dari pelanggan sungguhan.',
    how: 'Cara kami menghitung: Kami hanya menghitung chat yang ditutup AI tanpa bantuan tim, lalu menunggu {{window}}. Kalau pelanggannya kembali, kami tidak menghitungnya sebagai selesai.',
    as_of: 'Data sampai {{moment}}.',
  },
  en: {
    save: 'Save as a picture: {{title}}',
    saved: 'The picture is downloaded.',
    not_drawn: 'The picture could not be made. Try again.',
    file: 'ai-report',
    sample: 'Sample data: these figures come from simulated chats, not from real customers.',
    how: "How we count: We count chats the AI closed with no help from your team, then wait {{window}}. If the customer comes back, we don't count it as solved.",
    as_of: 'Data up to {{moment}}.',
  },
});

export type PictureLang = LangOf<typeof pictureStrings>;
