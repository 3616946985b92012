import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReportHead } from '@qontak/impact-contract';
import { QueryClient, type QueryKey } from '@tanstack/query-core';
import type { ReportError } from './errors.ts';
import { reportOptions } from './query-options.ts';

test('while figures are being recounted the report is asked for again by itself, and then no more', () => {
  const client = new QueryClient();
  const { queryKey, refetchInterval } = reportOptions({ client } as Parameters<typeof reportOptions>[0], {});
  assert.ok(typeof refetchInterval === 'function');
  const after = (recounting: boolean): unknown => {
    client.setQueryData(queryKey as QueryKey, { meta: { recounting } });
    return refetchInterval(client.getQueryCache().find<ReportHead, ReportError>({ queryKey: queryKey as QueryKey })!);
  };
  assert.equal(after(true), 15_000);
  assert.equal(after(false), false);
  client.clear();
});
