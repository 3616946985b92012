import { rateOf, type SuccessMetrics, type SuccessMonth, unavailable } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import { type Guard, identityOf } from '../auth/guard.ts';
import type { Database } from '../db/database.ts';

/** A year, with this month. */
const MONTHS = 12;

interface Sums {
  month: string;
  ai_enabled: number;
  viewed: number;
  viewed_again: number;
  reports: number;
  honest: number;
  value_visible: number;
  ai_chats: number;
  quality_validated: number;
  engaged_due: number;
  engaged_kept: number;
  others_due: number;
  others_kept: number;
  forecasts: number;
  forecasts_held: number;
}

/** `GET /internal/success-metrics`: how the initiative does. The one question about all organizations; its answer has sums only. */
export function successMetricsRoute(app: FastifyInstance, { database, guard }: { database: Pick<Database, 'request'>; guard: Guard }): void {
  app.get('/internal/success-metrics', guard('internal'), async (request, reply): Promise<SuccessMetrics> => {
    const months = await database.request.asOrganization(identityOf(request).organizationId, (tx) =>
      tx.query<Sums>('select * from success_metrics(current_date, $1)', [MONTHS]),
    );
    reply.header('cache-control', 'private, no-store');
    return { status: 'success', data: months.map(monthOf), meta: { generated_at: new Date().toISOString() } };
  });
}

/** Where no chat has it, nobody keeps it yet: that is not known, and not none. */
function qualityOf({ ai_chats, quality_validated }: Sums): SuccessMonth['quality_validated'] {
  if (ai_chats === 0) return unavailable('no_data_yet');
  return quality_validated === 0 ? unavailable('not_measured_yet') : { status: 'ok', rate: rateOf(quality_validated, ai_chats) };
}

const monthOf = (sums: Sums): SuccessMonth => ({
  month: sums.month,
  ai_enabled: sums.ai_enabled,
  adoption: rateOf(sums.viewed, sums.ai_enabled),
  repeat_engagement: rateOf(sums.viewed_again, sums.viewed),
  honest_containment: rateOf(sums.honest, sums.reports),
  value_visible: rateOf(sums.value_visible, sums.ai_enabled),
  quality_validated: qualityOf(sums),
  renewal: { engaged: rateOf(sums.engaged_kept, sums.engaged_due), others: rateOf(sums.others_kept, sums.others_due) },
  forecasts_held: rateOf(sums.forecasts_held, sums.forecasts),
});
