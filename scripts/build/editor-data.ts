// What editors complete in HTML, from the manifest of the elements: for VS Code (`html.customData`) and for JetBrains (`web-types`).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementDeclaration, ElementsManifest } from './elements-manifest.ts';
import { PACKAGE_NAME, REPOSITORY } from './entries.ts';

const elementsOf = (manifest: ElementsManifest): ElementDeclaration[] => manifest.modules.flatMap(({ declarations }) => [...declarations]);

/** `'auto' | 'light'` names its values, `string | undefined` none. */
const valuesOf = (type: string): string[] => [...type.matchAll(/'([^']+)'/g)].map(([, value]) => value!);

function vsCodeTag({ tagName, description, attributes = [] }: ElementDeclaration): unknown {
  return {
    name: tagName,
    description,
    attributes: attributes.map(({ name, description: about, type }) => {
      const values = valuesOf(type?.text ?? '').map((value) => ({ name: value }));
      if (type?.text === 'boolean') return { name, description: about, valueSet: 'v' };
      return { name, description: about, ...(values.length > 0 ? { values } : {}) };
    }),
  };
}

function webTypesElement({ tagName, description, attributes = [], members = [], events = [], cssParts = [], slots = [] }: ElementDeclaration): unknown {
  const named = ({ name, description: about }: { name: string; description?: string }): unknown => ({ name, description: about });
  return {
    name: tagName,
    description,
    attributes: attributes.map(({ name, description: about, type }) => ({
      name,
      description: about,
      value: type?.text === 'boolean' ? { kind: 'no-value' } : { type: type?.text },
      required: false,
    })),
    slots: slots.map(named),
    js: {
      properties: members.filter(({ kind }) => kind === 'field').map(({ name, description: about, type }) => ({ name, description: about, type: type?.text })),
      events: events.map(({ name, description: about, type }) => ({ name, description: about, type: type?.text })),
    },
    css: { parts: cssParts.map(named) },
  };
}

const write = (dist: string, file: string, data: unknown): void => writeFileSync(join(dist, file), `${JSON.stringify(data, null, 2)}\n`);

export function writeEditorData(dist: string, manifest: ElementsManifest): void {
  const elements = elementsOf(manifest);
  write(dist, 'vscode.html-custom-data.json', { version: 1.1, tags: elements.map(vsCodeTag) });
  write(dist, 'web-types.json', {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: PACKAGE_NAME,
    version: REPOSITORY.version,
    'description-markup': 'markdown',
    contributions: { html: { elements: elements.map(webTypesElement) } },
  });
}
