// The executable form of spec/metrics.md: written for clarity, and the oracle that the service is tested against.
export { chatsBehind } from './chats.ts';
export { NOTHING_ASSUMED } from './cost.ts';
export { episodesOf, type Episode } from './episodes.ts';
export { freezePeriods } from './freeze-periods.ts';
export { issueForecasts } from './issue-forecasts.ts';
export { judge, type JudgedEpisode } from './outcomes.ts';
export type { ReportQuery } from './period.ts';
export { periodRevisions } from './period-revisions.ts';
export { judgedOf, reportOf } from './report.ts';
