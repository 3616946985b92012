// The door of the contract: what the service, the mocks and the front end agree on. No DOM, no Node.
export * from './catalogue.ts';
export * from './development.ts';
export * from './difference.ts';
export * from './hero.ts';
export * from './local-date.ts';
export * from './match-rule.ts';
export * from './outcome.ts';
export * from './period.ts';
export * from './problem.ts';
export * from './rate.ts';
export * from './report.ts';
export * from './unavailable.ts';
export * from './units.ts';
