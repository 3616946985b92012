import { randomUUID } from 'node:crypto';
import type { Database, OwnerDatabase, Queryable } from '../src/db/database.ts';
import { createOrganization, lockOrganization, type Organization } from '../src/organizations.ts';

/** A row of `rooms` and of `ai_activity_logs`, as far as the outcome depends on them. */
export interface Chat {
  id: string;
  contact_id: string | null;
  channel: string;
  topic: string | null;
  first_inbound_at: string | null;
  closed_at: string | null;
  closed_reason: string | null;
  assign_channel_agent_id: string | null;
  is_test: boolean;
  initiated_by: 'customer' | 'business' | null;
  /** null: the log has no row for the chat. */
  activity: Activity | null;
}

/** What is left out is not measured. */
export interface Activity {
  ai_answers: number | null;
  thanks_only?: boolean | null;
  customer_messages?: number;
  turns?: number;
  sentiment_start?: string;
  sentiment_end?: string;
}

/** The close that the tests turn around, in Asia/Jakarta the evening of 5 October. */
export const CLOSE = '2026-10-05T12:00:00Z';

/** A moment so many seconds after `from`. */
export const after = (seconds: number, from = CLOSE): string => new Date(Date.parse(from) + seconds * 1000).toISOString();

export const HOUR = 3600;
export const WINDOW = 48 * HOUR;

/** A chat that AI solved alone, closed at CLOSE, unless the test says otherwise. */
export const chat = (id: string, differs: Partial<Chat> = {}): Chat => ({
  id,
  contact_id: 'rina',
  channel: 'whatsapp',
  topic: null,
  first_inbound_at: after(-600, differs.closed_at ?? CLOSE),
  closed_at: CLOSE,
  closed_reason: 'RESOLVE_AI',
  assign_channel_agent_id: null,
  is_test: false,
  initiated_by: 'customer',
  activity: { ai_answers: 1 },
  ...differs,
});

/** A later chat of the same customer, so many seconds after CLOSE, still open. */
export const later = (id: string, seconds: number, differs: Partial<Chat> = {}): Chat =>
  chat(id, { first_inbound_at: after(seconds), closed_at: null, closed_reason: null, ...differs });

/** Makes an organization of the test's own. */
export async function newOrganization(database: Database, differs: Partial<Organization> = {}): Promise<string> {
  const id = randomUUID();
  await createOrganization(database.owner, { id, name: 'Toko Rina', timeZone: 'Asia/Jakarta', aiActivatedOn: null, source: 'live', ...differs });
  return id;
}

/** Writes chats as an import does: rows, facts and the note that they changed, in one transaction. */
export const putChats = (owner: OwnerDatabase, organization: string, chats: readonly Chat[]): Promise<void> =>
  owner.transaction(async (tx) => {
    await lockOrganization(tx, organization);
    for (const one of chats) await putChat(tx, organization, one);
  });

async function putChat(tx: Queryable, organization: string, one: Chat): Promise<void> {
  await removeRows(tx, organization, one.id);
  await tx.query(
    `insert into rooms (organization_id, id, contact_id, channel, topic, created_at, first_inbound_at, closed_at, closed_reason, assign_channel_agent_id, is_test, initiated_by, updated_at)
     values ($1, $2, $3, $4, $5, now(), $6, $7, $8, $9, $10, $11, now())`,
    [
      organization,
      one.id,
      one.contact_id,
      one.channel,
      one.topic,
      one.first_inbound_at,
      one.closed_at,
      one.closed_reason,
      one.assign_channel_agent_id,
      one.is_test,
      one.initiated_by,
    ],
  );
  if (one.activity === null) return;
  const { ai_answers, thanks_only, customer_messages, turns, sentiment_start, sentiment_end } = one.activity;
  await tx.query(
    `insert into ai_activity_logs (organization_id, room_id, ai_answers, thanks_only, customer_messages, turns, sentiment_start, sentiment_end, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [organization, one.id, ai_answers, thanks_only ?? null, customer_messages ?? null, turns ?? null, sentiment_start ?? null, sentiment_end ?? null],
  );
}

export const removeChat = (owner: OwnerDatabase, organization: string, id: string): Promise<void> =>
  owner.transaction(async (tx) => {
    await lockOrganization(tx, organization);
    await removeRows(tx, organization, id);
  });

async function removeRows(tx: Queryable, organization: string, id: string): Promise<void> {
  await tx.query('delete from rooms where organization_id = $1 and id = $2', [organization, id]);
  await tx.query('delete from ai_activity_logs where organization_id = $1 and room_id = $2', [organization, id]);
  await tx.query('insert into changed_episodes (organization_id, id) values ($1, $2) on conflict do nothing', [organization, id]);
}

/** What refresh recorded, by chat. */
export async function outcomesOf(owner: OwnerDatabase, organization: string): Promise<Record<string, string>> {
  const rows = await owner.query<{ id: string; outcome: string }>('select id, outcome from episode_outcomes where organization_id = $1 order by id', [
    organization,
  ]);
  return Object.fromEntries(rows.map(({ id, outcome }) => [id, outcome]));
}

/** Everything that refresh derives, in a comparable order. */
export async function derived(owner: OwnerDatabase, organization: string): Promise<{ outcomes: unknown[]; counts: unknown[]; trend: unknown[] }> {
  const outcomes = await owner.query('select * from episode_outcomes where organization_id = $1 order by id', [organization]);
  const counts = await owner.query('select * from daily_counts where organization_id = $1 order by dimension, key, local_day', [organization]);
  const trend = await owner.query('select * from trend_counts where organization_id = $1 order by dimension, key, unit, from_day', [organization]);
  return { outcomes, counts, trend };
}

/** What was counted on each day, without zeros and histograms. */
export async function countsOf(owner: OwnerDatabase, organization: string, dimension: 'all' | 'channel' | 'topic' = 'all'): Promise<unknown[]> {
  const rows = await owner.query<{ counts: Record<string, unknown> }>(
    `select to_jsonb(c) - 'organization_id' - 'dimension' as counts from daily_counts c where organization_id = $1 and dimension = $2 order by key, local_day`,
    [organization, dimension],
  );
  const worthTelling = (value: unknown): boolean => value !== 0 && value !== '' && typeof value !== 'object';
  return rows.map(({ counts }) => Object.fromEntries(Object.entries(counts).filter(([, value]) => worthTelling(value))));
}
