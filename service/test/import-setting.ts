import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Database } from '../src/db/database.ts';
import { type ImportOptions, type ImportResult, Progress, runImport } from '../src/import/index.ts';
import type { ImportSetting } from '../src/import/run-import.ts';

/** The columns of an export of rooms, in one of many possible orders. */
export const ROOM_COLUMNS = [
  'id',
  'contact_id',
  'channel',
  'topic',
  'created_at',
  'first_inbound_at',
  'closed_at',
  'closed_reason',
  'assign_channel_agent_id',
  'is_test',
  'initiated_by',
  'updated_at',
] as const;

export type ExportedRoom = Record<string, string>;

/** A chat that AI solved alone, as an export writes it, unless the test says otherwise. */
export const room = (id: string, differs: ExportedRoom = {}): ExportedRoom => ({
  id,
  contact_id: 'rina',
  channel: 'whatsapp',
  topic: 'ongkir',
  created_at: '2026-10-05T11:50:00Z',
  first_inbound_at: '2026-10-05T11:50:00Z',
  closed_at: '2026-10-05T12:00:00Z',
  closed_reason: 'RESOLVE_AI',
  assign_channel_agent_id: '',
  is_test: 'false',
  initiated_by: 'customer',
  updated_at: '2026-10-05T12:00:00Z',
  ...differs,
});

const field = (text: string, delimiter: string): string => (/["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes rows as CSV. */
export function csv(rows: readonly ExportedRoom[], columns: readonly string[] = ROOM_COLUMNS, delimiter = ',', lineEnd = '\n'): string {
  const lines = rows.map((row) => columns.map((column) => field(row[column] ?? '', delimiter)).join(delimiter));
  return [columns.map((column) => field(column, delimiter)).join(delimiter), ...lines, ''].join(lineEnd);
}

/** A folder of the test's own, and what it reads and writes there. */
export class Folder implements AsyncDisposable {
  readonly path = mkdtempSync(join(tmpdir(), 'impact-import-test-'));

  /** Writes a file and returns its path. */
  write(name: string, content: string | Buffer): string {
    const path = join(this.path, name);
    writeFileSync(path, content);
    return path;
  }

  read = (name: string): string => readFileSync(join(this.path, name), 'utf8');

  [Symbol.asyncDispose] = (): Promise<void> => rm(this.path, { recursive: true, force: true });
}

export interface Told {
  result: ImportResult;
  stderr: string;
}

export interface Extras {
  stdin?: Buffer | string;
  signal?: AbortSignal;
  onText?: (text: string) => void;
}

/** Runs the import inside the test, on a database that stays open. */
export async function importInto(database: Database, folder: Folder, options: Partial<ImportOptions>, extras: Extras = {}): Promise<Told> {
  let stderr = '';
  const onText = (text: string): void => {
    stderr += text;
    extras.onText?.(text);
  };
  const result = await runImport(
    { kind: 'chats', organizationId: '', files: [], create: null, rejects: 'rejects.csv', strict: false, asOf: undefined, ...options },
    importSetting(database, folder, { ...extras, onText }),
  );
  return { result, stderr };
}

/** Where the import runs inside the test: in the folder, on a database that stays open. */
export function importSetting(database: Database, folder: Folder, { stdin, signal, onText }: Extras = {}): ImportSetting {
  const write = (text: string): boolean => {
    onText?.(text);
    return true;
  };
  const { name, owner, request, connections } = database;
  return {
    openDatabase: () => Promise.resolve({ name, owner, request, connections, close: async () => {} }),
    stdin: Readable.from([Buffer.from(stdin ?? '')]),
    progress: new Progress({ isTTY: false, write } as ConstructorParameters<typeof Progress>[0]),
    folder: folder.path,
    signal,
  };
}

/** Writes one file of rooms and imports it. */
export async function importRoomsFile(
  database: Database,
  organizationId: string,
  content: string | Buffer,
  options: Partial<ImportOptions> = {},
): Promise<Told & { rejects: string }> {
  await using folder = new Folder();
  folder.write('rooms', content);
  const told = await importInto(database, folder, { organizationId, files: [{ kind: 'rooms', path: 'rooms' }], ...options });
  return { ...told, rejects: told.result.files[0]!.rejected > 0 ? folder.read('rejects.csv') : '' };
}

/** The stored rooms without the organization, in a comparable order. */
export function roomsOf(database: Database, organizationId: string): Promise<Record<string, unknown>[]> {
  return database.owner.query(`select ${ROOM_COLUMNS.join(', ')} from rooms where organization_id = $1 order by id`, [organizationId]);
}

export async function pendingOf(database: Database, organizationId: string): Promise<number> {
  const [row] = await database.owner.query<{ n: number }>('select count(*)::int as n from changed_episodes where organization_id = $1', [organizationId]);
  return row!.n;
}

/** Thousands of rows as one short text: when two differ, a difference line by line would take minutes. */
export const fingerprint = (rows: unknown): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex');
