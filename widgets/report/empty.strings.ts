import { defineStrings } from '#lang';

/** Of a shop without data. */
export const emptyStrings = defineStrings('report-empty', {
  id: {
    title: 'Belum ada data',
    help: 'Setelah AI menjawab chat dan chat itu ditutup, kami menunggu {{window}} untuk melihat apakah pelanggannya kembali. Lalu laporan ini terisi sendiri: berapa chat yang diselesaikan AI, berapa nilainya, dan apa yang terjadi pada chat lainnya.',
  },
  en: {
    title: 'No data yet',
    help: 'Once AI has answered chats and they are closed, we wait {{window}} to see whether the customers come back. Then this report fills by itself: how many chats AI solved, what that is worth, and where the others went.',
  },
});
