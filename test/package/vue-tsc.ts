// `node test/package/vue-tsc.ts -p folder`: checks types as tsc does, and those of Vue's templates. It drives a TypeScript that is written in
// JavaScript, which version 7 is not: the checker of published types has one.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { run } = require('vue-tsc') as { run: (tsc: string) => void };
run(createRequire(require.resolve('@arethetypeswrong/core')).resolve('typescript/lib/tsc'));
