import { randomBytes } from 'node:crypto';
import type { ImpactReport, Problem } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import { type AppOptions, buildApp } from '../src/app.ts';
import { authOf } from '../src/auth/auth.ts';
import { readConfig } from '../src/config.ts';

export const SECRET = randomBytes(24).toString('hex');
export const AUDIENCE = 'impact-metrics';

type Environment = Record<string, string>;

/** The app as the environment has it, logging to nowhere unless a test listens. */
export function appFor(database: AppOptions['database'], environment: Environment = {}, options: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  const config = readConfig({ AUTH_SECRET: SECRET, ...environment });
  return buildApp({ database, auth: authOf(config), config, log: { write: () => {} }, ...options });
}

/** A token that the service takes, unless the test changes its claims; `undefined` leaves a claim out. */
export function token(claims: Record<string, unknown>, secret = SECRET): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const all = { role: 'admin', sub: 'u1', aud: AUDIENCE, exp: now + 300, ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(all)) as Record<string, unknown>).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
}

export const bearer = async (claims: Record<string, unknown>): Promise<{ authorization: string }> => ({ authorization: `Bearer ${await token(claims)}` });

export interface Answer<Body> {
  status: number;
  headers: Record<string, unknown>;
  body: Body;
  text: string;
}

/** What a test sends; a payload that is no text goes as JSON. */
export interface Sent {
  method?: 'GET' | 'PUT' | 'POST';
  url: string;
  headers?: Record<string, string>;
  payload?: string | object;
}

export async function send<Body>(app: FastifyInstance, { method = 'GET', url, headers = {}, payload }: Sent): Promise<Answer<Body>> {
  const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  const isJson = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, headers: answer.headers, body: (isJson ? JSON.parse(answer.payload) : undefined) as Body, text: answer.payload };
}

export const get = <Body = ImpactReport>(app: FastifyInstance, url: string, headers: Record<string, string> = {}): Promise<Answer<Body>> =>
  send<Body>(app, { url, headers });

/** The code of an error answer; fails when the answer is none. */
export async function problemCode(app: FastifyInstance, url: string, headers: Record<string, string> = {}): Promise<string> {
  const { status, body } = await get<Problem>(app, url, headers);
  if (body.status !== 'error' || body.error.messages.length === 0) throw new Error(`${url} answered ${status} without the error body`);
  return `${status} ${body.error.code}`;
}
