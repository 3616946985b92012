/** How figures leave the page, fetched when a method is called that needs it. An object, so that a test can let the loading fail. */
export const waysOut = { load: (): Promise<typeof import('#widgets/share/out')> => import('#widgets/share/out') };
