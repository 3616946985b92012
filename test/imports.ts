import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** Every module that a file names: value, type-only, re-exporting, dynamic and `import('x').Type` imports. */
export function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const { module, program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`Could not read the imports of ${file}: ${errors[0]!.message}`);
  return [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((one) => source.slice(one.moduleRequest.start, one.moduleRequest.end).replace(/^['"`]|['"`]$/g, '')),
    ...importTypes(program),
  ];
}

/** `import('x').Type` stands in types only, where the module record does not look. */
function importTypes(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  if ('type' in node && node.type === 'TSImportType' && 'source' in node) return [(node.source as { value: string }).value];
  return Object.values(node).flatMap(importTypes);
}

/** TypeScript files of a folder, as paths from the root. */
export const filesOf = (folder: string): string[] => globSync(`${folder}/**/*.{ts,tsx}`, { exclude: (name) => name.includes('node_modules') }).sort();
