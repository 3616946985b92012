// The door of the service: what scripts and tests need.
export { type AppOptions, buildApp } from './app.ts';
export { type Auth, authOf, type Identity } from './auth/auth.ts';
export { type Config, ConfigProblem, readConfig, readDatabaseConfig } from './config.ts';
export type { Database, OwnerDatabase, OwnerTransaction, Queryable, RequestDatabase } from './db/database.ts';
export { DatabaseAway, DatabaseUnusable } from './db/errors.ts';
export { FolderInUse } from './db/folder-lock.ts';
export { migrate } from './db/migrate.ts';
export { type DatabaseConfig, openDatabase } from './db/open.ts';
export { selfCheck } from './db/self-check.ts';
export { type ActivityRow, importActivity, importRooms, type RoomRow, type RowsProgress } from './import/index.ts';
export { createOrganization, lockOrganization, type Organization, OrganizationRefused, UnknownOrganization } from './organizations.ts';
export { rebuildOrganization, type Refreshed, refreshOrganization, type RefreshOptions } from './refresh/refresh.ts';
export { runService } from './run-service.ts';
export { CannotListen, type DatabaseStanding, type Service, type ServiceOptions, startService } from './service.ts';
export { costAssumption } from './settings/cost-assumption.ts';
export { workingHours } from './settings/working-hours.ts';
