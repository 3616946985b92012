import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '../src/db/database.ts';
import { DatabaseUnusable } from '../src/db/errors.ts';
import { migrate } from '../src/db/migrate.ts';
import { selfCheck } from '../src/db/self-check.ts';
import { newOrganization } from './chats.ts';
import { eachDatabase, onCitus } from './databases.ts';

/** What somebody might do to a database, what the self-check says, and how it is undone. `$role` is the role of requests. */
type Fault = readonly [fault: string, change: string, sentence: RegExp, undo: string];

const COLUMN_RIGHT: Fault = [
  'a right to write one column',
  'grant update (name) on organizations to impact_app',
  /may write to organizations\. Revoke that/,
  'revoke update (name) on organizations from impact_app',
];

const FAULTS: readonly Fault[] = [
  ['the request role is a superuser', 'alter role $role superuser', /requests run as \w+, a superuser/, 'alter role $role nosuperuser'],
  ['the request role may bypass row-level security', 'alter role $role bypassrls', /may bypass row-level security/, 'alter role $role nobypassrls'],
  [
    'the request role owns a table',
    'create table mine (); alter table mine owner to $role',
    /which owns, or belongs to the owner of, mine\./,
    'drop table mine',
  ],
  [
    'a table without row-level security',
    'alter table rooms disable row level security',
    /not enabled and forced on rooms\./,
    'alter table rooms enable row level security',
  ],
  [
    'a table that does not bind its owner',
    'alter table imports no force row level security',
    /not enabled and forced on imports\./,
    'alter table imports force row level security',
  ],
  ['a new table that nobody thought of', 'create table new (n int)', /not enabled and forced on new\./, 'drop table new'],
  [
    'a view that runs as its owner',
    'create view peek as select * from rooms; grant select on peek to impact_app',
    /can read peek, which passes by row-level security/,
    'drop view peek',
  ],
  [
    'a materialized view',
    'create materialized view peek as select * from rooms; grant select on peek to impact_app',
    /can read peek, which passes by row-level security/,
    'drop materialized view peek',
  ],
  [
    'a right to write',
    'grant insert on daily_counts to impact_app',
    /may write to daily_counts\. Revoke that/,
    'revoke insert on daily_counts from impact_app',
  ],
  // Citus has no rights on columns.
  ...(onCitus ? [] : [COLUMN_RIGHT]),
  [
    'a right to write that everybody has',
    'grant delete on return_rulings to public',
    /may write to return_rulings\. Revoke that/,
    'revoke delete on return_rulings from public',
  ],
  [
    'a right to make tables',
    'grant create on schema public to impact_app',
    /may create tables and functions/,
    'revoke create on schema public from impact_app',
  ],
  [
    `a function that lends the owner's rights and that nobody thought of`,
    'create function lend() returns bigint language sql security definer set search_path to pg_catalog, public, pg_temp return 1',
    /may run lend with the rights of the owner/,
    'drop function lend()',
  ],
  [
    `a known function that everybody may run`,
    'grant execute on function success_metrics(date, integer) to public',
    /may run success_metrics with the rights of the owner/,
    'revoke execute on function success_metrics(date, integer) from public',
  ],
  [
    'a known function whose tables the caller could choose',
    'alter function rule_return(text, boolean, text) reset search_path',
    /may run rule_return with the rights of the owner/,
    'alter function rule_return(text, boolean, text) set search_path to pg_catalog, public, pg_temp',
  ],
  [
    'a policy that lets everything through',
    'create policy wide on organizations to impact_app using (true)',
    /sees rows of organizations without naming an organization/,
    'drop policy wide on organizations',
  ],
];

eachDatabase('self-check', (open) => {
  let database: Database;
  let role: string;
  const change = (script: string): Promise<void> => database.owner.transaction((tx) => tx.script(script.replaceAll('$role', role)));
  before(async () => {
    database = await open.fresh();
    await migrate(database.owner);
    await newOrganization(database);
    const [row] = await database.request.asOrganization('', (tx) => tx.query<{ role: string }>('select current_user::text as role'));
    role = row!.role;
  });
  after(() => database.close());

  test('passes what the migrations made', async () => {
    await selfCheck(database);
  });

  for (const [fault, script, sentence, undo] of FAULTS) {
    test(`refuses ${fault}`, async () => {
      await change(script);
      await assert.rejects(
        selfCheck(database),
        (error) => error instanceof DatabaseUnusable && sentence.test(error.message) && error.message.startsWith('Could not serve: '),
      );
      await change(undo);
      await selfCheck(database);
    });
  }
});
