import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SCHEMA_VERSION } from '@qontak/impact-contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Guard, identityOf } from '../auth/guard.ts';
import type { Database } from '../db/database.ts';
import { impactReport, type ReportBasis, reportBasis } from '../metrics/report.ts';
import { Refused } from '../problems.ts';
import { Recent } from '../recent.ts';
import { reportQuery } from './query.ts';

/** Bytes of answers that are kept: about 1,600 reports. */
const KEPT = 32 * 2 ** 20;

/** `GET /v1/impact-report`: all metrics of a period. */
export function reportRoute(app: FastifyInstance, database: Pick<Database, 'request'>, guard: Guard): void {
  // An organization's admins look at the same month: it is counted and written for the first of them.
  const kept = new Recent<Buffer>(KEPT, ({ length }) => length);
  app.get('/v1/impact-report', guard('admin', 'supervisor'), async (request, reply) => {
    const { organizationId } = identityOf(request);
    const query = reportQuery(request.query);
    const answer = await database.request.asOrganization(organizationId, async (tx) => {
      const basis = await reportBasis(tx, organizationId, query);
      if (basis === null) throw new Refused('not_found', 'The organization of the token is not known here.');
      const etag = etagOf(basis);
      if (isUnchanged(request, reply, etag)) return null;
      // Only now: the database has just said which revision this organization is at. The name holds the organization, whatever the tag is made of.
      const name = `${organizationId} ${etag}`;
      const known = kept.get(name);
      if (known !== undefined) return known;
      const body = Buffer.from(JSON.stringify(await impactReport(tx, basis)));
      kept.put(name, body);
      return body;
    });
    return send(reply, answer);
  });
}

function send(reply: FastifyReply, body: Buffer | null): FastifyReply {
  reply.header('cache-control', 'private, no-cache');
  return body === null ? reply.code(304).send() : reply.type('application/json; charset=utf-8').send(body);
}

/** A newer program can count something that an older one did not: its reports are not the ones that a client has kept. */
const { version: PROGRAM } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** Weak, because two answers under it differ in the moment at which they were made. */
function etagOf({ organization, days, channel }: ReportBasis): string {
  const parts = [SCHEMA_VERSION, PROGRAM, organization.id, organization.revision, organization.recounting, days.from, days.to, channel];
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}

/** Notes the tag of the answer, and tells whether the client has that answer already (RFC 9110, section 13.1.2). */
function isUnchanged(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.header('etag', etag);
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag.replace(/^W\//, '')) || known.includes('*');
}
