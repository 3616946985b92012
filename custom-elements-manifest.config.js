// The public elements, for editors and documentation: `npm run manifest` writes custom-elements.json, whose difference is read in review.

/** Only the elements: views, styles and strings are nobody's interface. */
const elementsOnly = {
  name: 'elements-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(({ customElement }) => customElement);
      for (const element of module.declarations) element.members = element.members?.filter(({ privacy, name }) => !privacy && !name.startsWith('#'));
    }
    manifest.modules = manifest.modules.filter(({ declarations }) => declarations.length > 0);
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
