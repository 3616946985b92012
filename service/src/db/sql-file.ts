import { readFileSync } from 'node:fs';

/** The text of a `.sql` file that stands beside the module: `sqlFile(import.meta.url, './hero.sql')`. Read once, when the module loads. */
export const sqlFile = (module: string, path: string): string => readFileSync(new URL(path, module), 'utf8');
