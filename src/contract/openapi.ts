// The OpenAPI 3.1 document, generated from the schemas so that it cannot drift from what is checked at run time.
import * as z from 'zod/mini';
import { CHAT_FIGURES, ChatPage } from './chats.ts';
import { CostAssumption, CostAssumptionInput } from './cost-assumption.ts';
import { CostAssumptionHistory } from './cost-history.ts';
import { PeriodRevisions, REVISIONS_LISTED } from './period-revisions.ts';
import { PROBLEM_STATUS, Problem } from './problem.ts';
import { ImpactReport } from './report.ts';
import { SCHEMA_VERSION } from './report-meta.ts';
import { ReportViewInput } from './report-view.ts';
import { ReturnRulingInput } from './return-ruling.ts';
import { ReturnRulingHistory } from './ruling-history.ts';
import { CHANGES_LISTED } from './setting-history.ts';
import { SettingMeta } from './setting-meta.ts';
import { SuccessMetrics } from './success-metrics.ts';
import { WorkingHours } from './working-hours.ts';
import { WorkingHoursHistory } from './working-hours-history.ts';
import { WorkingHoursInput } from './working-hours-input.ts';

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

const SECURITY: Json = { security: [{ bearer: [] }] };

const PERIOD = [
  query('period', 'A month (`2026-10`) or the last full days (`P30D`).', { type: 'string', pattern: '^(\\d{4}-(0[1-9]|1[0-2])|P[1-9]\\d{0,2}D)$' }),
  query('from', 'First local day; goes with `to`, not with `period`.', { type: 'string', format: 'date' }),
  query('to', 'Last local day, included.', { type: 'string', format: 'date' }),
  query('channel', 'Only chats of this channel.', { type: 'string', maxLength: 120 }),
];

const body = (schema: string): Json => ({
  requestBody: { required: true, content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } },
});

const REPORT_PATH: Json = {
  get: {
    operationId: 'getImpactReport',
    summary: 'All metrics of a period',
    description: 'Organization and role come from the token. Without a period: the last full calendar month before the newest data.',
    ...SECURITY,
    parameters: PERIOD,
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

const PLACE =
  'Only one bar of the picture of the figure: `closed` and `after_hours` by local hour of the first message (0 to 23), `turns_known` by turns (1 to 21; 21: more than 20).';

const CHATS_PATH: Json = {
  get: {
    operationId: 'listChatsBehindFigure',
    summary: 'Exactly the chats behind a figure',
    description: 'Newest first. `meta.total` is the figure that the report shows; ids, times, channel and topic, and nothing about the customer.',
    ...SECURITY,
    parameters: [
      { ...query('figure', 'Which figure.', { type: 'string', enum: CHAT_FIGURES }), required: true },
      query('place', PLACE, { type: 'integer', minimum: 0, maximum: 23 }),
      ...PERIOD,
      query('cursor', '`meta.next_cursor` of the page before, as it came.', { type: 'string' }),
      query('limit', 'Chats of a page.', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
    ],
    responses: { 200: answer('A page.', 'ChatPage'), ...problems(400, 401, 403, 404, 429, 503) },
  },
};

const REVISIONS_PATH: Json = {
  get: {
    operationId: 'listPeriodRevisions',
    summary: 'How the figures of a week or a month were frozen, and how they changed since',
    description: `Monday weeks and calendar months are frozen when they become final; late data and rulings after that make a further revision. The newest first, at most ${REVISIONS_LISTED}.`,
    ...SECURITY,
    parameters: PERIOD,
    responses: { 200: answer('The revisions; none for days that were never frozen.', 'PeriodRevisions'), ...problems(400, 401, 403, 404, 429, 503) },
  },
};

const RULING_PATH: Json = {
  put: {
    operationId: 'ruleOnReturn',
    summary: 'Call a return "a different matter"',
    description:
      'For admins, who are kept in the history by the `sub` of the token. It rules on the return that counts now; `false` takes all of the chat back.',
    ...SECURITY,
    parameters: [{ name: 'id', in: 'path', required: true, description: 'The chat that came back.', schema: { type: 'string' } }],
    ...body('ReturnRulingInput'),
    responses: { 200: answer('Stored, and counted anew.', 'ReturnRuling'), ...problems(400, 401, 403, 404, 413, 415, 422, 429, 503) },
  },
};

const VERSION = { ETag: { description: 'The version, for `If-Match`.', schema: { type: 'string' } } };

/** A setting is read by both roles and written by admins. */
const settingPath = (name: string, summary: string, description: string): Json => ({
  get: {
    operationId: `get${name}`,
    summary,
    description: `${description} \`meta\` says whose it is, and with \`can_edit\` whether this reader may change it.`,
    ...SECURITY,
    responses: { 200: { ...answer('As it stands.', `${name}Answer`), headers: VERSION }, ...problems(400, 401, 403, 404, 429, 503) },
  },
  put: {
    operationId: `put${name}`,
    summary: `${summary}: change`,
    description: 'For admins, who are kept in the history by the `sub` of the token. A refused body is told field by field: `field: what is wrong`.',
    ...SECURITY,
    parameters: [
      query('organization', 'Whose setting it is meant to be: refused with 403 when the token is of another organization.', { type: 'string', format: 'uuid' }),
      { name: 'If-Match', in: 'header', required: true, description: 'The ETag that was read; `"0"` when nobody has entered any.', schema: { type: 'string' } },
    ],
    ...body(`${name}Input`),
    responses: {
      200: { ...answer('Stored, and counted anew.', `${name}Answer`), headers: VERSION },
      ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428, 429, 503),
    },
  },
});

const historyPath = (name: string, summary: string): Json => ({
  get: {
    operationId: `list${name}Changes`,
    summary: `${summary}: every change`,
    description: `Who, by the \`sub\` of the token, when, what stood there before and what was entered. The newest first, ${CHANGES_LISTED} of a page.`,
    ...SECURITY,
    parameters: [query('cursor', '`meta.next_cursor` of the page before, as it came.', { type: 'string' })],
    responses: { 200: answer('A page.', `${name}History`), ...problems(400, 401, 403, 404, 429, 503) },
  },
});

const VIEWS_PATH: Json = {
  post: {
    operationId: 'recordReportView',
    summary: 'A report was looked at',
    description: 'Kept once for each organization, role and month, and nobody is named; sending it again changes nothing.',
    ...SECURITY,
    ...body('ReportViewInput'),
    responses: { 204: { description: 'Noted.' }, ...problems(400, 401, 403, 404, 413, 415, 422, 429, 503) },
  },
};

const SUCCESS_PATH: Json = {
  get: {
    operationId: 'getSuccessMetrics',
    summary: 'How the initiative does, by month',
    description: 'For the role `internal`. Sums over all organizations with live data.',
    ...SECURITY,
    responses: { 200: answer('The last twelve months, newest first.', 'SuccessMetrics'), ...problems(400, 401, 403, 429, 503) },
  },
};

const PATHS: Json = {
  '/v1/impact-report': REPORT_PATH,
  '/v1/impact-report/chats': CHATS_PATH,
  '/v1/impact-report/revisions': REVISIONS_PATH,
  '/v1/chats/{id}/return-ruling': RULING_PATH,
  '/v1/cost-assumption': settingPath(
    'CostAssumption',
    'The figures behind hours and rupiah',
    'The newest version. Every one is kept, and holds from its `effective_from` on, in place of all older ones; null: for every period.',
  ),
  '/v1/working-hours': settingPath('WorkingHours', 'When the team is there', 'A schedule holds from its day on, until the next one does.'),
  '/v1/cost-assumption/history': historyPath('CostAssumption', 'The figures behind hours and rupiah'),
  '/v1/working-hours/history': historyPath('WorkingHours', 'When the team is there'),
  '/v1/return-rulings/history': historyPath('ReturnRuling', 'Returns that were called "a different matter"'),
  '/v1/report-views': VIEWS_PATH,
  '/internal/success-metrics': SUCCESS_PATH,
};

const settingAnswer = <T extends z.core.$ZodType>(data: T) => z.object({ status: z.literal('success'), data, meta: SettingMeta });

const SCHEMAS: Readonly<Record<string, z.core.$ZodType>> = {
  ImpactReport,
  ChatPage,
  PeriodRevisions,
  ReturnRulingInput,
  ReturnRuling: z.object({ status: z.literal('success'), data: z.object({ id: z.string(), different_matter: z.boolean() }), meta: z.object({}) }),
  ReturnRulingHistory,
  CostAssumptionInput,
  CostAssumptionAnswer: settingAnswer(CostAssumption),
  CostAssumptionHistory,
  WorkingHoursInput,
  WorkingHoursAnswer: settingAnswer(WorkingHours),
  WorkingHoursHistory,
  ReportViewInput,
  SuccessMetrics,
  Problem,
};

/** The document that `GET /openapi.json` answers. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Qontak AI Agent Impact Report',
      version: SCHEMA_VERSION,
      description:
        'A share is 0..1, money is whole rupiah, times are UTC, local dates are in the zone of `meta.organization`. A metric is a value or unavailable with a reason. Ignore unknown fields. An enumeration that holds "other" may grow within this version: read a value that you do not know as "other". The others are complete.',
    },
    paths: PATHS,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: Object.fromEntries(Object.entries(SCHEMAS).map(([name, schema]) => [name, schemaOf(schema)])),
    },
  };
}
