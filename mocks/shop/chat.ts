// One chat: who takes it, how long it lasts and how it ends.
import { addDays } from '@qontak/impact-contract';
import { DAY, HOUR, localDay, MINUTE, startOfDay, weekdayOf } from '../local-time.ts';
import type { ShopProfile } from './profile.ts';
import type { Quantiles, Random } from './random.ts';

/** What happens in a chat, before it is written down as rows. Moments in milliseconds. */
export interface Chat {
  contact: string;
  channel: string;
  topic: string;
  opened: number;
  closed: number;
  course: 'human_only' | 'greeted_only' | 'ai_solved' | 'handed_over' | 'ended_unclear';
  thanksOnly: boolean;
  /** How many messages the customer wrote. */
  messages: number;
  /** The business wrote first, at this moment. */
  broadcastAt: number | null;
}

/** What is known of a chat when it begins. */
export type Opening = Pick<Chat, 'contact' | 'channel' | 'topic' | 'opened' | 'thanksOnly' | 'broadcastAt'> & {
  /** The customer asks again: AI did not solve it the first time, and seldom does the second. */
  again: boolean;
};

const AI_MINUTES: Quantiles = [
  [0, 1],
  [0.5, 6],
  [0.9, 25],
  [1, 90],
];
const TEAM_MINUTES: Quantiles = [
  [0, 3],
  [0.5, 22],
  [0.9, 180],
  [1, 1200],
];
/** A quiet chat is closed by the channel after its customer-service window, or by hand somewhat earlier. */
const QUIET_HOURS: Quantiles = [
  [0, 6],
  [0.4, 23],
  [1, 25],
];

/** Plays a chat from its opening to its close. */
export function playChat({ again, ...opening }: Opening, profile: ShopProfile, random: Random): Chat {
  const course = courseOf({ again, ...opening }, profile, random);
  const messages = opening.thanksOnly ? 1 : random.between(1, course === 'ai_solved' ? 5 : 9);
  const lasts = { ai: random.from(AI_MINUTES) * MINUTE, team: random.from(TEAM_MINUTES) * MINUTE, quiet: random.from(QUIET_HOURS) * HOUR };
  const closed = closeOf(course, opening.opened, lasts, profile);
  return { ...opening, course, messages, closed: Math.round(closed / 1000) * 1000 };
}

function courseOf({ opened, again, thanksOnly }: Opening, profile: ShopProfile, random: Random): Chat['course'] {
  const { ai } = profile;
  const asked = random.chance(ai.involved);
  const [solves, handsOver, greets] = [random.next(), random.chance(ai.handsOver), random.chance(ai.greetsOnly)];
  const skill = skillAt(opened, profile);
  if (skill === null) return 'human_only';
  if (!asked || (ai.answers === 'office_closed' && isOffice(opened, profile))) return greets ? 'greeted_only' : 'human_only';
  if (solves < (thanksOnly ? 0.97 : again ? skill / 2 : skill)) return 'ai_solved';
  return handsOver ? 'handed_over' : 'ended_unclear';
}

function closeOf(course: Chat['course'], opened: number, lasts: { ai: number; team: number; quiet: number }, profile: ShopProfile): number {
  switch (course) {
    case 'ai_solved':
      return opened + lasts.ai;
    case 'ended_unclear':
      return opened + lasts.quiet;
    case 'handed_over':
      return nextOffice(opened + lasts.ai, profile) + lasts.team;
    case 'human_only':
    case 'greeted_only':
      return nextOffice(opened, profile) + lasts.team;
  }
}

/** The share that AI solves at that moment; null before it was activated. A curve that needs divisions only: fast at first, then ever slower. */
function skillAt(moment: number, { organization, ai }: ShopProfile): number | null {
  if (organization.ai_activated_on === null) return null;
  const weeks = (moment - startOfDay(organization.ai_activated_on, organization.time_zone)) / (7 * DAY);
  return weeks < 0 ? null : ai.last - (ai.last - ai.first) / (1 + weeks / ai.weeksToHalf);
}

const isOffice = (moment: number, profile: ShopProfile): boolean => nextOffice(moment, profile) === moment;

/** The moment itself while the team works, else when it next begins. */
function nextOffice(moment: number, { organization, office }: ShopProfile): number {
  for (let day = localDay(moment, organization.time_zone); ; day = addDays(day, 1)) {
    const midnight = startOfDay(day, organization.time_zone);
    if (office.days.includes(weekdayOf(day)) && moment < midnight + office.to * HOUR) return Math.max(moment, midnight + office.from * HOUR);
  }
}
