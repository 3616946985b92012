// Which tests `npm run test:firefox` runs.

/**
 * The rest of the browser tests asks Chromium for its tree of accessibility or compares its pictures. Each row has a browser of its own: behind
 * all others the stories did not end in 15 minutes, alone they take five.
 */
export const BROWSER_TESTS = [['{src,widgets,mocks,demo}/**/*.test.ts', 'test/!(pictures|accessible).test.ts'], ['test/stories/*.test.ts']];

/**
 * What is built, in pages of its hosts and in our own. The rest counts chats (by-hand) or measures with what Chromium alone tells: what moves on
 * a page (steady).
 */
export const HOST_TESTS = ['test/!(by-hand|steady).e2e.ts', 'test/{shells,package}/*.e2e.ts'];
