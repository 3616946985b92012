import { defineStrings, type LangOf } from '#lang';

export const strings = defineStrings('period-picker', {
  id: {
    title: 'Pilihan laporan',
    period: 'Periode',
    this_month: 'Bulan ini ({{days}})',
    last_month: 'Bulan lalu ({{days}})',
    last_7: '7 hari terakhir ({{days}})',
    last_30: '30 hari terakhir ({{days}})',
    custom: 'Pilih tanggal sendiri',
    from: 'Dari tanggal',
    to: 'Sampai tanggal',
    apply: 'Tampilkan',
    channel: 'Saluran',
    all_channels: 'Semua saluran',

    shown: 'Yang tampil: {{days}}, {{channel}}.',
    every_channel: 'semua saluran',
    final: 'Angkanya sudah final.',
    provisional: 'Angkanya masih sementara, final {{date}}.',
    loading: 'Memuat {{days}}…',
    loading_any: 'Laporan sedang dimuat…',
    not_shown: 'Laporan {{days}} belum bisa ditampilkan.',
    not_shown_any: 'Laporan belum bisa ditampilkan.',

    from_missing: 'Isi tanggal awalnya dulu.',
    to_missing: 'Isi tanggal akhirnya dulu.',
    reversed: 'Tanggal awal harus sebelum atau sama dengan tanggal akhir.',
    too_long: 'Paling lama {{n}} hari. Pilih rentang yang lebih pendek.',
    ahead: 'Tanggal ini belum sampai: data terakhir {{day}}.',
  },
  en: {
    title: 'What the report shows',
    period: 'Period',
    this_month: 'This month ({{days}})',
    last_month: 'Last month ({{days}})',
    last_7: 'Last 7 days ({{days}})',
    last_30: 'Last 30 days ({{days}})',
    custom: 'Choose dates',
    from: 'From',
    to: 'To',
    apply: 'Show',
    channel: 'Channel',
    all_channels: 'All channels',

    shown: 'Shown: {{days}}, {{channel}}.',
    every_channel: 'all channels',
    final: 'The figures are final.',
    provisional: 'The figures are not final yet, final on {{date}}.',
    loading: 'Loading {{days}}…',
    loading_any: 'Loading the report…',
    not_shown: 'The report for {{days}} could not be shown.',
    not_shown_any: 'The report could not be shown.',

    from_missing: 'Enter the first date.',
    to_missing: 'Enter the last date.',
    reversed: 'The first date must not be later than the last.',
    too_long: 'At most {{n}} days. Choose a shorter range.',
    ahead: 'These days are still to come: the data end on {{day}}.',
  },
});

export type PeriodPickerLang = LangOf<typeof strings>;
