/** Which question a page answers. */
export const VIEWS = ['overview', 'diagnostic', 'value'] as const;
export type View = (typeof VIEWS)[number];

/** The two comparisons that a report knows. */
export const COMPARISONS = ['previous', 'first-month'] as const;
export type Comparison = (typeof COMPARISONS)[number];
