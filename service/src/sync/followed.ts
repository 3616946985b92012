import type { OwnerDatabase } from '../db/database.ts';
import type { Followed } from './follow-table.ts';
import type { SyncConfig } from './sync-config.ts';

/** Who is followed, and which names of the configuration stand for nobody. */
export interface FollowedOrganizations {
  followed: Followed[];
  /** How many organizations of the configuration are not known here. */
  unknown: number;
}

/** The organizations with live data that the configuration means. Asked before every pass, so that a new one is followed from its beginning. */
export async function followedOrganizations(owner: OwnerDatabase, { organizations }: SyncConfig): Promise<FollowedOrganizations> {
  const known = await owner.query<{ id: string }>(`select id::text as id from organizations where source = 'live' order by id`);
  if (organizations === null) return { followed: known.map(({ id }) => ({ id, name: id })), unknown: 0 };
  const ids = new Set(known.map(({ id }) => id));
  const named = [...organizations].map(([name, id]) => ({ id, name }));
  const followed = named.filter(({ id }) => ids.has(id));
  return { followed, unknown: named.length - followed.length };
}
