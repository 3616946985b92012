// Builds the package that is published into a folder: `npm pack ./dist` packs it. The same sources give the same bytes.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildCdn, buildEsm, buildWrappers } from './bundles.ts';
import { writeEditorData } from './editor-data.ts';
import { writeElementsManifest } from './elements-manifest.ts';
import { REPOSITORY, ROOT } from './entries.ts';
import { writeInert } from './inert.ts';
import { writeManifest } from './manifest.ts';
import { writeBillOfMaterials, writeIntegrity, writeLicences } from './papers.ts';
import { thirdParties } from './third-parties.ts';
import { buildTypes } from './types.ts';

/** Folders that this build owns; `dist` holds the pages of the demo too. */
const FOLDERS = ['cdn', 'esm', 'node', 'types'];

export async function buildPackage(dist: string): Promise<void> {
  mkdirSync(dist, { recursive: true });
  for (const folder of FOLDERS) rmSync(join(dist, folder), { recursive: true, force: true });
  const cdn = join(dist, 'cdn', REPOSITORY.version);
  const [esm, typed] = await Promise.all([buildEsm(dist), buildTypes(dist), buildCdn(cdn)]);
  const parties = thirdParties([...esm.flatMap(({ moduleIds }) => moduleIds), ...typed]);
  writeLicences([dist, cdn], parties);
  writeBillOfMaterials(dist, parties);
  writeIntegrity(cdn);
  writeInert(dist, esm);
  await buildWrappers(dist);
  writeEditorData(dist, writeElementsManifest(dist));
  copyFileSync(join(ROOT, 'entries/README.md'), join(dist, 'README.md'));
  // Last: it is the mark that the rest is whole.
  writeManifest(dist);
}

if (import.meta.main) await buildPackage(join(ROOT, 'dist'));
