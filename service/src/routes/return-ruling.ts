import { ReturnRulingInput } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import { type Guard, identityOf, subjectOf } from '../auth/guard.ts';
import type { Database, Queryable } from '../db/database.ts';
import { Refused } from '../problems.ts';
import { changeBehind, changesOf } from '../settings/history.ts';
import { bodyOf } from './body.ts';
import { single } from './query.ts';

export interface RulingOptions {
  database: Pick<Database, 'request'>;
  guard: Guard;
  /** Judges the chat anew: at once, unless its organization is being counted. */
  refresh: (organizationId: string) => Promise<void>;
}

/**
 * `PUT /v1/chats/{id}/return-ruling`: an admin calls a return "a different matter", or takes that back; `GET /v1/return-rulings/history`: every time that
 * somebody did.
 */
export function returnRulingRoutes(app: FastifyInstance, { database, guard, refresh }: RulingOptions): void {
  app.get('/v1/return-rulings/history', guard('admin', 'supervisor'), async (request, reply) => {
    const { organizationId } = identityOf(request);
    const cursor = changeBehind(single(request.query, 'cursor'));
    const { changes, next_cursor } = await database.request.asOrganization(organizationId, async (tx) => {
      if (!(await isKnown(tx))) throw new Refused('not_found', 'The organization of the token is not known here.');
      return changesOf(tx, organizationId, { kind: 'return_ruling', cursor }, ({ subject: id, changed_by: by, changed_at: at, before, after }) => ({
        id,
        by,
        at,
        before: before ?? [],
        after: after ?? [],
      }));
    });
    reply.header('cache-control', 'private, no-store');
    return { status: 'success', data: changes, meta: { organization: { id: organizationId }, next_cursor } };
  });
  app.put<{ Params: { id: string } }>('/v1/chats/:id/return-ruling', guard('admin'), async (request, reply) => {
    const { organizationId } = identityOf(request);
    const by = subjectOf(request);
    const { different_matter } = bodyOf(request, ReturnRulingInput);
    const { id } = request.params;
    const found = !id.includes('\0') && (await database.request.changeAsOrganization(organizationId, (tx) => rule(tx, [id, different_matter, by])));
    if (!found) throw new Refused('not_found', 'There is no such chat, or its customer did not come back.');
    // Also when nothing changed: a refresh that failed after an earlier attempt is made up for.
    await refresh(organizationId);
    reply.header('cache-control', 'no-store');
    return { status: 'success', data: { id, different_matter }, meta: {} };
  });
}

async function rule(tx: Queryable, values: readonly [id: string, different_matter: boolean, by: string]): Promise<boolean> {
  // An organization that is not there has no chats; the function would call it a mistake.
  if (!(await isKnown(tx))) return false;
  const [row] = await tx.query<{ found: boolean }>('select rule_return($1, $2, $3) as found', values);
  return row!.found;
}

const isKnown = async (tx: Queryable): Promise<boolean> => (await tx.query('select from organizations')).length > 0;
