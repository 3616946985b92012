import type { Habits, ShopKind } from './profile.ts';

/** Indonesian businesses live on WhatsApp; shops are busiest in the evening, clinics in the morning. Topics are in the words of their people. */
export const HABITS: Readonly<Record<ShopKind, Habits>> = {
  online_shop: {
    hours: [2, 1, 1, 1, 1, 2, 3, 5, 8, 10, 11, 11, 12, 10, 9, 9, 9, 10, 12, 16, 18, 16, 10, 5],
    weekdays: [1.05, 1, 1, 1, 1.05, 1.1, 0.9],
    channels: { whatsapp: 74, instagram: 13, tokopedia: 8, webchat: 5 },
    topics: { 'Status pesanan': 30, Pengiriman: 18, Produk: 20, Stok: 12, Pembayaran: 10, Retur: 6, Promo: 4 },
    office: { from: 8, to: 20, days: [0, 1, 2, 3, 4, 5, 6] },
  },
  clinic: {
    hours: [0, 0, 0, 0, 0, 1, 3, 8, 14, 15, 13, 10, 8, 9, 10, 9, 8, 7, 5, 4, 3, 2, 1, 0],
    weekdays: [1.3, 1.1, 1.05, 1.05, 1, 0.8, 0.3],
    channels: { whatsapp: 90, instagram: 7, webchat: 3 },
    topics: { 'Janji temu': 45, 'Jadwal dokter': 25, Biaya: 15, Asuransi: 10, 'Hasil pemeriksaan': 5 },
    office: { from: 7, to: 20, days: [0, 1, 2, 3, 4, 5] },
  },
  travel: {
    hours: [1, 1, 0, 0, 1, 2, 4, 6, 9, 11, 11, 10, 9, 9, 10, 10, 9, 9, 11, 13, 14, 11, 6, 3],
    weekdays: [1, 0.95, 0.95, 1, 1.1, 1.1, 0.9],
    channels: { whatsapp: 82, instagram: 12, facebook: 6 },
    topics: { Pemesanan: 35, Harga: 25, Jadwal: 18, 'Ubah jadwal': 12, 'Pengembalian dana': 10 },
    office: { from: 8, to: 17, days: [0, 1, 2, 3, 4, 5] },
  },
};
