// A shop in the service: brought in through the import, counted by its SQL, read as requests read it.
import { type ImpactReport, judged, minutesOfWeek, type OutcomeCounts, type Rate, rateOf, type WorkingHoursInput } from '@qontak/impact-contract';
import { createOrganization, type Database, rebuildOrganization, refreshOrganization } from '@qontak/impact-service';
import type { JudgedEpisode, KeptRevision, Organization, ShopSettings } from '#mocks';
import { importActivity, importCloses, importRooms } from '../../service/src/import/index.ts';
import { chatPage, type ChatsFound, type ChatsWanted } from '../../service/src/chats/chat-page.ts';
import { pageEndOf } from '../../service/src/chats/cursor.ts';
import { impactReport, reportBasis } from '../../service/src/metrics/report.ts';
import { derived } from '../../service/test/chats.ts';
import type { Query, Step } from './random-shop.ts';

/** A list of chats. */
export type List = Pick<ChatsWanted, 'figure' | 'place'>;

export class ServedShop {
  readonly #database: Database;
  readonly #id: string;

  constructor(database: Database, id: string) {
    this.#database = database;
    this.#id = id;
  }

  async create({ name, time_zone, ai_activated_on, source }: Organization): Promise<void> {
    await createOrganization(this.#database.owner, { id: this.#id, name, timeZone: time_zone, aiActivatedOn: ai_activated_on, source });
  }

  /** Before anything is imported: no chat has to be looked at again. */
  async set({ working_hours = [], cost_assumptions = [], return_rulings = [] }: ShopSettings): Promise<void> {
    const now = new Date().toISOString();
    await this.#insert(
      'working_hours',
      working_hours.map(({ effective_from }) => [effective_from, 'u1', now]),
    );
    await this.#insert('working_shifts', working_hours.flatMap(shiftsOf));
    await this.#insert(
      'holidays',
      working_hours.flatMap(({ effective_from, holidays }) => holidays.map(({ date, name }) => [effective_from, date, name])),
    );
    await this.#insert(
      'return_rulings',
      return_rulings.map(({ id, returned_in }) => [id, returned_in, 'u1', now]),
    );
    await this.#insert(
      'cost_assumptions',
      cost_assumptions.map(({ minutes_per_chat, hourly_cost, ai_fee_per_month, effective_from, changed }, i) => {
        return [i + 9, minutes_per_chat, hourly_cost, ai_fee_per_month, changed!.by, changed!.at, effective_from ?? '-infinity'];
      }),
    );
  }

  /** Rows of the organization, in one statement: hundreds of shops would wait for one row after the other. */
  async #insert(table: string, rows: readonly (readonly unknown[])[]): Promise<void> {
    if (rows.length === 0) return;
    const values = rows.map((row) => [this.#id, ...row]);
    const places = values.map((row, at) => `(${row.map((_, i) => `$${at * row.length + i + 1}`).join(', ')})`);
    await this.#database.owner.query(`insert into ${table} values ${places.join(', ')}`, values.flat());
  }

  /** The figures of final weeks and months as refreshes kept them. */
  async kept(): Promise<KeptRevision[]> {
    const counts = ['human_only', 'uncheckable', 'came_back', 'stayed_solved', 'handed_over', 'ended_unclear'].map((name) => `'${name}', ${name}`).join(', ');
    const sql = `
      select
        unit, from_day as from, to_day as to, case when dimension = 'channel' then key end as channel,
        revision, frozen_at, as_of, corrected, json_build_object('checking', 0, ${counts}) as outcomes
      from period_revisions
      where organization_id = $1
      order by dimension, key, unit, from_day, revision`;
    type Row = Omit<KeptRevision, 'kept'> & Omit<KeptRevision['kept'], 'net'>;
    const rows = await this.#database.owner.query<Row>(sql, [this.#id]);
    return rows.map(({ unit, from, to, channel, ...kept }) => ({ unit, from, to, channel, kept: { ...kept, net: netOf(kept.outcomes) } }));
  }

  /** What refreshes said and froze. */
  async issued(): Promise<Required<Pick<ShopSettings, 'forecasts'>> & Pick<ShopSettings, 'baseline_weeks'>> {
    const { owner } = this.#database;
    const forecasts = `select unit, from_day as from, to_day as to, point, low, high from forecasts where organization_id = $1 order by unit, from_day`;
    const baseline = 'select weeks from baselines where organization_id = $1';
    const [frozen] = await owner.query<{ weeks: NonNullable<ShopSettings['baseline_weeks']> }>(baseline, [this.#id]);
    return { forecasts: await owner.query(forecasts, [this.#id]), ...(frozen && { baseline_weeks: frozen.weeks }) };
  }

  async take({ rooms, activity, closes, asOf, allowEarlier }: Step): Promise<void> {
    const { owner } = this.#database;
    if (closes) await importCloses(owner, this.#id, closes);
    await importRooms(owner, this.#id, rooms);
    await importActivity(owner, this.#id, activity);
    await refreshOrganization(owner, this.#id, { asOf, allowEarlier });
  }

  /** Judges every chat in one pass. The last step only looked at the chats that it changed, unless it was the first. */
  async rebuild(): Promise<void> {
    await rebuildOrganization(this.#database.owner, this.#id);
  }

  /** Everything that refresh derives, row by row. */
  derived(): Promise<unknown> {
    return derived(this.#database.owner, this.#id);
  }

  /** The outcomes that drill-down lists, in order of id. */
  outcomes(): Promise<JudgedEpisode[]> {
    const inMilliseconds = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8 as ${column}`;
    const sql = `
      select
        id, channel, topic, local_day, ${inMilliseconds('first_inbound_at')}, ${inMilliseconds('closed_at')}, outcome, young, ai_involved, returned_in,
        return_helped_by, ruled, local_hour, after_hours, turns, mood_eligible, mood_change
      from episode_outcomes
      where organization_id = $1
      order by id collate "C"`;
    return this.#database.owner.query<JudgedEpisode>(sql, [this.#id]);
  }

  /** The reports that are asked for, and all chats of some lists of the first, each as one page: as requests read them, but in one transaction. */
  answers(queries: readonly [Query, ...Query[]], lists: readonly List[] = []): Promise<{ reports: ImpactReport[]; lists: ChatsFound[] }> {
    return this.#database.request.asOrganization(this.#id, async (tx) => {
      const reports: ImpactReport[] = [];
      const found: ChatsFound[] = [];
      for (const query of queries) {
        const basis = (await reportBasis(tx, this.#id, query))!;
        reports.push(await impactReport(tx, basis));
        if (query !== queries[0]) continue;
        const { days, channel } = basis;
        for (const list of lists) found.push(await chatPage(tx, this.#id, { ...list, days, channel, after: pageEndOf(undefined), limit: 10_000 }));
      }
      return { reports, lists: found };
    });
  }
}

/** The columns of `working_shifts`. */
const shiftsOf = ({ effective_from, shifts }: WorkingHoursInput): unknown[][] =>
  shifts.map((shift) => {
    const { from, to } = minutesOfWeek({ ...shift, day_number: 0 });
    return [effective_from, shift.day_number, from, to];
  });

const netOf = (outcomes: OutcomeCounts): Rate => rateOf(outcomes.stayed_solved, judged(outcomes));
