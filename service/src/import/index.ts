// The door of the import: files through `runImport`, rows of a program through `importRooms` and `importActivity`.
export { ImportStopped, MalformedSource, WrongUsage } from './errors.ts';
export type { FileResult } from './import-file.ts';
export type { ImportOptions } from './options.ts';
export { Progress } from './progress.ts';
export { type ImportResult, type ImportSetting, runImport } from './run-import.ts';
export type { ActivityRow, Kind, RoomRow } from './rows.ts';
export { importActivity, importRooms, type RowsProgress } from './upsert.ts';
