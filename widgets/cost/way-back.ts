// What brings the figures before a change back. One request stores figures from one day on, and a change from an earlier day on may have replaced
// several: those are stored one after the other, as the history tells them.
import type { CostAssumptionHistory, CostAssumptionInput, LocalDate } from '@qontak/impact-contract';
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
 * What to store to have the figures back that stood before the last change, which holds from `from` on.
 * @throws {ReportError}
 */
export async function wayBack(ask: AskChanges, from: LocalDate | null): Promise<Figures> {
  return stepsTo(standing(await enteredBefore(ask)), from);
}

/** Everything before the last change, the oldest first; nothing that figures for every month have replaced. */
async function enteredBefore(ask: AskChanges): Promise<Figures> {
  const changes: CostAssumptionHistory['data'] = [];
  let cursor: string | null = null;
  do {
    const page: CostAssumptionHistory = await ask(cursor);
    changes.push(...page.data);
    cursor = page.meta.next_cursor;
  } while (cursor !== null && changes.slice(1).every(({ after }) => after.effective_from !== null));
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
