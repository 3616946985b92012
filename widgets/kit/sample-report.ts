import {
  CATALOGUE,
  type ChangeFromStart,
  type Difference,
  heroOf,
  type HeroValue,
  type ImpactReport,
  MATCH_RULE,
  NO_OUTCOMES,
  type OutcomeCounts,
  type ReportData,
  type ReportMeta,
  unavailable,
} from '@qontak/impact-contract';

// Reports for stories and tests. Small and fixed, so that a story says in its own lines what is special about it.

const META: ReportMeta = {
  schema: '1.0',
  organization: { id: '11111111-2222-4333-8444-555555555555', name: 'Toko Sejahtera', time_zone: 'Asia/Jakarta' },
  source: 'live',
  channels: ['whatsapp', 'instagram'],
  period: { from: '2026-10-01', to: '2026-10-31', channel: null, status: 'final', final_on: '2026-11-03', frozen: null },
  as_of: '2026-11-22T03:15:00Z',
  recounting: false,
  match_rule: MATCH_RULE,
  generated_at: '2026-11-22T03:20:00Z',
};

/** A report whose slots are all unavailable but those given. */
export function sampleReport(slots: Partial<ReportData> = {}, meta: Partial<ReportMeta> = {}): ImpactReport {
  const none = Object.fromEntries(CATALOGUE.map(({ slot }) => [slot, unavailable('not_measured_yet')])) as unknown as ReportData;
  return { status: 'success', data: { ...none, ...slots }, meta: { ...META, ...meta } };
}

export interface SampleHero {
  outcomes: Partial<OutcomeCounts>;
  still_open?: number;
  corrected?: number;
  vs_previous?: Difference | null;
  vs_first_month?: ChangeFromStart | null;
}

export function sampleHero({ outcomes, still_open = 0, corrected = 0, vs_previous = null, vs_first_month = null }: SampleHero): HeroValue {
  const counts = { ...NO_OUTCOMES, ...outcomes };
  return heroOf({
    outcomes: counts,
    settledHumanOnly: counts.human_only,
    stillOpen: still_open,
    corrected,
    vsPrevious: vs_previous,
    vsFirstMonth: vs_first_month,
  });
}

/** A fetcher that always fails with this status. */
export const failing = (status: number) => async (): Promise<Response> => Response.json({ status: 'error', error: { code: 'x', messages: [] } }, { status });

/** A fetcher whose answer never comes. */
export const waiting = () => (): Promise<Response> => new Promise(() => {});
