import { type Database, type Queryable, REQUEST_ROLE } from './database.ts';
import { DatabaseUnusable } from './errors.ts';
import { sqlFile } from './sql-file.ts';

const SELF_CHECK = sqlFile(import.meta.url, './self-check.sql');

/** The functions that run with the owner's rights for requests. Each takes the organization from the transaction, or answers sums only. */
const CHANGES = ['change_cost_assumption', 'change_working_hours', 'record_report_view', 'rule_return', 'success_metrics'];

const NOBODY = '00000000-0000-0000-0000-000000000000';

interface Standing {
  role: string;
  is_superuser: boolean;
  bypasses_security: boolean;
  owned: string[];
  unprotected: string[];
  views_around_security: string[];
  writable: string[];
  may_create: boolean;
  lending: string[];
  readable: string[];
  is_member: boolean;
}

/**
 * Proves, as the role that requests run under, that row-level security binds it. A service in which it does not would answer everybody's
 * figures to everybody without any error, so it must not serve at all.
 * @throws {DatabaseUnusable}
 */
export async function selfCheck({ request }: Pick<Database, 'request'>): Promise<void> {
  await request.asOrganization(NOBODY, async (tx) => {
    const [standing] = await tx.query<Standing>(SELF_CHECK, [REQUEST_ROLE, CHANGES]);
    const finding = faultOf(standing!) ?? (await leakOf(tx, standing!));
    if (finding !== null) throw new DatabaseUnusable(`Could not serve: ${finding}.`);
  });
}

/** What is wrong with the role or the tables, and what to do; null: nothing. */
function faultOf(standing: Standing): string | null {
  const { role } = standing;
  const [owned, unprotected, views, writable] = [standing.owned, standing.unprotected, standing.views_around_security, standing.writable].map((names) =>
    names.join(', '),
  );
  if (standing.is_superuser) return `requests run as ${role}, a superuser, whom row-level security does not bind. Give APP_DATABASE_URL an ordinary login`;
  if (standing.bypasses_security) return `requests run as ${role}, which may bypass row-level security. Alter it to NOBYPASSRLS`;
  if (owned) return `requests run as ${role}, which owns, or belongs to the owner of, ${owned}. Give APP_DATABASE_URL a login that owns nothing`;
  if (!standing.is_member) return `requests run as ${role}, which may not read reports. Grant it ${REQUEST_ROLE}`;
  if (unprotected) return `row-level security is not enabled and forced on ${unprotected}. Enable and force it`;
  if (views) return `${role} can read ${views}, which passes by row-level security. Make it security_invoker, or revoke it`;
  if (writable) return `${role} may write to ${writable}. Revoke that`;
  if (standing.may_create) return `${role} may create tables and functions. Revoke create on the schema`;
  if (standing.lending.length > 0) return `${role} may run ${standing.lending.join(', ')} with the rights of the owner. Revoke that`;
  return null;
}

/** Without an organization nothing may be seen; the answer of a policy counts here, not its text. */
async function leakOf(tx: Queryable, { role, readable }: Standing): Promise<string | null> {
  await tx.query(`select set_config('app.organization_id', '', true)`);
  for (const name of readable) {
    const [quoted] = await tx.query<{ statement: string }>(`select format('select exists (select 1 from %I) as leaks', $1::text) as statement`, [name]);
    const [row] = await tx.query<{ leaks: boolean }>(quoted!.statement);
    if (row!.leaks) return `${role} sees rows of ${name} without naming an organization. Restore its policies`;
  }
  return null;
}
