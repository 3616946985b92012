// The door of the service: what scripts and tests need.
export type { Database, OwnerDatabase, OwnerTransaction, Queryable, RequestDatabase } from './db/database.ts';
export { DatabaseAway, DatabaseUnusable } from './db/errors.ts';
export { FolderInUse } from './db/folder-lock.ts';
export { migrate } from './db/migrate.ts';
export { type DatabaseConfig, openDatabase } from './db/open.ts';
export { createOrganization, lockOrganization, type Organization, OrganizationRefused, UnknownOrganization } from './organizations.ts';
export { rebuildOrganization, type Refreshed, refreshOrganization, type RefreshOptions } from './refresh/refresh.ts';
