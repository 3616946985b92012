import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { QueryObserver } from '@tanstack/query-core';
import type { Reader } from './beside-report.ts';
import { fetchChats } from './chats.ts';
import { type Connection, connect } from './connection.ts';
import { fetchCostChanges } from './cost-changes.ts';
import { COST_ASSUMPTION } from './cost-setting.ts';
import { ReportError } from './errors.ts';
import { REPORT_KEY } from './query-options.ts';
import { readSetting, saveSetting } from './settings.ts';
import { WORKING_HOURS } from './working-hours-setting.ts';

interface Case {
  ask: (connection: Connection, reader: Reader) => Promise<unknown>;
  data: unknown;
  meta?: object;
}

const FIGURES = { minutes_per_chat: 6, hourly_cost: null, ai_fee_per_month: null, effective_from: null };
const CASES: Readonly<Record<string, Case>> = {
  'a list of chats': {
    ask: (connection, reader) =>
      fetchChats(connection, { figure: 'closed', place: null, from: '2026-10-01', to: '2026-10-31', channel: null }, { cursor: null, ...reader }),
    data: [],
    meta: { figure: 'closed', total: 0, next_cursor: null, as_of: null },
  },
  'the cost figures': { ask: (connection, reader) => readSetting(connection, COST_ASSUMPTION, reader), data: { ...FIGURES, changed: null } },
  'a change of the cost figures': {
    ask: (connection, reader) => saveSetting(connection, COST_ASSUMPTION, { input: FIGURES, etag: '"0"', ...reader }),
    data: { ...FIGURES, changed: null },
  },
  'the changes of the cost figures': {
    ask: (connection, reader) => fetchCostChanges(connection, { cursor: null, ...reader }),
    data: [],
    meta: { next_cursor: null },
  },
  'the working hours': { ask: (connection, reader) => readSetting(connection, WORKING_HOURS, reader), data: { time_zone: 'Asia/Jakarta', schedules: [] } },
};

const { signal } = new AbortController();

describe('what is asked for beside a report', () => {
  for (const [name, { ask, data, meta }] of Object.entries(CASES)) {
    test(`${name} of another organization is refused, and the report is asked for anew`, async () => {
      let id = 'a';
      let asked = 0;
      const fetcher = async (): Promise<Response> => ((asked += 1), Response.json({ status: 'success', data, meta: { organization: { id }, ...meta } }));
      const connection = connect({ src: 'https://metrics.example.id', org: undefined, tokenProvider: undefined, fetcher });
      const report = new QueryObserver(connection.client, { queryKey: REPORT_KEY, queryFn: () => 'a report', staleTime: Infinity });
      const stop = report.subscribe(() => undefined);
      await report.getCurrentQuery().promise;
      await ask(connection, { organization: 'A', signal });
      const { dataUpdateCount } = report.getCurrentQuery().state;
      id = 'b';
      await assert.rejects(ask(connection, { organization: 'a', signal }), (error) => error instanceof ReportError && error.code === 'tenant_mismatch');
      await report.getCurrentQuery().promise;
      assert.ok(report.getCurrentQuery().state.dataUpdateCount > dataUpdateCount);
      assert.equal(asked, 2, 'it is not asked for again by itself');
      stop();
      connection.client.clear();
    });
  }
});
