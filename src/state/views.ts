/** Which question a page answers. */
export const VIEWS = ['overview', 'diagnostic', 'value'] as const;
export type View = (typeof VIEWS)[number];

/** The two comparisons that a report knows. */
export const COMPARISONS = ['previous', 'first-month'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Of an attribute; anything else means the default. */
export const oneOf = <Value extends string>(values: readonly Value[]) => ({
  fromAttribute: (text: string | null): Value | undefined => values.find((value) => value === text),
});
