// The door of the data layer: an authorized, checked, cached report, or a typed reason why there is none.
export { type ChatsQuery, fetchChats, ruleOnReturn } from './chats.ts';
export { fetchCostChanges } from './cost-changes.ts';
export { COST_ASSUMPTION } from './cost-setting.ts';
export type { Reader } from './beside-report.ts';
export { type Connection, connect, forget, forgetAll, type Identity } from './connection.ts';
export { complainOf } from './complain-of.ts';
export * from './errors.ts';
export { complain } from './complain.ts';
export { metricOf } from './metric-of.ts';
export { wholeReport } from './whole-report.ts';
export { loadReportViews, type ReportViews } from './report-views-source.ts';
export { beginLooking, endLooking, forgetIdle } from './keep.ts';
export { parseGiven, parseReport, type ReportQuery } from './report-query.ts';
export * from './report-watch.ts';
export type { Fetcher } from './request-json.ts';
export * from './settings.ts';
export * from './token.ts';
export { WORKING_HOURS } from './working-hours-setting.ts';
