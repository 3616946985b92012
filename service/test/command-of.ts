import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

interface Ended {
  code: number | string | null | undefined;
  stdout: string;
  stderr: string;
}

type Place = Partial<Record<'DATABASE_URL' | 'DATA_DIR', string>>;

/** A command of the service as a process of its own, which finds nothing but the database that is named. */
export const commandOf =
  (name: 'rebuild' | 'drift') =>
  (place: Place, ...args: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const command = fileURLToPath(new URL(`../src/${name}/command.ts`, import.meta.url));
      execFile(process.execPath, [command, ...args], { env: { ...process.env, DATABASE_URL: '', DATA_DIR: '', ...place } }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
      );
    });
