// Writes the parts of docs/embedding.md that others say: `node scripts/embedding.ts`. Tables come from custom-elements.json, the tokens
// and the policies of the shells; quoted files run.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ROOT } from './build/entries.ts';
import { policies, reference } from './embedding/reference.ts';

export const DOCUMENT = join(ROOT, 'docs/embedding.md');

/** `<!-- quote file -->`, `<!-- reference what -->` or `<!-- policies -->`, and what stands below it. */
const PART = /(<!-- (quote|reference|policies) ?(\S*) -->\n)[^]*?(<!-- end -->)/g;

export function withParts(document: string): string {
  return document.replaceAll(PART, (_, begin: string, kind: string, what: string, end: string) => `${begin}\n${part(kind, what)}\n\n${end}`);
}

function part(kind: string, what: string): string {
  switch (kind) {
    case 'quote':
      return quote(what);
    case 'reference':
      return reference(what);
    default:
      return policies();
  }
}

function quote(file: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8').trim();
  return `\`\`\`${extname(file).slice(1)}\n${text}\n\`\`\`\n\n[${file}](../${file})`;
}

if (import.meta.main) {
  writeFileSync(DOCUMENT, withParts(readFileSync(DOCUMENT, 'utf8')));
  execFileSync('oxfmt', [DOCUMENT], { stdio: 'inherit' });
}
