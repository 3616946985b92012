import { createHash } from 'node:crypto';
import { type ImpactReport, SCHEMA_VERSION } from '@qontak/impact-contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Auth, Identity } from '../auth/auth.ts';
import { authenticate } from '../auth/authenticate.ts';
import type { Database } from '../db/database.ts';
import { vary } from '../headers.ts';
import { impactReport, type ReportBasis, reportBasis, type ReportQuery } from '../metrics/report.ts';
import { Refused } from '../problems.ts';
import { single } from './query.ts';

/** As the contract has it. */
const LONGEST_CHANNEL = 120;

/** `GET /v1/impact-report`: all metrics of a period. */
export function reportRoute(app: FastifyInstance, database: Pick<Database, 'request'>, auth: Auth): void {
  app.get('/v1/impact-report', async (request, reply) => {
    // Set before anything can fail: a cache must not give one reader's refusal to another either.
    vary(reply, 'Authorization');
    const identity = await authenticate(request, auth, ['admin', 'supervisor']);
    refuseForeign(request.query, identity);
    const query = readQuery(request.query);
    const answer = await database.request.asOrganization(identity.organizationId, async (tx) => {
      const basis = await reportBasis(tx, identity.organizationId, query);
      if (basis === null) throw new Refused('not_found', 'The organization of the token is not known here.');
      return isUnchanged(request, reply, etagOf(basis)) ? null : impactReport(tx, basis);
    });
    return send(reply, answer);
  });
}

function send(reply: FastifyReply, report: ImpactReport | null): FastifyReply {
  reply.header('cache-control', 'private, no-cache');
  return report === null ? reply.code(304).send() : reply.send(report);
}

/** The token names the organization. A client that names another one has mixed something up, and must not take the answer for that one's. */
function refuseForeign(query: unknown, { organizationId }: Identity): void {
  for (const name of ['organization', 'org_id']) {
    const named = single(query, name);
    if (named !== undefined && named.toLowerCase() !== organizationId)
      throw new Refused('forbidden', `The token is for another organization than ${name} says.`);
  }
}

function readQuery(query: unknown): ReportQuery {
  const channel = single(query, 'channel');
  if (channel !== undefined && (channel === '' || channel.length > LONGEST_CHANNEL || /\p{Cc}/u.test(channel))) {
    throw new Refused('bad_request', `channel must be a name of 1 to ${LONGEST_CHANNEL} letters; leave it out for all channels.`);
  }
  return { period: single(query, 'period'), from: single(query, 'from'), to: single(query, 'to'), channel: channel ?? null };
}

/** Weak, because two answers under it differ in the moment at which they were made. */
function etagOf({ organization, days, channel }: ReportBasis): string {
  const parts = [SCHEMA_VERSION, organization.id, organization.revision, days.from, days.to, channel];
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}

/** Notes the tag of the answer, and tells whether the client has that answer already (RFC 9110, section 13.1.2). */
function isUnchanged(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.header('etag', etag);
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag.replace(/^W\//, '')) || known.includes('*');
}
