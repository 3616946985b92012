// The door of the state layer: what an element is told, which report that means, and in which language. No pixels.
export type * from './announce.ts';
export * from './chats-controller.ts';
export { type Feature, type Features, FeaturesController } from './features.ts';
export * from './lang-controller.ts';
export * from './metric-controller.ts';
export { explain } from './misplaced.ts';
export { configure, type PageWide } from './page-wide.ts';
export * from './period-choice-controller.ts';
export * from './report-controller.ts';
export type * from './report-state.ts';
export * from './report-view-controller.ts';
export * from './setting-controller.ts';
export * from './settings.ts';
export * from './share-controller.ts';
export { signOut } from './sign-out.ts';
export * from './theme-controller.ts';
export { isSetting } from './values.ts';
export type { Comparison, View } from './views.ts';
