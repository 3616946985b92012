// What an organization tells the service about itself: read by admins and supervisors, written by admins, one version after another.
import { Whose } from '@qontak/impact-contract';
import { type Reader, assertBeside } from './beside-report.ts';
import type { Connection } from './connection.ts';
import { renewReports } from './query-options.ts';
import { type Answer, check, isGood, jsonOf, type Parser, refusal, requestAnswer } from './request-json.ts';

/** Where a setting lives, and what it is: `Input` is written, `Value` is read. */
export interface SettingResource<Value, Input> {
  path: string;
  parser: Parser<Value>;
  /** Only a type: it ties what is written to what is read. */
  input?: Input;
}

export interface Setting<Value> {
  value: Value;
  /** The version that a change replaces; null: the service names none. */
  etag: string | null;
  /** False: the service says that this reader may not change it. */
  can_edit: boolean;
}

/** What is wrong with a field; `path` is null for what no field is named. The message is for engineers. */
export interface FieldProblem {
  path: string | null;
  message: string;
}

/** How a change ended, when the service answered to the point. */
export type SaveOutcome<Value> =
  | { status: 'saved'; setting: Setting<Value> }
  /** Somebody else changed it since it was read. Nothing was overwritten. */
  | { status: 'conflict'; newer: Setting<Value> }
  | { status: 'invalid'; problems: FieldProblem[] };

/** @throws {ReportError} */
export async function readSetting<Value, Input>(connection: Connection, resource: SettingResource<Value, Input>, reader: Reader): Promise<Setting<Value>> {
  const answer = await requestAnswer({ ...routeOf(connection, resource), signal: reader.signal });
  if (!isGood(answer)) throw refusal(answer);
  return settingOf(connection, answer, resource, reader);
}

/**
 * Stores a new version in place of the one with this etag. Once there is a newer one, every report of the connection is asked for
 * anew, one request for all widgets that show it.
 * @throws {ReportError} Nothing is known to be stored.
 */
export async function saveSetting<Value, Input>(
  connection: Connection,
  resource: SettingResource<Value, Input>,
  { input, etag, ...reader }: Reader & { input: Input; etag: string | null },
): Promise<SaveOutcome<Value>> {
  const route = routeOf(connection, resource);
  // The service refuses it when the token has become another organization's: a version alone could be that one's, too.
  route.url.searchParams.set('organization', reader.organization);
  const answer = await requestAnswer({ ...route, write: { method: 'PUT', body: input, etag }, signal: reader.signal });
  // Both in use: 412 says that the version does not match, 409 that two changes met.
  if (answer.status === 412 || answer.status === 409) {
    const newer = await newerOf(connection, answer, resource, reader);
    renewReports(connection);
    return { status: 'conflict', newer };
  }
  if (answer.status === 422) return { status: 'invalid', problems: problemsOf(answer) };
  // Who may not any more, or not there, has to see what is so now.
  if (answer.status === 403) renewReports(connection);
  if (!isGood(answer)) throw refusal(answer);
  const setting = settingOf(connection, answer, resource, reader);
  renewReports(connection);
  return { status: 'saved', setting };
}

const routeOf = ({ base, tokens, fetcher }: Connection, { path }: { path: string }) => ({ url: new URL(path, base), tokens, fetcher });

function settingOf<Value, Input>(connection: Connection, answer: Answer, { parser }: SettingResource<Value, Input>, reader: Reader): Setting<Value> {
  const body = fieldsOf(jsonOf(answer));
  assertBeside(connection, check(body.meta, Whose, ['meta']).organization, reader);
  const meta = fieldsOf(body.meta);
  const etag = answer.etag ?? (typeof meta.etag === 'string' ? meta.etag : null);
  // A proxy that compresses an answer weakens its tag, and a weak one matches nothing.
  return { value: check(body.data, parser), etag: etag?.replace(/^W\//, '') ?? null, can_edit: meta.can_edit !== false };
}

/** The version that stood in the way: from the refusal when it carries it, else by asking. */
async function newerOf<Value, Input>(connection: Connection, answer: Answer, resource: SettingResource<Value, Input>, reader: Reader) {
  try {
    const newer = settingOf(connection, answer, resource, reader);
    if (newer.etag !== null) return newer;
  } catch {
    // A refusal without the value is a good refusal, too.
  }
  return readSetting(connection, resource, reader);
}

/** `error.messages` of a refusal, each `field: what is wrong`. */
function problemsOf(answer: Answer): FieldProblem[] {
  const { messages } = fieldsOf(fieldsOf(jsonOf(answer)).error);
  const texts = Array.isArray(messages) ? messages.filter((message) => typeof message === 'string') : [];
  return texts.map((text) => {
    const [, path, message] = /^([a-z_][\w.[\]]*): (.+)$/s.exec(text) ?? [];
    return path === undefined ? { path: null, message: text } : { path, message: message! };
  });
}

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});
