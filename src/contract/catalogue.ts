import type { Reason } from './unavailable.ts';

/**
 * One metric of the report, as data (spec/metrics.md, section 7). The contract for what AI has to log is generated from it: telemetry.ts.
 */
export interface CatalogueEntry {
  /** Kebab-case; also the widget's folder, the element `qontak-impact-<id>`, the file of the contract and of the SQL. */
  id: string;
  /** The field of the report that holds it. */
  slot: string;
  phase: 1 | 2 | 3;
  unit: 'share of chats' | 'chats' | 'rupiah' | 'turns' | 'share of answers';
  formula: string;
  /** `table.column`; when nobody fills one of them, the metric is unavailable. */
  sources: readonly string[];
  /** `table.column`; without them the more careful reading counts. */
  sharper_with?: readonly string[];
  /** Why it can be without a value. */
  reasons: readonly Reason[];
}

const OUTCOME_SOURCES = ['rooms.closed_at', 'rooms.closed_reason', 'rooms.assign_channel_agent_id', 'rooms.contact_id', 'rooms.first_inbound_at'] as const;
const OUTCOME_SHARPER = ['rooms.topic', 'rooms.initiated_by', 'ai_activity_logs.ai_answers', 'ai_activity_logs.thanks_only'] as const;

/** Chats are all that it takes. */
const BEFORE_CHATS: readonly Reason[] = ['no_data_yet'];
/** Nobody may have filled the columns. */
const MISSING: readonly Reason[] = ['no_data_yet', 'not_measured_yet'];

/** Every metric of the brief, in the order of the report. */
export const CATALOGUE = [
  {
    id: 'hero',
    slot: 'hero',
    phase: 1,
    unit: 'share of chats',
    formula: 'stayed_solved / (stayed_solved + came_back + handed_over + ended_unclear)',
    sources: OUTCOME_SOURCES,
    sharper_with: OUTCOME_SHARPER,
    reasons: BEFORE_CHATS,
  },
  {
    id: 'trend',
    slot: 'trend',
    phase: 1,
    unit: 'share of chats',
    formula: 'net per Monday week or month',
    sources: OUTCOME_SOURCES,
    sharper_with: OUTCOME_SHARPER,
    reasons: BEFORE_CHATS,
  },
  {
    id: 'journey',
    slot: 'journey',
    phase: 1,
    unit: 'chats',
    formula: 'chats from arrival to outcome',
    sources: OUTCOME_SOURCES,
    sharper_with: OUTCOME_SHARPER,
    reasons: BEFORE_CHATS,
  },
  {
    id: 'cost',
    slot: 'cost',
    phase: 1,
    unit: 'rupiah',
    formula: 'stayed_solved x minutes per chat x hourly cost - AI fee',
    sources: OUTCOME_SOURCES,
    sharper_with: OUTCOME_SHARPER,
    reasons: BEFORE_CHATS,
  },
  {
    id: 'after-hours',
    slot: 'after_hours',
    phase: 1,
    unit: 'chats',
    formula: 'chats whose first message came outside the working hours of that day, and net among them',
    sources: [...OUTCOME_SOURCES, 'working_hours.effective_from'],
    sharper_with: OUTCOME_SHARPER,
    reasons: ['no_data_yet', 'no_working_hours', 'being_counted'],
  },
  {
    id: 'reopen-rate',
    slot: 'reopen_rate',
    phase: 1,
    unit: 'share of chats',
    formula: 'came_back / (stayed_solved + came_back)',
    sources: OUTCOME_SOURCES,
    sharper_with: OUTCOME_SHARPER,
    reasons: BEFORE_CHATS,
  },
  {
    id: 'sentiment',
    slot: 'sentiment',
    phase: 1,
    unit: 'share of chats',
    formula: 'last against first customer messages of chats with 2 or more: better, same, worse',
    sources: ['ai_activity_logs.sentiment_start', 'ai_activity_logs.sentiment_end'],
    sharper_with: ['ai_activity_logs.customer_messages', 'ai_activity_logs.ai_answers'],
    reasons: MISSING,
  },
  {
    id: 'turns',
    slot: 'turns',
    phase: 1,
    unit: 'turns',
    formula: 'median and 9-of-10 of turns among stayed_solved',
    sources: [...OUTCOME_SOURCES, 'ai_activity_logs.turns'],
    sharper_with: OUTCOME_SHARPER,
    reasons: MISSING,
  },
  {
    id: 'answer-coverage',
    slot: 'answer_coverage',
    phase: 2,
    unit: 'share of answers',
    formula: 'answered_from_knowledge / (answered_from_knowledge + out_of_scope), unknown beside it',
    sources: ['ai_activity_logs.answer_scope'],
    reasons: MISSING,
  },
  {
    id: 'escalation-reasons',
    slot: 'escalation_reasons',
    phase: 2,
    unit: 'chats',
    formula: 'handed_over by escalation_reason',
    sources: ['ai_activity_logs.escalation_reason'],
    reasons: MISSING,
  },
  {
    id: 'topic-containment',
    slot: 'topic_containment',
    phase: 2,
    unit: 'share of chats',
    formula: 'net per topic',
    sources: ['rooms.topic'],
    reasons: MISSING,
  },
  {
    id: 'knowledge-gaps',
    slot: 'knowledge_gaps',
    phase: 2,
    unit: 'chats',
    formula: 'clusters of out_of_scope questions, with the chats that an answer would win',
    sources: ['ai_activity_logs.answer_scope', 'ai_activity_logs.out_of_scope_reason'],
    reasons: MISSING,
  },
  {
    id: 'csat',
    slot: 'csat',
    phase: 3,
    unit: 'share of answers',
    formula: 'answers of 4 or 5 / answers',
    sources: ['ai_activity_logs.csat'],
    reasons: MISSING,
  },
  {
    id: 'quality-score',
    slot: 'quality_score',
    phase: 3,
    unit: 'share of chats',
    formula: 'relevant and accurate and safe and contained / scored',
    sources: ['ai_activity_logs.q_relevant', 'ai_activity_logs.q_accurate', 'ai_activity_logs.q_safe'],
    reasons: MISSING,
  },
  {
    id: 'audited-value',
    slot: 'audited_value',
    phase: 3,
    unit: 'rupiah',
    formula: 'stayed_solved x measured human minutes x billing rate - AI fee',
    sources: ['ai_activity_logs.handle_seconds'],
    reasons: MISSING,
  },
  {
    id: 'action-success',
    slot: 'action_success',
    phase: 3,
    unit: 'share of answers',
    formula: 'actions_ok / (actions_ok + actions_failed)',
    sources: ['ai_activity_logs.actions_ok', 'ai_activity_logs.actions_failed'],
    reasons: MISSING,
  },
] as const satisfies readonly CatalogueEntry[];

/** The fields of a report's `data`, one for each metric. */
export type Slot = (typeof CATALOGUE)[number]['slot'];
