import { defineStrings, type LangOf } from '#lang';

export const strings = defineStrings('after-hours', {
  id: {
    title: 'Di luar jam kerja',
    empty: 'Berapa chat yang masuk di luar jam kerja, dan berapa yang tuntas oleh AI.',

    headline: 'Di luar jam kerja: {{answered}} chat dijawab AI, {{solved}} tuntas',
    headline_unjudged: 'Di luar jam kerja: {{answered}} chat dijawab AI, hasilnya belum bisa dihitung',
    headline_unanswered: 'Di luar jam kerja: {{chats}} chat masuk, tidak ada yang dijawab AI',
    headline_none: 'Tidak ada chat di luar jam kerja pada {{period}}',
    none_help: 'Kalau ada pelanggan yang menulis saat tim Anda tidak bekerja, hasilnya muncul di sini.',
    waited: 'Tanpa AI, pelanggan di {{n}} chat itu harus menunggu sampai Anda buka.',
    waited_one: 'Tanpa AI, pelanggan itu harus menunggu sampai Anda buka.',

    full: 'AI menyelesaikan sendiri {{net}} dari 100 chat yang dijawabnya di luar jam kerja, kira-\u2060kira antara {{low}} dan {{high}}.',
    full_point: 'AI menyelesaikan sendiri {{net}} dari 100 chat yang dijawabnya di luar jam kerja.',
    rough: 'AI menyelesaikan sendiri kira-\u2060kira {{percent}} chat yang dijawabnya di luar jam kerja, antara {{range}}.',
    x_of_n: 'AI menyelesaikan sendiri {{count}} dari {{of}} chat yang sudah bisa dihitung.',
    counts: 'Baru {{of}} chat yang bisa dihitung: {{count}} selesai oleh AI. Terlalu sedikit untuk dijadikan persen.',
    counts_one: 'Baru 1 chat yang bisa dihitung: {{count}} selesai oleh AI. Terlalu sedikit untuk dijadikan persen.',
    uncounted: '{{n}} dari chat yang dijawab AI belum bisa dihitung, atau tidak bisa kami periksa.',
    uncounted_one: '{{n}} dari chat yang dijawab AI belum bisa dihitung, atau tidak bisa kami periksa.',

    step_chats: 'Masuk di luar jam kerja',
    step_answered: 'Dijawab AI',
    step_solved: 'Tuntas, pelanggan tidak kembali',
    chats: '{{n}} chat',
    chats_one: '1 chat',

    picture: 'Kapan chat masuk',
    picture_label: 'Chat per jam ({{zone}}): {{outside}} dari {{all}} masuk di luar jam kerja. {{busiest}}',
    busiest: 'Di luar jam kerja paling ramai pukul {{hours}} {{zone}}: {{n}} chat.',
    outside: 'Di luar jam kerja',
    rest: 'Chat lainnya',
    table: 'Lihat sebagai tabel',
    caption: 'Chat per jam masuknya pesan pertama ({{zone}})',
    hour: 'Jam ({{zone}})',
    every: 'Semua chat',

    as_of: 'Data sampai {{moment}}',
  },
  en: {
    title: 'Outside your working hours',
    empty: 'How many chats come in outside your working hours, and how many of them AI solves.',

    headline: 'Outside your working hours: AI answered {{answered}}, solved {{solved}}',
    headline_unjudged: "Outside your working hours: AI answered {{answered}}, the outcome can't be counted yet",
    headline_unanswered: 'Outside your working hours: {{chats}} chats came in, AI answered none',
    headline_none: 'No chats outside your working hours in {{period}}',
    none_help: 'When customers write while your team is away, what became of it appears here.',
    waited: 'Without AI, the customers of those {{n}} chats would have waited until you opened.',
    waited_one: 'Without AI, that customer would have waited until you opened.',

    full: 'Of every 100 chats that AI answered outside your hours, it solved {{net}} by itself, roughly between {{low}} and {{high}}.',
    full_point: 'Of every 100 chats that AI answered outside your hours, it solved {{net}} by itself.',
    rough: 'Of the chats that AI answered outside your hours, it solved roughly {{percent}} by itself, between {{range}}.',
    x_of_n: 'AI solved {{count}} of the {{of}} chats that can be counted.',
    counts: 'Only {{of}} chats can be counted so far: AI solved {{count}}. Too few for a percentage.',
    counts_one: 'Only 1 chat can be counted so far: AI solved {{count}}. Too few for a percentage.',
    uncounted: "{{n}} of the chats that AI answered can't be counted yet, or we can't check them.",
    uncounted_one: "{{n}} of the chats that AI answered can't be counted yet, or we can't check it.",

    step_chats: 'Came in outside your hours',
    step_answered: 'Answered by AI',
    step_solved: "Solved, and the customer didn't come back",
    chats: '{{n}} chats',
    chats_one: '1 chat',

    picture: 'When chats came in',
    picture_label: 'Chats by hour ({{zone}}): {{outside}} of {{all}} came in outside your working hours. {{busiest}}',
    busiest: 'Outside your hours it was busiest at {{hours}} {{zone}}: {{n}} chats.',
    outside: 'Outside your working hours',
    rest: 'All other chats',
    table: 'Show as a table',
    caption: 'Chats by the hour of their first message ({{zone}})',
    hour: 'Hour ({{zone}})',
    every: 'All chats',

    as_of: 'Data up to {{moment}}',
  },
});

export type AfterHoursLang = LangOf<typeof strings>;
