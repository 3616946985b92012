// The contract with whoever writes the AI's log is made from the metric catalogue, and is what the import reads.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CATALOGUE, type CatalogueEntry } from '@qontak/impact-contract';
import { activityLogSchema } from '@qontak/impact-contract/telemetry';
import { DOCUMENT } from '../scripts/telemetry.ts';
import { columnsOf, REQUIRED } from '../service/src/import/columns.ts';

interface Schema {
  required: string[];
  properties: Record<string, { description?: string; 'x-unlocks': string[]; 'x-sharpens': string[] }>;
}
const schema = activityLogSchema() as unknown as Schema;
const METRICS: readonly CatalogueEntry[] = CATALOGUE;

describe('the contract for ai_activity_logs', () => {
  test('stands in the documentation as the catalogue has it', () => {
    assert.deepEqual(JSON.parse(readFileSync(DOCUMENT, 'utf8')), schema, 'Run node scripts/telemetry.ts && oxfmt docs');
  });

  test('has the columns that the import reads, each with what it means', () => {
    assert.deepEqual(Object.keys(schema.properties).toSorted(), columnsOf('activity').toSorted());
    assert.deepEqual(schema.required.toSorted(), ['organization_id', ...REQUIRED.activity].toSorted());
    for (const [column, { description }] of Object.entries(schema.properties)) assert.match(description ?? '', /^\S.*\.$/, column);
  });

  test('says which metrics each column unlocks, and which are more exact with it', () => {
    const { turns, thanks_only, sentiment_end, csat } = schema.properties;
    assert.deepEqual([turns!['x-unlocks'], sentiment_end!['x-unlocks'], csat!['x-unlocks']], [['turns'], ['sentiment'], ['csat']]);
    assert.deepEqual(thanks_only!['x-unlocks'], [], 'without it the more careful reading counts');
    assert.ok(thanks_only!['x-sharpens'].includes('reopen-rate'));
  });
});

test('the catalogue names columns that there are', () => {
  const columns = new Set([
    ...columnsOf('activity').map((column) => `ai_activity_logs.${column}`),
    ...columnsOf('rooms').map((column) => `rooms.${column}`),
    'working_hours.effective_from',
  ]);
  for (const { id, sources, sharper_with = [] } of METRICS) {
    for (const column of [...sources, ...sharper_with]) assert.ok(columns.has(column), `${id}: ${column}`);
  }
});
