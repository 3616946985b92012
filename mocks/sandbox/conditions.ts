// What can be the matter with a shop, so that a visitor sees it in every card and behind every number. Each is another shop with other
// chats, simulated and counted as all others: a figure that is merely written over would contradict the list that it opens.
import type { ActivityColumn } from '../rows.ts';
import { SANDBOX_PROFILES, type ShopProfile } from '../shop/index.ts';

export const SHOP_CONDITIONS = ['provisional', 'checking', 'rough', 'x_of_n', 'counts', 'empty', 'no_data_yet', 'nothing_entered', 'not_measured'] as const;
export type ShopCondition = (typeof SHOP_CONDITIONS)[number];

const MEASURED: readonly ActivityColumn[] = ['turns', 'customer_messages', 'sentiment_start', 'sentiment_end'];

type Change = (profile: ShopProfile) => ShopProfile;

/** So many matters a week that AI is judged on about so many chats a month. */
const withChats =
  (judgedPerMonth: number): Change =>
  (profile) => ({ ...profile, ...onlyCustomers(profile), mattersPerWeek: judgedPerMonth / 4.3 / INVOLVED, growth: 0 });

const INVOLVED = 0.65;

/** AI answers all day, and nobody but customers writes: so that the number of chats is known beforehand. */
const onlyCustomers = ({ ai }: ShopProfile) => ({ ai: { ...ai, involved: INVOLVED, answers: 'always' as const }, broadcasts: null, tests: 0, spam: 0 });

/** 2 November: the return window of October's last chats is still open. */
const EARLY = { firstDay: '2026-01-26', weeks: 40 } as const;

const CHANGES: Readonly<Record<ShopCondition, Change>> = {
  /** The last full month can still change. */
  provisional: (profile) => ({ ...profile, ...EARLY }),
  /** All chats are too young to say anything. */
  checking: (profile) => ({ ...profile, ...onlyCustomers(profile), mattersPerWeek: 300, firstDay: '2026-10-31', weeks: 1 / 7 }),
  rough: withChats(60),
  x_of_n: withChats(20),
  counts: withChats(10),
  /** Chats, but none that AI answered. */
  empty: (profile) => ({ ...profile, ai: { ...profile.ai, involved: 0 } }),
  /** Nothing was imported yet. */
  no_data_yet: (profile) => ({ ...profile, mattersPerWeek: 0, broadcasts: null }),
  /** Nobody has said yet when the team is there, nor what its time costs. */
  nothing_entered: (profile) => ({ ...profile, working_hours: [], cost_assumption: null }),
  /** The source logs neither back-and-forths nor moods. */
  not_measured: (profile) => ({ ...profile, missingActivity: MEASURED }),
};

/** The sample organizations under a condition; who they are stays. */
export const profilesUnder = (condition: ShopCondition): ShopProfile[] => SANDBOX_PROFILES.map(CHANGES[condition]);
