import type { ReportMeta } from '@qontak/impact-contract';
import type { ChatsState, ReportState } from '#state';

/** The list, with what the report around it knows, or what keeps it away. */
export type Shown =
  | Exclude<ChatsState, { status: 'closed' | 'ready' }>
  | (Extract<ChatsState, { status: 'ready' }> & {
      meta: ReportMeta;
      /** Returns of the period that were corrected. */
      corrected: number;
    });

/** What keeps the report away keeps the list away, too. */
export function shownOf(report: ReportState, chats: ChatsState): Shown {
  if (report.status === 'loading') return report;
  if (report.status === 'failed') return { status: 'failed', error: report.error, shown: true, retry: report.retry };
  if (chats.status === 'closed') return { status: 'loading' };
  if (chats.status !== 'ready') return chats;
  const { hero } = report.report.data;
  return { ...chats, meta: report.report.meta, corrected: hero.status === 'ok' ? hero.corrected : 0 };
}
