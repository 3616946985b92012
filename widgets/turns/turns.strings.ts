import { defineStrings, type LangOf } from '#lang';

export const strings = defineStrings('turns', {
  id: {
    title: 'Berapa kali tanya-\u2060jawab sampai selesai',
    empty: 'Berapa kali tanya-\u2060jawab yang biasanya diperlukan AI sampai selesai.',

    before: 'Biasanya selesai dalam',
    before_more: 'Biasanya butuh',
    usual: 'Biasanya selesai dalam {{times}}',
    usual_more: 'Biasanya butuh {{times}}',
    most: '9 dari 10 selesai dalam {{times}} atau kurang',
    most_more: 'Lebih dari 1 di antara 10 butuh {{times}}',
    x_of_n: '{{count}} dari {{of}} chat selesai dalam {{times}} atau kurang',
    x_of_n_more: '{{count}} dari {{of}} chat butuh {{times}}',
    only: 'Baru {{of}} chat terukur:',
    too_few: 'Terlalu sedikit untuk menyebut yang biasa.',
    none: 'Belum ada chat yang diselesaikan AI pada {{period}}',
    none_past: 'Tidak ada chat yang diselesaikan AI pada {{period}}',
    not_measured: 'Tanya-\u2060jawabnya belum terukur',
    none_help: 'Angkanya muncul di sini setelah AI menyelesaikan chat.',

    times: '{{n}} kali tanya-\u2060jawab',
    times_one: '1 kali tanya-\u2060jawab',
    times_more: 'lebih dari {{n}} kali tanya-\u2060jawab',
    unit: 'kali tanya-\u2060jawab',
    unit_one: 'kali tanya-\u2060jawab',
    more_than: '>{{n}}',

    half: 'Sampai {{n}}: separuh chat',
    nine_of_ten: 'Sampai {{n}}: 9 dari 10 chat',
    above: 'Lebih dari {{n}}',
    drawing_up_to: 'Batang: berapa chat yang selesai dalam 1 sampai {{n}} kali tanya-\u2060jawab',
    drawing_more: 'Batang: berapa chat yang selesai dalam 1 sampai lebih dari {{n}} kali tanya-\u2060jawab',
    axis: 'Kali tanya-\u2060jawab',
    table: 'Lihat sebagai tabel',
    chats: 'Chat',

    coverage: 'Terukur pada {{measured}} dari {{of}} chat yang diselesaikan AI',
  },
  en: {
    title: 'Back-and-forths until it was solved',
    empty: 'How many back-\u2060and-\u2060forths AI usually needs to solve a chat.',

    before: 'Usually solved in',
    before_more: 'Usually takes',
    usual: 'Usually solved in {{times}}',
    usual_more: 'Usually takes {{times}}',
    most: '9 of 10 solved within {{times}}',
    most_more: 'More than 1 in 10 take {{times}}',
    x_of_n: '{{count}} of {{of}} chats solved within {{times}}',
    x_of_n_more: '{{count}} of {{of}} chats took {{times}}',
    only: 'Only {{of}} measured so far:',
    too_few: 'Too few to say what is usual.',
    none: 'No chats of {{period}} solved by AI yet',
    none_past: 'No chats were solved by AI in {{period}}',
    not_measured: 'How many back-and-forths it took is not measured yet',
    none_help: 'The figure appears here once AI has solved chats.',

    times: '{{n}} back-and-forths',
    times_one: '1 back-and-forth',
    times_more: 'more than {{n}} back-and-forths',
    unit: 'back-and-forths',
    unit_one: 'back-and-forth',
    more_than: '>{{n}}',

    half: 'Up to {{n}}: half of the chats',
    nine_of_ten: 'Up to {{n}}: 9 of 10 chats',
    above: 'More than {{n}}',
    drawing_up_to: 'Bars: how many chats were solved in 1 to {{n}} back-and-forths',
    drawing_more: 'Bars: how many chats were solved in 1 to more than {{n}} back-and-forths',
    axis: 'Back-and-forths',
    table: 'Show as a table',
    chats: 'Chats',

    coverage: 'Measured in {{measured}} of {{of}} chats that AI solved',
  },
});

export type TurnsLang = LangOf<typeof strings>;
