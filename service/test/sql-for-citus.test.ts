// What Citus needs of our SQL (CONTRIBUTING.md), as far as it can be told from the text. Whether it runs there is told by `npm run test:citus`.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ACROSS } from './sql-files.ts';

const ROOT = fileURLToPath(new URL('../src/', import.meta.url));

const MIGRATIONS = fileURLToPath(new URL('../migrations/', import.meta.url));

/** The tables of organizations, and the view of them. */
const TABLES = [
  'organizations',
  'episodes',
  ...globSync('*.sql', { cwd: MIGRATIONS }).flatMap((file) =>
    [...readFileSync(MIGRATIONS + file, 'utf8').matchAll(/create table (\w+) \(\s*organization_id/g)].map(([, name]) => name!),
  ),
];

/** Words that can follow a table and are no name of it. */
const NO_NAME = /^(where|on|join|left|cross|inner|order|group|limit|offset|set|using|union|except|as|from|having|returning|select|values|end|and|window)$/;

/** What breaks a rule in a statement: sentences. */
function faultsOf(sql: string): string[] {
  const text = sql.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ').toLowerCase().trim();
  const faults: string[] = [];
  if (/\bctid\b/.test(text)) faults.push('names rows by ctid');
  if (/\bas (not )?(materialized )?\( ?(insert|update|delete)\b/.test(text)) faults.push('changes rows in a with query');
  if (/^with\b.*\binsert into\b/.test(text)) faults.push('has a with query before its insert');
  if (/^insert into [^(]*\([^)]*\) select \$1/.test(text)) faults.push('takes the organization that it inserts from a parameter');
  const outside = withoutBrackets(text);
  if (/^insert\b.*\bunion\b/.test(outside)) faults.push('inserts a union');
  if (/^(insert|update|delete)\b/.test(text) && /\bcase (?!when\b)/.test(text)) faults.push('compares by `case … when` in a write');
  const references = [...text.matchAll(/\b(?:from|join|update) (\w+)(?: (?:as )?(\w+))?/g)].filter(([, table]) => TABLES.includes(table!));
  for (const [, table, name = ''] of references) {
    const alias = name === '' || NO_NAME.test(name) ? table! : name;
    const key = table === 'organizations' ? 'id' : 'organization_id';
    // without the name of its table where there is but one
    const optional = alias === table || references.length === 1 ? '?' : '';
    if (!new RegExp(`(^|[ (])(${alias}\\.)${optional}${key} = \\$1\\b`).test(text)) faults.push(`reads ${table} without its organization_id = $1`);
  }
  return faults;
}

/** What stands outside of all brackets. */
function withoutBrackets(text: string): string {
  let [depth, outside] = [0, ''];
  for (const letter of text) {
    if (letter === '(') depth++;
    else if (letter === ')') depth--;
    else if (depth === 0) outside += letter;
  }
  return outside;
}

const files = globSync('**/*.sql', { cwd: ROOT }).filter((file) => !file.startsWith('db/') && !ACROSS.includes(file));

describe('the SQL of one organization', () => {
  test('is found', () => assert.ok(files.length > 40, `${files.length} files`));

  for (const file of files)
    test(`${file} can be run by the node that keeps the organization`, () => assert.deepEqual(faultsOf(readFileSync(ROOT + file, 'utf8')), []));

  for (const [fault, sql] of [
    ['names rows by ctid', 'delete from rooms where organization_id = $1 and ctid = any ($2)'],
    ['changes rows in a with query', 'with gone as (delete from rooms where organization_id = $1 returning id) select count(*) from gone'],
    ['has a with query before its insert', 'with one as (select 1) insert into rooms (organization_id) select o.id from organizations o where o.id = $1'],
    ['takes the organization that it inserts from a parameter', 'insert into rooms (organization_id, id) select $1::uuid, id from unnest($2::text[]) id'],
    [
      'inserts a union',
      'insert into imports (id) select a.id from rooms a where a.organization_id = $1 union select b.id from rooms b where b.organization_id = $1',
    ],
    ['compares by `case … when` in a write', `update rooms set topic = case channel when 'email' then topic end where organization_id = $1`],
    [
      'reads rooms without its organization_id = $1',
      'select from imports i join rooms r on r.organization_id = i.organization_id where i.organization_id = $1',
    ],
  ] as const)
    test(`would be refused where it ${fault}`, () => assert.deepEqual(faultsOf(sql), [fault]));
});

describe('a migration of tables that are spread over nodes', () => {
  /** The newest that every cluster applies before its tables are spread for the first time. */
  const BEFORE = '0023_requests_with_changes.sql';
  const later = globSync('*.sql', { cwd: MIGRATIONS }).filter((file) => file > BEFORE);
  const isAlone = (sql: string): boolean => !/\bcreate (unique )?index\b/.test(sql) || sql.replaceAll(/--.*$/gm, '').split(';').length === 2;

  for (const file of later) test(`${file} makes an index alone, or none`, () => assert.ok(isAlone(readFileSync(MIGRATIONS + file, 'utf8'))));

  test('would be refused with an index and something else', () => {
    assert.equal(isAlone('create index a on rooms (id);\n'), true);
    assert.equal(isAlone('create index a on rooms (id);\nselect 1;\n'), false);
  });
});
