import { defineStrings, type LangOf } from '#lang';

export const strings = defineStrings('report', {
  id: {
    label: 'Laporan hasil kerja AI',
    as_of: 'Data sampai {{moment}}',
    sample: 'Data contoh',
    sample_text: 'Angka di laporan ini dari chat simulasi, bukan dari pelanggan sungguhan.',
  },
  en: {
    label: 'Report on what AI did',
    as_of: 'Data up to {{moment}}',
    sample: 'Sample data',
    sample_text: 'The figures in this report come from simulated chats, not from real customers.',
  },
});

export type ReportLang = LangOf<typeof strings>;
