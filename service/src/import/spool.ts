import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportStopped } from './errors.ts';

/**
 * Copies a stream to a temporary file, because it must be read twice: checked as a whole, then imported. The file's name is
 * removed at once: whatever ends this process, no customer data stay behind.
 */
export async function spool(stream: AsyncIterable<Buffer>, name: string): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'impact-import-'));
  try {
    const path = join(folder, 'spool');
    const handle = await open(path, 'wx+', 0o600);
    try {
      await rm(folder, { recursive: true });
      for await (const chunk of stream) await handle.appendFile(chunk);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return handle;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error';
    throw new ImportStopped(`Could not keep ${name} in ${tmpdir()}: the system says ${code}. Free some space, or name another folder with TMPDIR.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
