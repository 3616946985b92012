// The public elements, for editors and documentation: `npm run manifest` writes custom-elements.json, whose difference is read in review.

const byName = (a, b) => (a.name < b.name ? -1 : Number(a.name > b.name));

/**
 * Only the elements: views, styles and strings are nobody's interface. In order of names, because files are read in whatever order the disk
 * gives them, and what a mixin brings comes first or last by that.
 */
const elementsOnly = {
  name: 'elements-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(({ customElement, tagName }) => customElement && tagName?.startsWith('qontak-impact-'));
      for (const element of module.declarations) {
        element.members = element.members
          ?.filter((member) => (member.privacy ?? 'public') === 'public' && !member.static && !member.name.startsWith('#'))
          .sort(byName);
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
