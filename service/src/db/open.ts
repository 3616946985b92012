import type { Database } from './database.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** Which database: a server, else a folder, else memory. */
export interface DatabaseConfig {
  databaseUrl?: string | undefined;
  appDatabaseUrl?: string | undefined;
  dataDir?: string | undefined;
}

/** Opens the database without touching its tables; `migrate` comes next. */
export function openDatabase({ databaseUrl, appDatabaseUrl, dataDir }: DatabaseConfig): Promise<Database> {
  return databaseUrl === undefined ? openPglite(dataDir) : openPostgres({ databaseUrl, appDatabaseUrl });
}
