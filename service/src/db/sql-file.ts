import { readFileSync } from 'node:fs';

/** The text of a `.sql` file that stands beside the module: `sqlFile(import.meta.url, './hero.sql')`. Read once, when the module loads. */
export const sqlFile = (module: string, path: string): string => readFileSync(new URL(path, module), 'utf8');

/**
 * Puts selects of other files into the places that a statement leaves for them, `{like_this}`, so that a rule which is asked in two ways is written
 * once. The texts are our own files; values are always parameters.
 */
export function filled(sql: string, parts: Readonly<Record<string, string>>): string {
  return sql.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`Could not fill a statement: nothing is given for {${name}}.`);
    return part.trimEnd();
  });
}
