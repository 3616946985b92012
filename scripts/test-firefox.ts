// `npm run test:firefox`: what a host page relies on, in Firefox. FIREFOX_PATH names it, /usr/bin/firefox-esr unless said.
//   npm run test:firefox -- 'widgets/**/*.test.ts'    other browser tests
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The rest of the browser tests measures texts and asks Chromium for its tree of accessibility. */
const EMBEDDING = ['src/embed/*.test.ts', 'test/{hostile,parts,properties}.test.ts', 'widgets/{provider,report,kit}/*.test.ts'];

const firefox = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
if (!existsSync(firefox)) {
  console.error(`Could not test in Firefox: there is no ${firefox}. Install it (apt-get install firefox-esr), or set FIREFOX_PATH to where yours is.`);
  process.exit(2);
}
const chosen = process.argv.slice(2);
const browserTests = ['wtr', '--config', 'web-test-runner.firefox.mjs', '--files', ...(chosen.length > 0 ? chosen : EMBEDDING)];
// What stays behind is counted by Chromium's own means.
const options = ['--test', '--test-force-exit', '--test-timeout=300000', '--test-skip-pattern=stays behind'];
const hosts = ['node', ...options, 'test/strict-host.e2e.ts', 'test/hostile-host.e2e.ts', 'test/import-map.e2e.ts', 'test/shells.e2e.ts'];
const codes = (chosen.length > 0 ? [browserTests] : [browserTests, hosts]).map(
  ([command, ...rest]) => spawnSync(command!, rest, { stdio: 'inherit', env: { ...process.env, FIREFOX_PATH: firefox } }).status ?? 1,
);
process.exitCode = Math.max(...codes);
