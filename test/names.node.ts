// One word names one thing: the metric `reopen-rate` is the same word in the catalogue, the contract, the SQL, the widget and its tag.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CATALOGUE, ReportData, Unavailable } from '@qontak/impact-contract';

/** Widgets that show no metric of their own. */
const NOT_METRICS = new Set(['kit', 'report', 'provider', 'period-picker', 'how-we-count', 'chats', 'share']);

const folders = readdirSync('widgets', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('names', () => {
  test('a slot is the metric id with underscores, and a field of the report', () => {
    for (const { id, slot } of CATALOGUE) assert.equal(slot, id.replaceAll('-', '_'));
    assert.deepEqual(Object.keys(ReportData.shape), CATALOGUE.map(({ slot }) => slot) as string[]);
  });

  test('every widget folder is a metric of the catalogue', () => {
    const metrics = folders.filter((name) => !NOT_METRICS.has(name));
    assert.ok(metrics.includes('hero'));
    for (const name of metrics)
      assert.ok(
        CATALOGUE.some(({ id }) => id === name),
        `${name} is in no catalogue`,
      );
  });

  test('a widget folder holds the usual files and registers its own tag', () => {
    for (const name of folders.filter((folder) => !NOT_METRICS.has(folder))) {
      for (const file of [`${name}.ts`, `${name}.view.ts`, `${name}.strings.ts`, `${name}.styles.ts`, `${name}.story.ts`, `${name}.test.ts`, 'index.ts']) {
        assert.ok(existsSync(`widgets/${name}/${file}`), `widgets/${name}/${file} is missing`);
      }
      assert.match(readFileSync(`widgets/${name}/index.ts`, 'utf8'), new RegExp(`qontak-impact-${name}\\b`));
    }
  });

  test('a migration has a number of its own: of two with one number nobody can say which came first', () => {
    // They have landed, and a name that a database has recorded is never changed.
    const twice = ['0023_kept_from.sql', '0023_requests_with_changes.sql', '0027_forecasts_that_held.sql', '0027_no_index_by_day.sql'];
    const files = readdirSync('service/migrations');
    for (const file of files) assert.match(file, /^\d{4}_[a-z0-9_]+\.sql$/);
    const sharing = (file: string): string[] => files.filter((other) => other.slice(0, 4) === file.slice(0, 4));
    assert.deepEqual(
      files.filter((file) => sharing(file).length > 1),
      twice,
      'give the newer one the next free number',
    );
  });

  test('a decision has a number of its own, which its title says too', () => {
    const pages = readdirSync('docs/decisions').filter((file) => file !== 'README.md');
    const numbers = pages.map((file) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]));
    assert.deepEqual(numbers, [...new Set(numbers)], 'give the newer one the next free number');
    for (const [at, page] of pages.entries()) assert.ok(readFileSync(`docs/decisions/${page}`, 'utf8').startsWith(`# ${numbers[at]}. `), page);
  });

  test('what the service counts, the contract describes and the reference engine counts too', () => {
    for (const { id, slot } of CATALOGUE) {
      const counted = existsSync(`service/src/metrics/${id}.sql`);
      assert.equal(existsSync(`mocks/reference/${id}.ts`), counted, `${id}: only one of SQL and reference engine counts it`);
      if (!counted && !existsSync(`widgets/${id}`)) continue;
      assert.ok(existsSync(`src/contract/${id}.ts`), `src/contract/${id}.ts is missing`);
      assert.notEqual(ReportData.shape[slot], Unavailable, `${slot} has no value in the contract`);
    }
  });
});
