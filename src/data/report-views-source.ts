// What a report showed is reckoned after the first figure: it takes the contract of the other metrics.

export type ReportViews = typeof import('./report-views.ts');

/** Null: it got lost on the way, which is nothing to a reader. */
export async function loadReportViews(): Promise<ReportViews | null> {
  try {
    return await import('./report-views.ts');
  } catch {
    return null;
  }
}
