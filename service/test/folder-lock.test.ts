import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { FolderInUse, lockFolder } from '../src/db/folder-lock.ts';

const holder = (differs: object): string => JSON.stringify({ pid: process.pid, host: hostname(), started: '', id: 'x', ...differs });

describe('folder lock', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'impact-lock-'));
    file = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('says which process holds the folder, and lets go', () => {
    const release = lockFolder(file, folder);
    assert.throws(() => lockFolder(file, folder), {
      name: 'FolderInUse',
      message: new RegExp(`^Could not open the data in ${folder}: process ${process.pid} is using them\\.`),
    });
    release();
    assert.deepEqual(readdirSync(folder), []);
    lockFolder(file, folder)();
  });

  test('takes over from a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file, holder({ pid }));
    const release = lockFolder(file, folder);
    assert.equal((JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid, process.pid);
    release();
    assert.deepEqual(readdirSync(folder), []);
  });

  test('takes over when the number of a process that is gone was handed out again', () => {
    // Linux alone tells when a process started; elsewhere the number has to do.
    const started = process.platform === 'linux' ? '1' : '';
    writeFileSync(file, holder({ pid: process.ppid, started }));
    if (started === '') assert.throws(() => lockFolder(file, folder), FolderInUse);
    else lockFolder(file, folder)();
  });

  test('takes over from a process that died while it wrote the lock', () => {
    writeFileSync(file, '');
    lockFolder(file, folder)();
  });

  test('leaves alone what another machine holds, and says how to go on', () => {
    writeFileSync(file, holder({ host: 'elsewhere', pid: 1 }));
    assert.throws(() => lockFolder(file, folder), /process 1 on elsewhere is using them\. If that is gone, delete .*lock\.$/);
    assert.ok(existsSync(file));
  });

  test('is given back when the process ends without a word', () => {
    const script = `import { lockFolder } from ${JSON.stringify(new URL('../src/db/folder-lock.ts', import.meta.url).href)}; lockFolder(process.argv[1], 'x'); process.exit(3)`;
    assert.equal(spawnSync(process.execPath, ['--input-type=module', '-e', script, file]).status, 3);
    assert.deepEqual(readdirSync(folder), []);
  });

  test('does not give back what somebody else took', () => {
    const release = lockFolder(file, folder);
    writeFileSync(file, holder({ id: 'other' }));
    release();
    assert.ok(existsSync(file));
    assert.throws(() => lockFolder(file, folder), FolderInUse);
  });
});
