// The door of the kit: what widgets look like and how they speak to their page. No widget of its own.
export * from './about.ts';
export * from './card.ts';
export * from './card-strings.ts';
export * from './card-styles.ts';
export * from './chart/index.ts';
export * from './chats-button.ts';
export * from './define.ts';
export * from './emit.ts';
export type * from './events.ts';
export * from './failure.ts';
export * from './root-styles.ts';
export * from './segmented.ts';
export type * from './story.ts';
export * from './tokens.ts';
export * from './window-strings.ts';
export * from './window-text.ts';
