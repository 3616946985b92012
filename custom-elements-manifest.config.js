// The public elements, for editors and documentation: `npm run manifest` writes custom-elements.json, whose difference is read in review.

const byName = (a, b) => (a.name < b.name ? -1 : Number(a.name > b.name));

/** What all elements have, the first to name a member first: its origin must not hang on which element was read before which. */
const BASES = ['withSettings', 'ImpactElement'];
const own = (members) => members.filter(({ inheritedFrom }) => inheritedFrom === undefined).map(({ name }) => name);
const from = (bases, member) => {
  if (member.inheritedFrom === undefined) return member;
  const base = bases.toSorted((a, b) => BASES.indexOf(a.name) - BASES.indexOf(b.name)).find(({ members }) => members.includes(member.fieldName ?? member.name));
  return base === undefined ? member : { ...member, inheritedFrom: { name: base.name, module: base.module } };
};

/**
 * Only the elements: views, styles and strings are nobody's interface. In order of names, because files are read in whatever order the disk
 * gives them, and what a mixin brings comes first or last by that.
 */
const elementsOnly = {
  name: 'elements-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const bases = manifest.modules.flatMap(({ path, declarations }) =>
      declarations.filter(({ name }) => BASES.includes(name)).map(({ name, members = [] }) => ({ name, module: path, members: own(members) })),
    );
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(({ customElement, tagName }) => customElement && tagName?.startsWith('qontak-impact-'));
      for (const element of module.declarations) {
        element.members = element.members
          ?.filter((member) => (member.privacy ?? 'public') === 'public' && !member.static && !member.name.startsWith('#'))
          .map((member) => from(bases, member))
          .sort(byName);
        element.attributes = element.attributes?.map((attribute) => from(bases, attribute));
        for (const list of ['attributes', 'events', 'cssParts', 'slots']) element[list]?.sort(byName);
      }
    }
    manifest.modules = manifest.modules.filter(({ declarations }) => declarations.length > 0).sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['widgets/*/*.ts', 'src/state/*.ts'],
  exclude: ['**/*.test.ts', '**/*.node.ts', '**/*.story.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [elementsOnly],
};
