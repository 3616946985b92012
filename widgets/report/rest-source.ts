type Rest = typeof import('./rest.ts');

/** Where the widgets beside the first one come from, and what a report draws only with them. An object, so that a test can let the loading fail. */
export const restSource = {
  /** Null: not here yet. */
  rest: null as Rest | null,
  load: async (): Promise<unknown> => (restSource.rest = await import('./rest.ts')),
};
