// Which tests `npm run test:firefox` runs.

/** The rest of the browser tests measures the texts of all stories, asks Chromium for its tree of accessibility or compares its pictures. */
export const BROWSER_TESTS = ['{src,widgets,mocks,demo}/**/*.test.ts', 'test/!(pictures|card-pictures|accessible|stories).test.ts'];

/** What is built, in pages of its hosts. */
export const HOST_TESTS = ['test/{strict-host,hostile-host,mixed-host,import-map,shells}.e2e.ts', 'test/package/*.e2e.ts'];
