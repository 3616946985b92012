import type { FastifyRequest } from 'fastify';
import { NOT_JSON, Refused } from '../problems.ts';

/** As much of a zod schema, and of what it finds wrong, as is needed to say it. */
interface Schema<T> extends Part {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}
/** A schema, or one inside another. */
interface Part {
  _zod: { def: { type: string; shape?: Readonly<Record<string, Part>> | undefined; element?: Part | undefined } };
}
interface Issue {
  code?: string | undefined;
  path: readonly PropertyKey[];
  message: string;
  format?: string | undefined;
  expected?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  inclusive?: boolean | undefined;
  keys?: readonly string[];
}

/** More sentences help nobody. */
const MOST_PROBLEMS = 20;

/**
 * The body, as the contract has it.
 * @throws {Refused} `not_json`, or `invalid` with a sentence `field: what is wrong` for each field. Values are never repeated.
 */
export function bodyOf<T>({ body, headers }: Pick<FastifyRequest, 'body' | 'headers'>, schema: Schema<T>): T {
  if (body === undefined || !/^application\/json\b/i.test(headers['content-type'] ?? '')) throw new Refused('not_json', NOT_JSON);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [first = 'body: does not fit', ...rest] = parsed.error.issues.slice(0, MOST_PROBLEMS).flatMap((issue) => sentencesOf(issue, schema));
  throw new Refused('invalid', first, ...rest);
}

function sentencesOf(issue: Issue, schema: Part): string[] {
  const field = fieldOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    // The names come from outside: only those that could be names are repeated.
    const known = (issue.keys ?? []).filter((key) => /^\w{1,60}$/.test(key)).slice(0, MOST_PROBLEMS);
    return (known.length === 0 ? ['body'] : known).map((key) => `${issue.path.length === 0 ? key : `${field}.${key}`}: is not known here`);
  }
  return [`${field}: ${complaintOf(issue)}${mayBeNull(schema, issue.path) ? ', or null' : ''}`];
}

/** An issue names what a value of the field must be, and not that it may be left empty: only the schema knows that. */
function mayBeNull({ _zod: { def } }: Part, path: readonly PropertyKey[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return def.type === 'nullable';
  const part = typeof first === 'number' ? def.element : def.shape?.[String(first)];
  return part !== undefined && mayBeNull(part, rest);
}

function complaintOf({ code, message, format, expected, minimum, maximum, inclusive = true }: Issue): string {
  switch (code) {
    case 'invalid_type':
      return `must be ${expected === 'int' ? 'a whole number' : `of type ${String(expected)}`}`;
    case 'too_big':
      return `must be ${inclusive ? 'at most' : 'less than'} ${String(maximum)}`;
    case 'too_small':
      return `must be ${inclusive ? 'at least' : 'more than'} ${String(minimum)}`;
    case 'invalid_format':
      return format === 'date' ? 'must be a day such as 2026-10-31' : message;
    default:
      return message;
  }
}

/** `shifts[2].end`; the whole of the body has no name. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, part) => (typeof part === 'number' ? `${name}[${part}]` : name === '' ? String(part) : `${name}.${String(part)}`), '') || 'body';
