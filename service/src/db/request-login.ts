import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import pg from 'pg';
import { type OwnerDatabase, type OwnerTransaction, REQUEST_ROLE } from './database.ts';
import { hasCitus } from './distribute.ts';
import { DatabaseUnusable } from './errors.ts';
import { isReplica } from './replica.ts';

/** Serializes the starts of several instances on one database. */
const LOCK = 7_310_001;

/** Roles are the whole server's, and no lock of ours keeps others from them: PostgreSQL refuses one of two that alter, grant or make the same at once. */
const AT_ONCE = /^(tuple concurrently (updated|deleted)|duplicate key value violates unique constraint "pg_\w+"|role ".*" already exists)$/;
const TRIES = 5;

/**
 * Makes or renews the login under which requests connect, and answers its URL.
 *
 * Its password follows from the owner's, so that several instances agree without a place to keep it. An owner without a password
 * (the server trusts the address, or asks for a certificate) gives a login without one: a password that anybody could work out would be a hole.
 */
export async function requestLogin(owner: OwnerDatabase, databaseUrl: string): Promise<string> {
  const { password: ownerPassword, database } = new pg.Client({ connectionString: databaseUrl });
  // Roles belong to the whole server; one for each database keeps two installations apart.
  const name = `impact_request_${createHash('sha256')
    .update(database ?? '')
    .digest('hex')
    .slice(0, 12)}`;
  const password = typeof ownerPassword === 'string' && ownerPassword !== '' ? derive(ownerPassword, `password of ${name}`).toString('hex') : '';
  if (await isReplica(owner)) await assertThere(owner, name);
  else await write(owner, name, password === '' ? null : scramVerifier(password, derive(ownerPassword!, `salt of ${name}`).subarray(0, 16)));
  const url = new URL(databaseUrl);
  url.username = name;
  url.password = password;
  if (url.username !== name) throw new DatabaseUnusable('Could not make a login for requests: DATABASE_URL names no host. Set APP_DATABASE_URL as well.');
  return url.href;
}

async function write(owner: OwnerDatabase, name: string, verifier: string | null, tries = TRIES): Promise<void> {
  try {
    await owner.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
      if (await hasCitus(tx)) await dropIfUnknownElsewhere(tx, name);
      // CREATE ROLE takes no parameters, so the server itself quotes the name and the verifier.
      const statements = await tx.query<{ statement: string }>(
        `select format('create role %I login', $1::text) as statement where not exists (select from pg_roles where rolname = $1)
         union all select format('alter role %I with login password %L', $1::text, $2::text)
         union all select format('grant %I to %I', $3::text, $1::text)
          where not exists (select from pg_auth_members where roleid = to_regrole($3) and member = to_regrole($1))`,
        [name, verifier, REQUEST_ROLE],
      );
      for (const { statement } of statements) await tx.script(statement);
    });
  } catch (error) {
    if (tries > 1 && AT_ONCE.test((error as Error).message)) return write(owner, name, verifier, tries - 1);
    // "insufficient privilege": many servers are run so that the owner of a database makes no roles.
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new DatabaseUnusable(
      `Could not make a login for requests: the user of DATABASE_URL may not create roles. Create a login that is a member of ${REQUEST_ROLE} and set APP_DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** A replica has the logins of its primary and can make none. */
async function assertThere(owner: OwnerDatabase, name: string): Promise<void> {
  if ((await owner.query('select from pg_roles where rolname = $1', [name])).length > 0) return;
  throw new DatabaseUnusable('Could not find the login for requests on the replica. Start the service on the primary first, or set APP_DATABASE_URL.');
}

/** A login that was made before the nodes came together is not on the others, and is not made there later. Nobody could read with it here either. */
async function dropIfUnknownElsewhere(tx: OwnerTransaction, name: string): Promise<void> {
  const [drop] = await tx.query<{ statement: string }>(
    `select format('drop role %I', rolname) as statement from pg_roles where rolname = $1 and oid not in (select objid from pg_dist_object where classid = 'pg_authid'::regclass)`,
    [name],
  );
  if (drop !== undefined) await tx.script(drop.statement);
}

const derive = (secret: string, purpose: string): Buffer => createHmac('sha256', secret).update(purpose).digest();

/**
 * What PostgreSQL stores for a password (RFC 5803). Sent instead of the password, because servers may log statements;
 * with a fixed salt, because a start then writes what is there already.
 */
function scramVerifier(password: string, salt: Buffer): string {
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const key = (label: string): Buffer => createHmac('sha256', salted).update(label).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
