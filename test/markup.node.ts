import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
/** Whatever makes elements of a text. Trusted Types would not stop all of it: `unsafeHTML` passes through the policy that its templates need. */
const MAKES_MARKUP =
  /\bunsafe(HTML|SVG|MathML)\b|\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bsetHTMLUnsafe\b|\bcreateContextualFragment\b|\bparseFromString\b|\bv-html\b|\bdangerouslySetInnerHTML\b/;

const shipped = globSync('{src,widgets,entries,demo,mocks}/**/*.{ts,tsx,js,vue,html}', { cwd: ROOT }).filter(
  (file) => !/node_modules|\.(test|node)\.ts$/.test(file),
);

describe('code that draws', () => {
  test('makes no markup of a text', () => {
    for (const folder of ['src', 'widgets', 'entries', 'demo'])
      assert.ok(
        shipped.some((file) => file.startsWith(folder)),
        folder,
      );
    const found = shipped.flatMap((file) => {
      const [way] = MAKES_MARKUP.exec(readFileSync(join(ROOT, file), 'utf8')) ?? [];
      return way === undefined ? [] : [`${file}: ${way}`];
    });
    assert.deepEqual(found, []);
  });

  for (const way of [
    'html`${unsafeHTML(topic)}`',
    'svg`${unsafeSVG(topic)}`',
    'place.innerHTML = topic',
    'place.innerHTML += topic',
    "place.insertAdjacentHTML('beforeend', topic)",
    'document.write(topic)',
    'document.writeln(topic)',
  ])
    test(`would be caught at ${way}`, () => assert.match(way, MAKES_MARKUP));
});
