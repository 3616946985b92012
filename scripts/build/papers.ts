// What those ask for who must answer for the package: licences, a bill of materials, hashes.
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_NAME, REPOSITORY } from './entries.ts';
import type { ThirdParty } from './third-parties.ts';

const RULE = '-'.repeat(80);

/** Into every folder that is delivered by itself. */
export function writeLicences(folders: readonly string[], parties: readonly ThirdParty[]): void {
  const texts = parties.map(({ name, version, license, text }) => `${RULE}\n${name} ${version} (${license})\n${RULE}\n\n${text}\n`);
  const all = `The files of ${PACKAGE_NAME} contain code of these packages.\n\n${texts.join('\n')}`;
  for (const folder of folders) writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), all);
}

const purl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const hex = (integrity: string): string => Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');

/** CycloneDX 1.6. Without a serial number and a time: the same sources give the same bytes. */
export function writeBillOfMaterials(dist: string, parties: readonly ThirdParty[]): void {
  const { version, license } = REPOSITORY;
  const own = purl(PACKAGE_NAME, version);
  const refs = new Map(parties.map((party) => [party.name, purl(party.name, party.version)]));
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { 'bom-ref': own, type: 'library', name: PACKAGE_NAME, version, purl: own, licenses: [{ license: { name: license } }] } },
    components: parties.map((party) => ({
      'bom-ref': refs.get(party.name),
      type: 'library',
      name: party.name,
      version: party.version,
      purl: refs.get(party.name),
      licenses: [{ license: { id: party.license } }],
      hashes: [{ alg: 'SHA-512', content: hex(party.integrity) }],
    })),
    dependencies: [
      { ref: own, dependsOn: [...refs.values()] },
      ...parties.map(({ name, needs }) => ({ ref: refs.get(name), dependsOn: needs.flatMap((needed) => refs.get(needed) ?? []) })),
    ],
  };
  writeFileSync(join(dist, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
}

/** Hashes for `integrity`, of a script tag or an import map, by the names of the files in the folder. */
export function writeIntegrity(folder: string): void {
  const files = globSync('**/*.js', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
  const hashOf = (file: string): string =>
    `sha384-${createHash('sha384')
      .update(readFileSync(join(folder, file)))
      .digest('base64')}`;
  writeFileSync(join(folder, 'sri.json'), `${JSON.stringify(Object.fromEntries(files.toSorted().map((file) => [file, hashOf(file)])), null, 2)}\n`);
}
