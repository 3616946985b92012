import type { FastifyRequest } from 'fastify';
import { Refused } from '../problems.ts';

/** How a version is written as an ETag. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version that a change replaces, from `If-Match`; -1 for one that was never ours, which matches none.
 * @throws {Refused} without it: a change that names no version would overwrite what somebody else has just stored
 */
export function replacedVersion({ headers }: Pick<FastifyRequest, 'headers'>): number {
  const tag = headers['if-match']?.trim() ?? '';
  if (tag === '' || tag === '*') throw new Refused('version_missing', 'Send If-Match with the ETag that was read, so that no change of somebody else is lost.');
  return Number(/^"(0|[1-9]\d{0,8})"$/.exec(tag)?.[1] ?? -1);
}

export const versionDiffers = (): Refused => new Refused('version_differs', 'Somebody changed it since it was read. Read it again, then send the change.');
