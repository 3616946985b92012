import { cardStrings } from '#kit';
import { defineStrings } from '#lang';

/** The card's words for failures, where they would speak of a report instead of a list. */
export const failureStrings = defineStrings('chats-failure', {
  id: {
    ...cardStrings.id,
    offline_help: 'Daftar chat muncul setelah tersambung.',
    network: 'Daftar chat belum bisa dimuat',
    timeout: 'Daftar chat terlalu lama dimuat',
    server: 'Daftar chat sedang tidak bisa dimuat',
    forbidden: 'Anda belum punya akses ke daftar chat ini',
    forbidden_help: 'Daftar ini untuk admin dan supervisor. Minta akses ke admin bisnis Anda.',
    signed_out_help: 'Masuk lagi untuk melihat daftar chat.',
    outdated_help: 'Muat ulang halaman untuk membaca daftar chat versi terbaru.',
    not_found: 'Daftar chat belum tersedia',
    not_found_help: 'Chat di balik angka ini belum bisa ditampilkan.',
    bad_request: 'Daftar chat ini tidak bisa ditampilkan',
    not_connected: 'Daftar chat belum tersambung',
    stale: 'Belum bisa diperbarui. Ini daftar yang diambil {{moment}}.',
  },
  en: {
    ...cardStrings.en,
    offline_help: 'The chats appear once you are connected.',
    network: 'The chats could not be loaded',
    timeout: 'The chats took too long to load',
    server: 'The chats cannot be loaded right now',
    forbidden: "You don't have access to these chats yet",
    forbidden_help: "They are for admins and supervisors. Ask your business's admin for access.",
    signed_out_help: 'Sign in again to see the chats.',
    outdated_help: 'Reload the page to read the newest kind of list.',
    not_found: 'No list of chats yet',
    not_found_help: 'The chats behind this figure cannot be shown yet.',
    bad_request: 'These chats cannot be shown',
    not_connected: 'The list of chats is not connected yet',
    stale: 'Could not be updated. This list was fetched {{moment}}.',
  },
});
