import { SAMPLE_PROFILES, sampleShop, type Shop } from '#mocks';
import { createOrganization, importActivity, importRooms, type OwnerDatabase, refreshOrganization } from '@qontak/impact-service';

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

async function load(owner: OwnerDatabase, { organization, rooms, activity, as_of }: Shop, tell: (line: string) => void): Promise<void> {
  const { id, name, time_zone, ai_activated_on, source } = organization;
  await createOrganization(owner, { id, name, timeZone: time_zone, aiActivatedOn: ai_activated_on, source });
  const total = rooms.length.toLocaleString('en-US');
  await importRooms(owner, id, rooms, ({ rows_read }) => tell(`Loading sample data: ${name}, ${rows_read.toLocaleString('en-US')} of ${total} chats`));
  await importActivity(owner, id, activity);
  tell(`Counting the sample data of ${name}`);
  await refreshOrganization(owner, id, { asOf: as_of ?? undefined });
}
