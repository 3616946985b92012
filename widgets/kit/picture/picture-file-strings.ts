import { defineStrings } from '#lang';

/** What every picture says of its card. */
export const pictureFileStrings = defineStrings('picture_file', {
  id: {
    file: 'laporan-ai',
    sample: 'Data contoh: angka ini dari chat simulasi, bukan dari pelanggan sungguhan.',
    how: 'Cara kami menghitung: Kami hanya menghitung chat yang ditutup AI tanpa bantuan tim, lalu menunggu {{window}}. Kalau pelanggannya kembali, kami tidak menghitungnya sebagai selesai.',
    as_of: 'Data sampai {{moment}}.',
  },
  en: {
    file: 'ai-report',
    sample: 'Sample data: these figures come from simulated chats, not from real customers.',
    how: "How we count: We count chats the AI closed with no help from your team, then wait {{window}}. If the customer comes back, we don't count it as solved.",
    as_of: 'Data up to {{moment}}.',
  },
});
