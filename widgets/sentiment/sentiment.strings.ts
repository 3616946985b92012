import { defineStrings, type LangOf } from '#lang';

export const strings = defineStrings('sentiment', {
  id: {
    title: 'Suasana pelanggan di akhir chat',
    empty: 'Apakah suasana pelanggan membaik, sama, atau memburuk di akhir chat.',

    full: '{{better}} membaik, {{same}} sama, {{worse}} memburuk (dari 100)',
    rough: 'Kira-\u2060kira {{better}} membaik, {{same}} sama, {{worse}} memburuk',
    x_of_n: 'Dari {{of}} chat: {{better}} membaik, {{same}} sama, {{worse}} memburuk',
    counts: 'Baru {{of}} chat: {{better}} membaik, {{same}} sama, {{worse}} memburuk.',
    counts_one: 'Baru 1 chat: {{better}} membaik, {{same}} sama, {{worse}} memburuk.',
    too_few: 'Terlalu sedikit untuk dijadikan persen.',
    none: 'Belum ada suasana pelanggan yang bisa dibaca pada {{period}}',
    none_past: 'Tidak ada suasana pelanggan yang bisa dibaca pada {{period}}',
    none_help: 'Angkanya muncul di sini setelah ada pelanggan yang menulis sedikitnya 2 pesan kepada AI.',
    unread_help: 'Angkanya muncul di sini setelah suasana chat itu terbaca.',
    less_than: '<{{n}}',
    more_than: '>{{n}}',

    better: 'Membaik',
    same: 'Sama',
    worse: 'Memburuk',
    of_hundred: 'dari 100',
    share: 'Bagian',
    chats: '{{n}} chat',
    chats_one: '1 chat',
    chats_column: 'Chat',
    mood: 'Suasana',
    drawing: 'Batang: {{better}} membaik, {{same}} sama, {{worse}} memburuk',

    how: 'Dibandingkan antara pesan pertama dan terakhir dari pelanggan.',
    coverage: 'Terbaca pada {{measured}} dari {{eligible}} chat dengan AI yang pelanggannya menulis sedikitnya 2 pesan.',
  },
  en: {
    title: 'How customers felt by the end of the chat',
    empty: 'Whether customers feel better, the same or worse by the end of a chat.',

    full: '{{better}} better, {{same}} same, {{worse}} worse (of 100)',
    rough: 'Roughly {{better}} better, {{same}} same, {{worse}} worse',
    x_of_n: 'Of {{of}} chats: {{better}} better, {{same}} same, {{worse}} worse',
    counts: 'Only {{of}} chats so far: {{better}} better, {{same}} same, {{worse}} worse.',
    counts_one: 'Only 1 chat so far: {{better}} better, {{same}} same, {{worse}} worse.',
    too_few: 'Too few for a percentage.',
    none: "How customers felt in {{period}} can't be read yet",
    none_past: 'How customers felt in {{period}} could not be read',
    none_help: 'The figure appears here once customers have written at least 2 messages to AI.',
    unread_help: 'The figure appears here once the mood of these chats has been read.',
    less_than: '<{{n}}',
    more_than: '>{{n}}',

    better: 'Better',
    same: 'Same',
    worse: 'Worse',
    of_hundred: 'of 100',
    share: 'Share',
    chats: '{{n}} chats',
    chats_one: '1 chat',
    chats_column: 'Chats',
    mood: 'Mood',
    drawing: 'Bar: {{better}} better, {{same}} same, {{worse}} worse',

    how: "The customer's last message compared with the first.",
    coverage: 'Read in {{measured}} of {{eligible}} chats with AI in which the customer wrote at least 2 messages.',
  },
});

export type SentimentLang = LangOf<typeof strings>;
