// A project that has installed the packed package, and nothing else but links to the tools and frameworks of this one.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { built, pack } from '../../scripts/build/built.ts';
import { ROOT } from '../../scripts/build/entries.ts';

const LINKED = ['@types/react', '@types/react-dom', '@vitejs/plugin-vue', '@vue/server-renderer', 'csstype', 'jose', 'react', 'react-dom', 'single-spa', 'vue'];

export interface Consumer {
  folder: string;
  remove: () => void;
}

/** Gives a folder packages of this project. */
export function link(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), place, 'junction');
  }
}

export async function consumer(): Promise<Consumer> {
  await built();
  const folder = mkdtempSync(join(tmpdir(), 'impact-consumer-'));
  const modules = join(folder, 'node_modules');
  const tarball = join(folder, 'packed.tgz');
  writeFileSync(tarball, pack());
  const home = join(modules, '@qontak/impact-report');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', home]);
  link(folder, LINKED);
  cpSync(join(import.meta.dirname, 'consumers'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
