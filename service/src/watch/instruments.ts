import { collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../db/database.ts';
import { backlogOf } from './backlog.ts';

/** What is measured for whoever watches the service. */
export interface Instruments {
  /** Notes an answered request. */
  answered(request: FastifyRequest, reply: FastifyReply): void;
  /** Everything in Prometheus' text format. */
  read(): Promise<string>;
}

export const PROMETHEUS_TEXT = Registry.PROMETHEUS_CONTENT_TYPE;

/** Seconds: from a report that has not changed to the longest that a request may take. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Others have no route. They come from outside, so they share one name. */
const METHODS = new Set(['GET', 'HEAD', 'PUT', 'POST', 'OPTIONS']);

/**
 * Labels have fixed values: method, route template, class of the status. Nothing that a client sends and no organization becomes one, which
 * would tell who it is, and grow a series for each.
 */
export function instrumentsFor(database: Pick<Database, 'owner' | 'connections'>): Instruments {
  const registry = new Registry();
  const durations = new Histogram({
    name: 'impact_request_duration_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATIONS,
    registers: [registry],
  });
  const measureDatabase = databaseGauges(registry, database);
  const ofProcess = processRegistry();
  return {
    answered({ method, routeOptions }, reply) {
      const labels = { method: METHODS.has(method) ? method : 'other', route: routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` };
      durations.observe(labels, reply.elapsedTime / 1000);
    },
    async read() {
      await measureDatabase();
      return `${await registry.metrics()}${await ofProcess.metrics()}`;
    },
  };
}

/** What is not known is NaN, which is how Prometheus says it. */
function databaseGauges(registry: Registry, database: Pick<Database, 'owner' | 'connections'>): () => Promise<void> {
  const gauge = <Label extends string = never>(name: string, help: string, ...labelNames: Label[]): Gauge<Label> =>
    new Gauge({ name: `impact_${name}`, help, labelNames, registers: [registry] });
  const up = gauge('database_up', 'Whether the database answers: 1 or 0.');
  const connections = gauge('database_connections', 'Connections by pool, and requests that wait for one.', 'pool', 'state');
  const chats = gauge('changed_chats', 'Chats that wait to be counted, up to 100,000.');
  const organizations = gauge('organizations_waiting', 'Organizations with chats that wait to be counted.');
  const age = gauge('newest_data_age_seconds', 'Age of the newest event that any report is counted as of.');
  const backlog = backlogOf(database);
  return async () => {
    for (const { pool, busy, idle, waiting } of database.connections()) {
      for (const [state, n] of Object.entries({ busy, idle, waiting })) connections.set({ pool, state }, n);
    }
    const found = await backlog();
    up.set(found === null ? 0 : 1);
    chats.set(found?.changed_chats ?? Number.NaN);
    organizations.set(found?.organizations_waiting ?? Number.NaN);
    age.set(found?.newest_age_seconds ?? Number.NaN);
  };
}

let measured: Registry | undefined;

/** CPU, memory, event loop, garbage collection: of the process, which is one however many apps a test builds in it. */
function processRegistry(): Registry {
  if (measured === undefined) {
    measured = new Registry();
    collectDefaultMetrics({ register: measured });
  }
  return measured;
}
