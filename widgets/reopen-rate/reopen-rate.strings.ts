import { defineStrings, type LangOf } from '#lang';

export const strings = defineStrings('reopen-rate', {
  id: {
    title: 'Pelanggan yang kembali bertanya',

    full: 'Pelanggan kembali bertanya: {{n}} dari 100 yang dikira selesai',
    below_one: 'Pelanggan kembali bertanya: kurang dari 1 dari 100 yang dikira selesai',
    rough: 'Pelanggan kembali bertanya: kira-\u2060kira {{percent}} dari yang dikira selesai',
    x_of_n: 'Pelanggan kembali bertanya: {{count}} dari {{of}} yang dikira selesai',
    counts: 'Baru {{of}} chat yang dikira selesai: {{count}} pelanggannya kembali.',
    counts_one: 'Baru 1 chat yang dikira selesai: {{count}} pelanggannya kembali.',
    too_few: 'Terlalu sedikit untuk dijadikan persen',
    nobody: 'Tidak ada pelanggan yang kembali bertanya, dari {{of}} chat yang dikira selesai',
    nobody_one: 'Pelanggannya tidak kembali bertanya, dari 1 chat yang dikira selesai',
    none: 'Belum ada chat yang dikira selesai pada {{period}}',
    none_past: 'Tidak ada chat yang dikira selesai pada {{period}}',
    none_help: 'Angkanya muncul di sini setelah AI menutup chat tanpa bantuan tim.',

    of_hundred: 'dari 100 yang dikira selesai',
    of_all: 'dari {{of}} yang dikira selesai',
    roughly: 'kira-\u2060kira, dari {{of}} yang dikira selesai',
    less_than_one: '<1',

    stayed: 'Tetap selesai',
    came_back: 'Pelanggan kembali',
    outcome: 'Hasil chat',
    chats_column: 'Chat',
    drawing: '{{came_back}} pelanggan kembali, {{stayed}} tetap selesai',

    range: 'Kalau {{next}} mirip, kira-\u2060kira antara {{low}} dan {{high}}',
    range_point: 'Kalau {{next}} mirip, kira-\u2060kira {{low}}',
    next_month: 'bulan depan',
    next_period: 'periode berikutnya',
    better: 'Lebih sedikit daripada {{earlier}} ({{amount}})',
    same: 'Kurang lebih sama dengan {{earlier}}',
    other: 'Perbandingan dengan {{earlier}} belum bisa kami tampilkan',
    worse: 'Lebih banyak daripada {{earlier}} ({{amount}})',
    last_month: 'bulan lalu',
    amount_of_hundred: '{{n}} dari 100',

    see: 'Lihat {{n}} chat itu',
    see_one: 'Lihat chat itu',
    corrected: '{{n}} dikoreksi: pelanggan kembali untuk urusan lain',
    how: 'Yang dihitung: AI menutup chat tanpa bantuan tim, lalu pelanggannya bertanya lagi dalam {{window}}, lewat saluran mana pun.',
    how_one_channel: 'Yang dihitung: AI menutup chat tanpa bantuan tim, lalu pelanggannya bertanya lagi dalam {{window}} lewat saluran yang sama.',
  },
  en: {
    title: 'Customers who came back',

    full: 'Customers who came back: {{n}} of 100 that looked solved',
    below_one: 'Customers who came back: fewer than 1 of 100 that looked solved',
    rough: 'Customers who came back: roughly {{percent}} of those that looked solved',
    x_of_n: 'Customers who came back: {{count}} of {{of}} that looked solved',
    counts: 'Only {{of}} chats looked solved so far: {{count}} came back.',
    counts_one: 'Only 1 chat looked solved so far: {{count}} came back.',
    too_few: 'Too few for a percentage',
    nobody: 'No customer came back, of {{of}} chats that looked solved',
    nobody_one: 'The customer did not come back, of 1 chat that looked solved',
    none: 'No chats of {{period}} looked solved yet',
    none_past: 'No chats looked solved in {{period}}',
    none_help: 'The figure appears here once AI has closed chats with no help from your team.',

    of_hundred: 'of 100 that looked solved',
    of_all: 'of {{of}} that looked solved',
    roughly: 'roughly, of {{of}} that looked solved',
    less_than_one: '<1',

    stayed: 'Stayed solved',
    came_back: 'Customer came back',
    outcome: 'What became of it',
    chats_column: 'Chats',
    drawing: '{{came_back}} customers came back, {{stayed}} stayed solved',

    range: 'If {{next}} is alike: between {{low}} and {{high}}',
    range_point: 'If {{next}} is alike: about {{low}}',
    next_month: 'next month',
    next_period: 'the next period',
    better: 'Fewer than {{earlier}} ({{amount}})',
    same: 'About the same as {{earlier}}',
    other: 'We cannot show the comparison with {{earlier}} yet',
    worse: 'More than {{earlier}} ({{amount}})',
    last_month: 'last month',
    amount_of_hundred: '{{n}} of 100',

    see: 'See these {{n}} chats',
    see_one: 'See this chat',
    corrected: '{{n}} corrected: the customer came back about a different matter',
    how: 'Counted: AI closed the chat with no help from your team, and the customer asked again within {{window}}, on any channel.',
    how_one_channel: 'Counted: AI closed the chat with no help from your team, and the customer asked again within {{window}} on the same channel.',
  },
});

export type ReopenRateLang = LangOf<typeof strings>;
