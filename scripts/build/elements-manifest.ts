// custom-elements.json as consumers need it: the repository's names our sources, theirs names the files that they have.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ELEMENTS, ROOT } from './entries.ts';

interface Described {
  name: string;
  description?: string;
}

interface Attribute extends Described {
  fieldName?: string;
  default?: string;
  type?: { text: string };
}

interface Member extends Described {
  kind: 'field' | 'method';
  type?: { text: string };
}

/** What is told of one element. */
export interface ElementDeclaration extends Described {
  tagName: string;
  attributes?: readonly Attribute[];
  members?: readonly Member[];
  events?: readonly (Described & { type?: { text: string } })[];
  cssParts?: readonly Described[];
  cssProperties?: readonly Described[];
  slots?: readonly Described[];
}

interface Module {
  path: string;
  declarations: readonly ElementDeclaration[];
}

export interface ElementsManifest {
  schemaVersion: string;
  modules: readonly Module[];
}

/** `widgets/hero/hero.ts` of the element hero; the mixin of the settings belongs to none. */
const elementOf = (path: string): string | undefined => ELEMENTS.find((name) => path === `widgets/${name}/${name}.ts`);

function shippedModule(module: Module): (Module & { kind: string; exports: unknown[] })[] {
  const element = elementOf(module.path);
  if (element === undefined) return [];
  const path = `esm/${element}.js`;
  const [declaration] = module.declarations;
  const { name, tagName } = declaration!;
  const exports = [
    { kind: 'js', name, declaration: { name, module: path } },
    { kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } },
  ];
  return [{ kind: 'javascript-module', path, declarations: module.declarations, exports }];
}

export function writeElementsManifest(dist: string): ElementsManifest {
  const own = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8')) as ElementsManifest;
  const shipped = { ...own, modules: own.modules.flatMap(shippedModule) };
  writeFileSync(join(dist, 'custom-elements.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  return shipped;
}
