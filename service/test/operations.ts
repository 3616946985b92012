// Every operation of the API, for the tests that are about all of them: who may ask for it, and how it is asked well.
import { ROLES, type Role } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import type { Sent } from './service-under-test.ts';

export type Operation = string;

export interface HowToAsk {
  roles: readonly Role[];
  query?: string;
  payload?: object;
  headers?: Record<string, string>;
}

const READERS = ['admin', 'supervisor'] as const;

/** What needs a token. The chat of a path is `e`. */
export const GUARDED: Readonly<Record<Operation, HowToAsk>> = {
  'GET /v1/impact-report': { roles: READERS, query: 'period=2026-10' },
  'GET /v1/impact-report/chats': { roles: READERS, query: 'period=2026-10&figure=closed' },
  'GET /v1/impact-report/revisions': { roles: READERS, query: 'from=2026-09-28&to=2026-10-04' },
  'PUT /v1/chats/{id}/return-ruling': { roles: ['admin'], payload: { different_matter: true } },
  'GET /v1/return-rulings/history': { roles: READERS },
  'GET /v1/cost-assumption': { roles: READERS },
  'PUT /v1/cost-assumption': {
    roles: ['admin'],
    payload: { minutes_per_chat: 6, hourly_cost: 1, ai_fee_per_month: 1, effective_from: '2026-10-15' },
    headers: { 'if-match': '"1"' },
  },
  'GET /v1/cost-assumption/history': { roles: READERS },
  'GET /v1/working-hours': { roles: READERS },
  'GET /v1/working-hours/history': { roles: READERS },
  'PUT /v1/working-hours': { roles: ['admin'], payload: { effective_from: '2026-01-01', shifts: [], holidays: [] }, headers: { 'if-match': '"0"' } },
  'POST /v1/report-views': { roles: READERS, payload: { net_and_gap: true, work_absorbed: true } },
  'GET /internal/success-metrics': { roles: ['internal'] },
};

/** What anybody may ask for: it tells nothing about an organization. The last is the page. */
export const OPEN: readonly Operation[] = ['GET /healthz', 'GET /readyz', 'GET /openapi.json', 'GET /docs', 'GET *'];

/** What this machine may ask for without a token. */
export const LOCAL: readonly Operation[] = ['GET /metrics', 'GET /dev/token', 'GET /dev/organizations'];

export const OTHER_ROLES = (allowed: readonly Role[]): Role[] => ROLES.filter((role) => !allowed.includes(role));

/** The request of an operation, without a token. */
export function requestOf(operation: Operation, { query, payload, headers = {} }: Omit<HowToAsk, 'roles'>): Sent & { headers: Record<string, string> } {
  const [method, path] = operation.split(' ') as [NonNullable<Sent['method']>, string];
  const url = path.replace('{id}', 'e') + (query === undefined ? '' : `?${query}`);
  return { method, url, headers, ...(payload === undefined ? {} : { payload }) };
}

/** What the app itself says that it answers, as the document writes it. Each GET answers HEAD as well. */
export async function operationsOf(app: FastifyInstance): Promise<Operation[]> {
  await app.ready();
  const parents: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, methods] = /^([│ ]*)[├└]── (\S+) \(([A-Z, ]+)\)$/.exec(line) ?? [];
      if (indent === undefined) return [];
      const depth = indent.length / 4;
      parents[depth] = (parents[depth - 1] ?? '') + part;
      const path = parents[depth].replaceAll(/:(\w+)/g, '{$1}');
      return methods!
        .split(', ')
        .filter((method) => method !== 'HEAD')
        .map((method) => `${method} ${path}`);
    });
}
