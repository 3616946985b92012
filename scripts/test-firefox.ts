// `npm run test:firefox`: the widgets and what a host page relies on, in Firefox. It builds what it needs. FIREFOX_PATH names it; else it is that of the system.
//   npm run test:firefox -- 'widgets/**/*.test.ts'    other browser tests
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { buildDemo } from './demo-build.ts';
import { BROWSER_TESTS, HOST_TESTS } from './firefox-tests.ts';

const KNOWN = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const firefox = process.env.FIREFOX_PATH ?? KNOWN.find(existsSync) ?? KNOWN[0]!;
if (!existsSync(firefox)) {
  console.error(`Could not test in Firefox: there is no ${firefox}. Install it (apt-get install firefox-esr), or set FIREFOX_PATH to where yours is.`);
  process.exit(2);
}
const chosen = process.argv.slice(2);
const browserTests = (chosen.length > 0 ? [chosen] : BROWSER_TESTS).map((files) => ['wtr', '--config', 'web-test-runner.firefox.mjs', '--files', ...files]);
// Each builds what is older than its sources: two at once would build side by side.
const options = ['--test', '--test-force-exit', '--test-timeout=300000', '--test-concurrency=1'];
const hosts = ['node', ...options, ...HOST_TESTS];
if (chosen.length === 0) await buildDemo();
const codes = (chosen.length > 0 ? browserTests : [...browserTests, hosts]).map(
  ([command, ...rest]) => spawnSync(command!, rest, { stdio: 'inherit', env: { ...process.env, FIREFOX_PATH: firefox } }).status ?? 1,
);
process.exitCode = Math.max(...codes);
