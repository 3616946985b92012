// `npm run test:e2e`: what is built, in a browser. What is older than its sources is built first: the files of tests run two at a time, and must not
// build side by side.
//   npm run test:e2e -- test/shells/vue.e2e.ts    some files
import { spawnSync } from 'node:child_process';
import { buildDemo } from './demo-build.ts';
import { buildShells } from './shells/build.ts';

await buildDemo();
await buildShells();
const chosen = process.argv.slice(2);
const options = ['--test', '--test-concurrency=2', '--test-force-exit', '--test-timeout=300000'];
process.exitCode = spawnSync(process.execPath, [...options, ...(chosen.length > 0 ? chosen : ['test/**/*.e2e.ts'])], { stdio: 'inherit' }).status ?? 1;
