// What brings the figures before a change back. One request stores figures from one day on, and a change from an earlier day on may have replaced
// several: those are stored one after the other, as the history tells them.
import type { CostAssumption, CostAssumptionHistory, CostAssumptionInput, LocalDate } from '@qontak/impact-contract';
import { fetchCostChanges, ReportError } from '#data';
import type { ReportSource } from '#state';
import { beginsBefore } from './draft.ts';

/** One page of what was entered so far, the newest first. */
export type AskChanges = (cursor: string | null) => Promise<CostAssumptionHistory>;

/** @param reader ends with who is looking */
export const changesOf =
  (report: ReportSource, reader: { readonly signal: AbortSignal }): AskChanges =>
  async (cursor) => {
    const { connection, organization } = report;
    if (connection === null || organization === null) throw new ReportError('bad_source');
    return fetchCostChanges(connection, { organization, cursor, signal: reader.signal });
  };

type Figures = readonly CostAssumptionInput[];

/** Null: they have to be asked for. */
export type WayBack = Figures | null;

/**
 * What to store to have the figures back that stood before a change; null: it is no longer the last one, and what came after it is not to be overwritten.
 * @throws {ReportError}
 */
export async function wayBack(ask: AskChanges, { effective_from, changed }: CostAssumption): Promise<Figures | null> {
  const changes = await lastChanges(ask);
  const newest = changes[0];
  if (newest === undefined || changed === null || Date.parse(newest.at) !== Date.parse(changed.at)) return null;
  return stepsTo(standing(enteredBefore(changes)), effective_from);
}

/** The newest first, as far back as nothing that figures for every month have replaced. */
async function lastChanges(ask: AskChanges): Promise<CostAssumptionHistory['data']> {
  const changes: CostAssumptionHistory['data'] = [];
  let cursor: string | null = null;
  do {
    const page: CostAssumptionHistory = await ask(cursor);
    changes.push(...page.data);
    cursor = page.meta.next_cursor;
  } while (cursor !== null && changes.slice(1).every(({ after }) => after.effective_from !== null));
  return changes;
}

/** Everything before the last change, the oldest first. */
function enteredBefore(changes: CostAssumptionHistory['data']): Figures {
  const oldest = changes.at(-1)?.before ?? null;
  const entered = changes.toReversed().map(({ after }) => after);
  return [...(oldest === null ? [] : [oldest]), ...entered].slice(0, -1);
}

/** Which of them hold: each from its day on, up to the day of the next. */
export const standing = (entered: Figures): Figures =>
  entered.reduce<Figures>((held, next) => [...held.filter(({ effective_from }) => beginsBefore(effective_from, next.effective_from)), next], []);

export function stepsTo(held: Figures, from: LocalDate | null): Figures {
  const replaced = held.filter(({ effective_from }) => !beginsBefore(effective_from, from));
  const below = held.findLast(({ effective_from }) => beginsBefore(effective_from, from)) ?? NOTHING;
  return replaced[0]?.effective_from === from ? replaced : [{ ...below, effective_from: from }, ...replaced];
}

const NOTHING: CostAssumptionInput = { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, effective_from: null };
