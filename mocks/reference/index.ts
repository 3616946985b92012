// The executable form of spec/metrics.md: written for clarity, and the oracle that the service is tested against.
export { episodesOf, type Episode } from './episodes.ts';
export { judge, type JudgedEpisode } from './outcomes.ts';
export type { ReportQuery } from './period.ts';
export { reportOf } from './report.ts';
