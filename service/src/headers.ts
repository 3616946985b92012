import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyReply } from 'fastify';

/** Answers of the API are data: a browser that opens one may load nothing, and no page may frame it. */
const API_POLICY = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] };

/** Pages load their own files only. Templates are made through a Trusted Types policy, which our builds name after the elements. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types qontak-impact',
].join('; ');

export const HELMET: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: API_POLICY },
  crossOriginResourcePolicy: { policy: 'same-site' },
  xFrameOptions: { action: 'deny' },
  // Other hosts below this one are not ours to decide about.
  strictTransportSecurity: { includeSubDomains: false },
};

/** For an answer that is made before helmet has seen the request: the part of its headers that matters for data. */
export const BARE_HEADERS = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none';sandbox",
  'cross-origin-resource-policy': 'same-site',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Adds to Vary, where CORS may have written already. */
export function vary(reply: FastifyReply, header: string): void {
  const present = reply.getHeader('vary');
  reply.header('vary', present === undefined ? header : `${String(present)}, ${header}`);
}
