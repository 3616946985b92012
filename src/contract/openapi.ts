// The OpenAPI 3.1 document, generated from the schemas so that it cannot drift from what is checked at run time.
import * as z from 'zod/mini';
import { PROBLEM_STATUS, Problem } from './problem.ts';
import { ImpactReport, SCHEMA_VERSION } from './report.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.core.$ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output' }) as Json;
  return rest;
};

const answer = (description: string, schema: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

/** The error answers of a route, one for each HTTP status, with the codes that it can carry. */
function problems(...statuses: number[]): Json {
  const codes = (status: number): string =>
    Object.entries(PROBLEM_STATUS)
      .filter(([, s]) => s === status)
      .map(([code]) => `\`${code}\``)
      .join(', ');
  return Object.fromEntries(statuses.map((status) => [status, answer(codes(status), 'Problem')]));
}

const query = (name: string, description: string, schema: Json): Json => ({ name, in: 'query', required: false, description, schema });

const REPORT_PATH: Json = {
  get: {
    operationId: 'getImpactReport',
    summary: 'All metrics of a period',
    description: 'Organization and role come from the token. Without a period: the last full calendar month before the newest data.',
    security: [{ bearer: [] }],
    parameters: [
      query('period', 'A month (`2026-10`) or the last full days (`P30D`).', { type: 'string', pattern: '^(\\d{4}-(0[1-9]|1[0-2])|P[1-9]\\d{0,2}D)$' }),
      query('from', 'First local day; goes with `to`, not with `period`.', { type: 'string', format: 'date' }),
      query('to', 'Last local day, included.', { type: 'string', format: 'date' }),
      query('channel', 'Only chats of this channel.', { type: 'string', maxLength: 120 }),
    ],
    responses: {
      200: {
        ...answer('The report.', 'ImpactReport'),
        headers: { ETag: { description: 'Changes when a figure can have changed.', schema: { type: 'string' } } },
      },
      304: { description: 'Unchanged since the ETag in `If-None-Match`.' },
      ...problems(400, 401, 403, 404, 429, 503),
    },
  },
};

/** The document that `GET /openapi.json` answers. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Qontak AI Agent Impact Report',
      version: SCHEMA_VERSION,
      description:
        'A share is 0..1, money is whole rupiah, times are UTC, local dates are in the zone of `meta.organization`. A metric is a value or unavailable with a reason. Ignore unknown fields; read unknown enum values as "other".',
    },
    paths: { '/v1/impact-report': REPORT_PATH },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { ImpactReport: schemaOf(ImpactReport), Problem: schemaOf(Problem) },
    },
  };
}
