import type { CostAssumption, LocalDate, WorkingHoursInput } from '@qontak/impact-contract';
import type { ActivityColumn, Organization } from '../rows.ts';
import type { Quantiles, Weights } from './random.ts';

export type ShopKind = 'online_shop' | 'clinic' | 'travel';

/** When people write, about what and where. */
export interface Habits {
  /** How busy each hour of the day is, from midnight; only the proportions count. */
  hours: readonly number[];
  /** How busy each day of the week is, from Monday. */
  weekdays: readonly number[];
  channels: Weights;
  topics: Weights;
  /** The team's working hours, on these days of the week (0: Monday). */
  office: { from: number; to: number; days: readonly number[] };
}

/** How well AI does, and how that changes while it learns. */
interface AiSkill {
  /** Share of the chats it takes part in. */
  involved: number;
  /** Whether it answers all day, or only while the office is closed. */
  answers: 'always' | 'office_closed';
  /** Share of its chats that it closes alone: in the first week, and in the end. */
  first: number;
  last: number;
  /** After so many weeks half of that way is done. */
  weeksToHalf: number;
  /** Of the rest, the share that it hands to the team; what remains just ends. */
  handsOver: number;
  /** Share of the other chats that it merely greets. */
  greetsOnly: number;
}

/** What customers do after a close. */
export interface ReturnBehaviour {
  /** Of the chats that AI closed alone, the share in which the matter is not solved. */
  unsolved: number;
  /** How often a customer with an unsolved matter writes again, and after how many hours. */
  comesBack: number;
  hours: Quantiles;
  /** Share of them that write on another channel. */
  otherChannel: number;
  /** How often a satisfied customer opens a chat only to say thanks. */
  thanks: number;
}

/** Messages that the business sends to customers it knows. */
interface Broadcasts {
  everyDays: number;
  contacts: number;
  /** Share of them that answer. */
  answered: number;
}

/** Everything that decides an organization's chats. The same profile gives the same chats on every machine. */
export interface ShopProfile extends Habits {
  kind: ShopKind;
  organization: Organization;
  seed: number;
  firstDay: LocalDate;
  /** Full weeks; the data end in the morning after them. */
  weeks: number;
  /** Matters that customers bring in the first week, and by how much more that is in the last (0.5: half as many again). */
  mattersPerWeek: number;
  growth: number;
  ai: AiSkill;
  returns: ReturnBehaviour;
  /** Share of matters that a known customer brings. */
  repeatContacts: number;
  /** Share of chats without a contact id, and without a topic. */
  unknownContacts: number;
  unknownTopics: number;
  agents: number;
  broadcasts: Broadcasts | null;
  /** Share of chats in which somebody tries the bot out, and of rubbish. */
  tests: number;
  spam: number;
  /** What this organization's AI does not log. */
  missingActivity: readonly ActivityColumn[];
  /** What its admins entered. */
  working_hours: readonly WorkingHoursInput[];
  cost_assumption: CostAssumption | null;
}
