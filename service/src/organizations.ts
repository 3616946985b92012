import { LocalDate, OrganizationId } from '@qontak/impact-contract';
import type { OwnerDatabase, Queryable } from './db/database.ts';
import { sqlFile } from './db/sql-file.ts';

const CREATE = sqlFile(import.meta.url, './create-organization.sql');
const SAME = sqlFile(import.meta.url, './same-organization.sql');

/** An organization as the service knows it. */
export interface Organization {
  id: string;
  name: string;
  /** An IANA zone such as Asia/Jakarta; every local day of the report is a day there. */
  timeZone: string;
  /** The first local day with AI; null: not known. */
  aiActivatedOn: string | null;
  /** `sample`: simulated chats, which every page says. */
  source: 'live' | 'sample';
}

/** The organization cannot be made as asked. */
export class OrganizationRefused extends Error {
  override name = 'OrganizationRefused';
}

/** There is no such organization. */
export class UnknownOrganization extends Error {
  override name = 'UnknownOrganization';
}

/**
 * Makes an organization; the same values again change nothing.
 * @throws {OrganizationRefused} when a value is no good, or the id is taken by an organization with other values
 */
export async function createOrganization(owner: OwnerDatabase, organization: Organization): Promise<void> {
  const { id, name, timeZone, aiActivatedOn, source } = organization;
  refuseBad(organization);
  await refuseUnknownZone(owner, timeZone);
  const values = [id, name, timeZone, aiActivatedOn, source];
  await owner.query(CREATE, values);
  const [row] = await owner.query<{ same: boolean }>(SAME, values);
  if (row?.same !== true) throw new OrganizationRefused(`Could not create organization ${id}: it exists with another name, time zone, start or source.`);
}

/**
 * Locks the organization until the transaction ends. Whoever writes its rooms or its AI facts does this first: a refresh and an import of
 * one organization take turns, while reports go on.
 * @throws {UnknownOrganization}
 */
export async function lockOrganization(tx: Queryable, id: string): Promise<LockedOrganization> {
  const [row] = await tx.query<LockedOrganization>('select rooms_reused from organizations where id = $1 for update', [id]);
  if (row === undefined) throw new UnknownOrganization(`Could not find organization ${id}. Create it first.`);
  return row;
}

/** What an import has to know, and what only holds as long as the lock does. */
interface LockedOrganization {
  /** Its source uses a room for one chat after the other. */
  rooms_reused: boolean;
}

function refuseBad({ id, name, timeZone, aiActivatedOn }: Organization): void {
  const problems = [
    OrganizationId.safeParse(id).success ? '' : 'its id must be a UUID',
    name.trim() === '' ? 'its name is empty' : '',
    isZone(timeZone) ? '' : `${JSON.stringify(timeZone)} is no IANA time zone such as Asia/Jakarta`,
    aiActivatedOn === null || LocalDate.safeParse(aiActivatedOn).success ? '' : 'the start of AI must be a day such as 2026-10-31',
  ].filter((sentence) => sentence !== '');
  if (problems.length > 0) throw new OrganizationRefused(`Could not create organization ${id}: ${problems.join('; ')}.`);
}

/** Intl also takes offsets such as +07:00, which PostgreSQL reads with the opposite sign. */
function isZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}

/** The database has a zone list of its own, perhaps an older one. */
async function refuseUnknownZone(owner: OwnerDatabase, timeZone: string): Promise<void> {
  try {
    await owner.query('select now() at time zone $1', [timeZone]);
  } catch (error) {
    if ((error as { code?: string }).code !== '22023') throw error;
    throw new OrganizationRefused(`Could not create the organization: the database does not know the time zone ${timeZone}.`, { cause: error });
  }
}
