import { CostAssumptionInput, type SettingMeta, WorkingHoursInput } from '@qontak/impact-contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Guard, identityOf, subjectOf } from '../auth/guard.ts';
import type { Database, Queryable } from '../db/database.ts';
import { Refused } from '../problems.ts';
import { costAssumption } from '../settings/cost-assumption.ts';
import { changeBehind, changesOf } from '../settings/history.ts';
import type { Setting, Versioned } from '../settings/setting.ts';
import { workingHours } from '../settings/working-hours.ts';
import { bodyOf } from './body.ts';
import { etagOf, replacedVersion, versionDiffers } from './if-match.ts';
import { single } from './query.ts';

/** 400 holidays with long names, each letter of them up to four bytes. */
const LARGEST_SCHEDULE = 256 * 1024;

export interface SettingsOptions {
  database: Pick<Database, 'request'>;
  guard: Guard;
  /** Judges anew the chats that a change concerns: a few at once, many in the background. */
  refresh: (organizationId: string) => Promise<void>;
}

/** `GET` and `PUT /v1/cost-assumption` and `/v1/working-hours`: what an organization says about itself; `GET .../history`: every change of it. */
export function settingsRoutes(app: FastifyInstance, options: SettingsOptions): void {
  settingRoutes(app, options, { url: '/v1/cost-assumption', setting: costAssumption, schema: CostAssumptionInput, queues: false });
  settingRoutes(app, options, { url: '/v1/working-hours', setting: workingHours, schema: WorkingHoursInput, queues: true, bodyLimit: LARGEST_SCHEDULE });
}

interface SettingRoute<Value, Input> {
  url: string;
  setting: Setting<Value, Input>;
  schema: Parameters<typeof bodyOf<Input>>[1];
  /** Whether a change of it lets chats be judged anew. */
  queues: boolean;
  bodyLimit?: number;
}

function settingRoutes<Value, Input>(app: FastifyInstance, { database, guard, refresh }: SettingsOptions, route: SettingRoute<Value, Input>): void {
  const { url, setting, schema, queues, bodyLimit } = route;
  app.get(url, guard('admin', 'supervisor'), async (request, reply) => {
    const { organizationId } = identityOf(request);
    return send(request, reply, await database.request.asOrganization(organizationId, (tx) => known(setting, tx, organizationId)));
  });
  app.get(`${url}/history`, guard('admin', 'supervisor'), async (request, reply) => {
    const { organizationId } = identityOf(request);
    const cursor = changeBehind(single(request.query, 'cursor'));
    const { changes, next_cursor } = await database.request.asOrganization(organizationId, async (tx) => {
      await known(setting, tx, organizationId);
      return changesOf(tx, organizationId, { kind: setting.kind, cursor }, ({ changed_by: by, changed_at: at, before, after }) => ({
        by,
        at,
        before: before === null ? null : setting.noted(before),
        after: setting.noted(after),
      }));
    });
    reply.header('cache-control', 'private, no-store');
    return { status: 'success', data: changes, meta: { organization: { id: organizationId }, next_cursor } };
  });
  app.put(url, { ...guard('admin'), ...(bodyLimit === undefined ? {} : { bodyLimit }) }, async (request, reply) => {
    const { organizationId } = identityOf(request);
    const change = { by: subjectOf(request), replaces: replacedVersion(request), input: bodyOf(request, schema) };
    await database.request.changeAsOrganization(organizationId, async (tx) => {
      await known(setting, tx, organizationId);
      if (!(await setting.change(tx, change))) throw versionDiffers();
    });
    if (queues) await refresh(organizationId);
    // In a transaction of its own, because Citus lets one role not read what another has changed in the same one. Should somebody else have changed it
    // meanwhile, the answer is theirs, with its version.
    return send(request, reply, await database.request.asOrganization(organizationId, (tx) => known(setting, tx, organizationId)));
  });
}

async function known<Value, Input>(setting: Setting<Value, Input>, tx: Queryable, organizationId: string): Promise<Versioned<Value>> {
  const found = await setting.read(tx, organizationId);
  if (found === null) throw new Refused('not_found', 'The organization of the token is not known here.');
  return found;
}

function send<Value>(request: FastifyRequest, reply: FastifyReply, { value, version }: Versioned<Value>): FastifyReply {
  reply.header('etag', etagOf(version)).header('cache-control', 'private, no-cache');
  const { organizationId: id, role } = identityOf(request);
  return reply.send({ status: 'success', data: value, meta: { organization: { id }, can_edit: role === 'admin' } satisfies SettingMeta });
}
