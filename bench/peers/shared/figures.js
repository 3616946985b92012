// What every peer shows of the report, ready to be drawn: how a figure is worded must not be what is compared.

const NAMES = {
  arrived: 'Semua chat',
  ai_first: 'Dijawab AI',
  team_first: 'Dijawab tim',
  stayed_solved: 'Selesai oleh AI',
  came_back: 'Pelanggan kembali',
  came_back_ai: 'Dibantu AI lagi',
  came_back_team: 'Dibantu tim kemudian',
  came_back_open: 'Belum selesai',
  handed_over: 'Diteruskan ke tim',
  ended_unclear: 'Berhenti tanpa kepastian',
  checking: 'Masih ditunggu',
  uncheckable: 'Tidak bisa diperiksa',
  human_only: 'Diselesaikan tim',
};

const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });
const rupiah = new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat('id-ID', { timeZone: 'UTC', day: 'numeric', month: 'short' });
const percent = (share) => Math.round(100 * share);

/** Asks for the report as soon as the page's code runs. */
export const fetchReport = () => fetch('/v1/impact-report', { headers: { Accept: 'application/json' } }).then((response) => response.json());

export function figuresOf({ data }) {
  const { hero, trend, journey, cost } = data;
  const { points, forecast } = trend.weeks;
  return {
    hero: { value: percent(hero.net.share), gap: percent(hero.gap.share), low: percent(hero.net.low), high: percent(hero.net.high) },
    points: points.map(({ from, net }) => ({ label: day.format(new Date(from)), net: percent(net.share), low: percent(net.low), high: percent(net.high) })),
    forecast: { label: day.format(new Date(forecast.from)), net: percent(forecast.point), low: percent(forecast.low), high: percent(forecast.high) },
    start: percent(trend.baseline.net.share),
    nodes: journey.nodes.filter(({ chats }) => chats > 0).map(({ id, chats }) => ({ id, name: NAMES[id], chats })),
    links: journey.links.filter(({ chats }) => chats > 0).map(({ from, to, chats }) => ({ source: from, target: to, value: chats })),
    cost: { hours: `${number.format(cost.hours)} jam`, rupiah: rupiah.format(cost.money.value) },
  };
}

export const headline = ({ value }) => `AI menyelesaikan sendiri ${value} dari 100 chat`;
export const gapText = ({ gap }) => `${gap} lagi sempat dikira selesai, tapi pelanggannya kembali`;
export const rangeText = ({ low, high }) => `Kalau bulan depan mirip, kira-kira antara ${low} dan ${high}`;
