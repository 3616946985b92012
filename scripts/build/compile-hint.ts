import type { Plugin, Rolldown } from 'vite';

/**
 * Chromium compiles a function when it is first called, on the thread that draws the page: a quarter of all work up to the first figure.
 * Of a file that begins so it compiles them all while it arrives, beside that thread. To other browsers it is a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
const HINT = '//# allFunctionsCalledOnLoad';

/** Large, fetched when a reader wants it, and never called in full. */
const ON_DEMAND = /\/node_modules\/(chart\.js|i18next)\//;

/** What has to stand before the first code of a file that is called as soon as it is here. */
export const compileHint = ({ moduleIds }: Pick<Rolldown.RenderedChunk, 'moduleIds'>): string => (moduleIds.some((id) => ON_DEMAND.test(id)) ? '' : HINT);

/** The same for pages, whose files Vite begins with a line of its own at the very end. */
export const compileHints: Plugin = {
  name: 'compile-hints',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && compileHint(chunk) !== '') chunk.code = `${HINT}\n${chunk.code}`;
    },
  },
};
