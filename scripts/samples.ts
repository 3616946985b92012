import { SAMPLE_PROFILES, sampleShop, type Shop } from '#mocks';
import { costAssumption, createOrganization, importActivity, importRooms, type OwnerDatabase, refreshOrganization, workingHours } from '@qontak/impact-service';

/**
 * Puts the simulated organizations into a database that lacks them. A start that was cut off goes on where it was: rows that are in are not
 * written twice, and an organization counts as loaded once its outcomes were counted.
 * @param tell is called with a line for whoever waits
 */
export async function loadSamples(owner: OwnerDatabase, tell: (line: string) => void): Promise<void> {
  for (const profile of SAMPLE_PROFILES) {
    const { id, name } = profile.organization;
    const [row] = await owner.query<{ loaded: boolean }>('select as_of is not null as loaded from organizations where id = $1', [id]);
    if (row?.loaded) continue;
    tell(`Simulating the sample organization ${name}`);
    await load(owner, sampleShop(profile), tell);
  }
}

/** So long the service has been looking at the chats: each week it said what to expect of the next one, from what was known then. */
const WEEKS_SERVED = 12;
const WEEK = 7 * 24 * 3_600_000;

async function load(owner: OwnerDatabase, shop: Shop, tell: (line: string) => void): Promise<void> {
  const { organization, rooms, activity } = shop;
  const { id, name, time_zone, ai_activated_on, source } = organization;
  await createOrganization(owner, { id, name, timeZone: time_zone, aiActivatedOn: ai_activated_on, source });
  await enterSettings(owner, shop);
  const total = rooms.length.toLocaleString('en-US');
  await importRooms(owner, id, rooms, ({ rows_read }) => tell(`Loading sample data: ${name}, ${rows_read.toLocaleString('en-US')} of ${total} chats`));
  await importActivity(owner, id, activity);
  tell(`Counting the sample data of ${name}`);
  for (const asOf of momentsUntil(shop.as_of!)) await refreshOrganization(owner, id, { asOf });
}

/** A week apart, the last one being the end. */
function momentsUntil(end: string): string[] {
  return Array.from({ length: WEEKS_SERVED + 1 }, (_, i) => new Date(Date.parse(end) - (WEEKS_SERVED - i) * WEEK).toISOString());
}

/** What the sample's admin entered. What is there already, from a start that was cut off, stays: it is another version than the one replaced. */
async function enterSettings(owner: OwnerDatabase, { organization, working_hours = [], cost_assumptions = [] }: Shop): Promise<void> {
  const by = cost_assumptions[0]?.changed?.by ?? 'sample';
  await owner.transaction(async (tx) => {
    await tx.query(`select set_config('app.organization_id', $1, true)`, [organization.id]);
    for (const [replaces, input] of working_hours.entries()) await workingHours.change(tx, { replaces, by, input });
    for (const [replaces, input] of cost_assumptions.entries()) await costAssumption.change(tx, { replaces, by, input });
  });
}
