// The door of the import: files through `runImport`, rows of a program through `importRooms`, `importActivity` and `importCloses`.
export { ImportStopped, MalformedSource, WrongUsage } from './errors.ts';
export type { ImportOptions } from './options.ts';
export { Progress } from './progress.ts';
export { type ImportResult, runImport } from './run-import.ts';
export type { ActivityRow, CloseRow, RoomRow } from './rows.ts';
export { importActivity, importCloses, importRooms, type RowsProgress } from './import-rows.ts';
