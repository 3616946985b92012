// What the report needs of `ai_activity_logs`: the contract with whoever writes them (spec/metrics.md, section 7).
import * as z from 'zod/mini';
import { CATALOGUE, type CatalogueEntry } from './catalogue.ts';
import { Count, Instant, OrganizationId, Share } from './units.ts';

const TABLE = 'ai_activity_logs';

/** Ids are kept to the letter, labels are short words. */
const Id = z.string().check(z.minLength(1), z.maxLength(512));
const Label = z.string().check(z.maxLength(120));

const told = <T extends z.ZodMiniType>(type: T, description: string): T => type.check(z.describe(description)) as T;
/** A source that does not know it leaves it empty, or leaves the column out. */
const known = <T extends z.ZodMiniType>(type: T, description: string) => told(z.optional(z.nullable(type)), description);

/** One row about a chat. Null and absent mean "not known", which is never 0 or false. */
const ActivityLog = z.object({
  organization_id: told(OrganizationId, 'Whose chat it is.'),
  room_id: told(Id, 'The room of the chat. Its row alone says that AI took part, unless ai_answers says 0.'),
  updated_at: told(Instant, 'When the row last changed: of two rows about one chat the newest counts.'),
  answered_at: known(Instant, 'Only where a room is used for one chat after the other: a moment of the chat that the row is about.'),
  ai_answers: known(Count, 'Answers that AI gave; a greeting is none. 0: AI was there and said nothing.'),
  customer_messages: known(Count, 'Messages that the customer wrote.'),
  turns: known(Count, 'Turns: consecutive messages of the customer and the answer of AI after them are one.'),
  first_response_ms: known(Count, 'From the first message of the customer to the first answer of AI, in milliseconds.'),
  handle_seconds: known(Count, 'Active time of the team, in seconds; gaps of more than ten minutes left out.'),
  sentiment_start: known(Label, 'Mood of the first messages of the customer: negative, neutral, positive, or a number that grows with it.'),
  sentiment_end: known(Label, 'Mood of the last messages of the customer, on the same scale.'),
  thanks_only: known(z.boolean(), 'The customer only said thanks, so that the chat is no return. Not known counts as a question.'),
  confidence: known(Share, 'How sure AI was. With answer_scope it makes the chat one whose quality can be told.'),
  answer_scope: known(Label, 'answered_from_knowledge or out_of_scope.'),
  out_of_scope_reason: known(
    Label,
    'no_matching_content, content_outdated, needs_account_data, needs_action, not_our_business, unclear_question, policy_blocked or unknown.',
  ),
  escalation_reason: known(
    Label,
    'asked_for_human, out_of_scope, low_confidence, repeated_failure, negative_sentiment, policy_or_payment, technical_error, rule_routed or unknown.',
  ),
  csat: known(z.int().check(z.gte(1), z.lte(5)), 'What the customer answered to the one question after the close.'),
  q_relevant: known(z.boolean(), 'The answers were about what was asked.'),
  q_accurate: known(z.boolean(), 'The answers were right.'),
  q_safe: known(z.boolean(), 'The answers could do no harm.'),
  actions_ok: known(Count, 'Actions that AI carried out.'),
  actions_failed: known(Count, 'Actions that AI tried and that failed.'),
});

type Property = Record<string, unknown>;

const METRICS: readonly CatalogueEntry[] = CATALOGUE;

const metricsWith = (columns: (metric: CatalogueEntry) => readonly string[] | undefined, column: string): string[] =>
  METRICS.filter((metric) => columns(metric)?.includes(`${TABLE}.${column}`)).map(({ id }) => id);

/**
 * The JSON Schema of a row. `x-unlocks` names the metrics that are unavailable until somebody fills the column, `x-sharpens` those that are counted
 * without it by the more careful reading.
 */
export function activityLogSchema(): Property {
  const { properties, ...schema } = z.toJSONSchema(ActivityLog, { io: 'input' }) as { properties: Record<string, Property> };
  return {
    ...schema,
    title: TABLE,
    description: 'What AI logs about a chat, one row for each. x-unlocks: metrics that need the column. x-sharpens: metrics that are more exact with it.',
    properties: Object.fromEntries(
      Object.entries(properties).map(([column, property]) => [
        column,
        { ...property, 'x-unlocks': metricsWith(({ sources }) => sources, column), 'x-sharpens': metricsWith(({ sharper_with }) => sharper_with, column) },
      ]),
    ),
  };
}
