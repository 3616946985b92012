/** Where the widgets beside the first one come from. An object, so that a test can let the loading fail. */
export const restSource = { load: (): Promise<unknown> => import('./rest.ts') };
