// Builds the package that is published into a folder: `npm pack ./dist` packs it. The same sources give the same bytes.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildEsm } from './bundles.ts';
import { writeElementsManifest } from './elements-manifest.ts';
import { ROOT } from './entries.ts';
import { writeInert } from './inert.ts';
import { writeManifest } from './manifest.ts';
import { buildTypes } from './types.ts';

/** Folders that this build owns; `dist` holds the pages of the demo too. */
const FOLDERS = ['esm', 'node', 'types'];

export async function buildPackage(dist: string): Promise<void> {
  mkdirSync(dist, { recursive: true });
  for (const folder of FOLDERS) rmSync(join(dist, folder), { recursive: true, force: true });
  const [esm] = await Promise.all([buildEsm(dist), buildTypes(dist)]);
  writeInert(dist, esm);
  writeElementsManifest(dist);
  // Last: it is the mark that the rest is whole.
  writeManifest(dist);
}

if (import.meta.main) await buildPackage(join(ROOT, 'dist'));
