// The door of the language layer: texts, figures and dates in Indonesian and English. It knows no page and no report.
export * from './apportion.ts';
export * from './create-lang.ts';
export * from './locale.ts';
export * from './money.ts';
export * from './money-entry.ts';
export * from './numbers.ts';
export * from './periods.ts';
export * from './strings.ts';
export * from './time-zone.ts';
export type * from './translate.ts';
export * from './wording-source.ts';
