import type { ReportMeta } from '@qontak/impact-contract';
import { withoutReport } from '../kit/common-stories.ts';
import { sampleReport } from '../kit/sample-report.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-period-picker';

const given = (name: string, meta: Partial<ReportMeta> = {}): Story => ({ tag, name, settings: () => ({ data: sampleReport({}, meta) }), ends: 'ready' });

export const stories: Story[] = [
  given('last month'),
  given('this month, not final yet', {
    period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
  }),
  given('last 7 days of one channel', {
    period: { from: '2026-11-15', to: '2026-11-21', channel: 'whatsapp', status: 'provisional', final_on: '2026-11-24', frozen: null },
  }),
  given('dates of one’s own', { period: { from: '2026-09-25', to: '2026-10-08', channel: null, status: 'final', final_on: '2026-10-11', frozen: null } }),
  given('a channel that has no chats any more', {
    period: { from: '2026-10-01', to: '2026-10-31', channel: 'telegram', status: 'final', final_on: '2026-11-03', frozen: null },
  }),
  given('no data yet', {
    as_of: null,
    channels: [],
    period: { from: '2026-10-01', to: '2026-10-31', channel: null, status: 'provisional', final_on: '2026-11-03', frozen: null },
  }),
  ...withoutReport(tag),
];
