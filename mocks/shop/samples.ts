import type { CostAssumption } from '@qontak/impact-contract';
import type { Shop } from '../rows.ts';
import { HABITS } from './habits.ts';
import type { ReturnBehaviour, ShopProfile } from './profile.ts';
import { simulateShop } from './simulate.ts';
import { WORKING_HOURS } from './working-hours.ts';

const RETURNS: ReturnBehaviour = {
  unsolved: 0.108,
  comesBack: 0.8,
  hours: [
    [0, 0.1],
    [0.3, 2],
    [0.6, 10],
    [0.85, 26],
    [0.94, 47],
    [1, 110],
  ],
  otherChannel: 0.12,
  thanks: 0.03,
};

/** Figures of an admin who knows what the team costs. */
const ENTERED: CostAssumption = {
  minutes_per_chat: 6,
  hourly_cost: 32_000,
  ai_fee_per_month: 4_500_000,
  effective_from: null,
  changed: { by: 'user-1042', at: '2026-04-02T03:20:00.000Z' },
};

/** A busy online shop: AI has learned for most of the year, and the last full month is final. */
const tokoMelati: ShopProfile = {
  ...HABITS.online_shop,
  kind: 'online_shop',
  organization: {
    id: '6f1d8a52-3c47-4b0e-9a65-2d7c1e94b301',
    name: 'Toko Melati',
    time_zone: 'Asia/Jakarta',
    ai_activated_on: '2026-03-09',
    source: 'sample',
  },
  seed: 20260209,
  firstDay: '2026-02-09',
  weeks: 40,
  mattersPerWeek: 979,
  growth: 0.5,
  ai: { involved: 0.68, answers: 'always', first: 0.46, last: 0.72, weeksToHalf: 4, handsOver: 0.75, greetsOnly: 0.05 },
  returns: RETURNS,
  repeatContacts: 0.35,
  unknownContacts: 0.004,
  unknownTopics: 0.12,
  agents: 9,
  broadcasts: { everyDays: 14, contacts: 60, answered: 0.2 },
  tests: 0.002,
  spam: 0.004,
  missingActivity: [],
  working_hours: WORKING_HOURS.online_shop,
  cost_assumption: ENTERED,
};

/** A small clinic whose AI answers only while nobody is there: too few chats for percentages, and its log says little. */
const klinikBahari: ShopProfile = {
  ...HABITS.clinic,
  kind: 'clinic',
  organization: {
    id: 'b2c90e17-58d3-4f6a-8e21-7a4f03d5c902',
    name: 'Klinik Bahari',
    time_zone: 'Asia/Makassar',
    ai_activated_on: '2026-07-06',
    source: 'sample',
  },
  seed: 20260210,
  firstDay: '2026-02-09',
  weeks: 40,
  mattersPerWeek: 55,
  growth: 0.1,
  ai: { involved: 0.6, answers: 'office_closed', first: 0.4, last: 0.62, weeksToHalf: 5, handsOver: 0.8, greetsOnly: 0 },
  returns: { ...RETURNS, unsolved: 0.16 },
  repeatContacts: 0.5,
  unknownContacts: 0.01,
  unknownTopics: 0.3,
  agents: 2,
  broadcasts: null,
  tests: 0.004,
  spam: 0.002,
  missingActivity: ['ai_answers', 'thanks_only', 'sentiment_start', 'sentiment_end'],
  working_hours: WORKING_HOURS.clinic,
  cost_assumption: null,
};

/** In its fifth week with AI; its data end so early in November that October can still change. */
const wisataCendrawasih: ShopProfile = {
  ...HABITS.travel,
  kind: 'travel',
  organization: {
    id: 'd47a63fb-0b9e-4c15-b7d8-91e6f2a8c503',
    name: 'Wisata Cendrawasih',
    time_zone: 'Asia/Jayapura',
    ai_activated_on: '2026-10-05',
    source: 'sample',
  },
  seed: 20260126,
  firstDay: '2026-01-26',
  weeks: 40,
  mattersPerWeek: 70,
  growth: 0.3,
  ai: { involved: 0.55, answers: 'always', first: 0.38, last: 0.66, weeksToHalf: 4, handsOver: 0.7, greetsOnly: 0.08 },
  returns: { ...RETURNS, unsolved: 0.15 },
  repeatContacts: 0.25,
  unknownContacts: 0.006,
  unknownTopics: 0.2,
  agents: 4,
  broadcasts: { everyDays: 28, contacts: 25, answered: 0.15 },
  tests: 0.01,
  spam: 0.004,
  missingActivity: ['sentiment_end'],
  working_hours: WORKING_HOURS.travel,
  cost_assumption: null,
};

/** The sample organizations: 60,000 chats of 40 weeks together. */
export const SAMPLE_PROFILES: readonly ShopProfile[] = [tokoMelati, klinikBahari, wisataCendrawasih];

/** The same organizations for a browser, which must not stand still: the large shop with an eighth of its chats. */
export const SANDBOX_PROFILES: readonly ShopProfile[] = [
  {
    ...tokoMelati,
    mattersPerWeek: tokoMelati.mattersPerWeek / 8,
    broadcasts: { everyDays: 14, contacts: 8, answered: 0.2 },
    cost_assumption: { ...ENTERED, ai_fee_per_month: ENTERED.ai_fee_per_month! / 8 },
  },
  klinikBahari,
  wisataCendrawasih,
];

const simulated = new Map<ShopProfile, Shop>();

/** A sample organization's chats; simulated when first asked for, because the largest takes a noticeable part of a second. */
export function sampleShop(profile: ShopProfile): Shop {
  let shop = simulated.get(profile);
  if (!shop) simulated.set(profile, (shop = simulateShop(profile)));
  return shop;
}
