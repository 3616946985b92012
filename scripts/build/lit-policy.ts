import { join } from 'node:path';
import type { Plugin } from 'vite';
import { misuseText } from '../../src/data/misuses.ts';

const POLICY = join(import.meta.dirname, '../../src/data/policy.ts');
/** `factory.createPolicy('lit-html', { createHTML: (html) => html })` */
const CALL = /(\w+)\.createPolicy\((["'])lit-html\2,\s*(\{[^{}]*\})\s*\)/g;

/** lit-html with our policy instead of one of its own name. */
export function withOurPolicy(code: string): string {
  const calls = code.match(CALL)?.length ?? 0;
  if (calls !== 1) throw new Error(`Could not give lit-html our Trusted Types policy: it makes ${calls}. See how this version does it, and adapt the pattern.`);
  return `import { sharedPolicy } from ${JSON.stringify(POLICY)};\n${code.replace(CALL, `sharedPolicy($1, $3, ${JSON.stringify(misuseText('IMPACT-026'))})`)}`;
}

/** A page that allows `trusted-types qontak-impact` and no other has room for us, and a Lit of the host keeps its own name. */
export const litPolicy: Plugin = {
  name: 'lit-policy',
  transform: {
    filter: { id: /\/lit-html\/(development\/)?lit-html\.js$/ },
    handler: (code) => ({ code: withOurPolicy(code), map: null }),
  },
};
