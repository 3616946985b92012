// The code that stands in docs/embedding.md and both README files, and the projects into which an engineer would paste it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/build/entries.ts';
import { DOCUMENT } from '../../scripts/embedding.ts';
import { POLICIES } from '../../scripts/shells/policies.ts';

export interface Start {
  /** The framework, `try` for what serves them all, `token` for the server, or `checked` for what is not run. */
  by: string;
  file: string;
  text: string;
}

/** What tells an engineer how to embed the report. */
export const DOCUMENTS = [DOCUMENT, join(ROOT, 'README.md'), join(ROOT, 'entries/README.md')].map((file) => readFileSync(file, 'utf8'));

export const STARTS = Map.groupBy(
  DOCUMENTS.flatMap((document) => [...document.matchAll(/<!-- (start (\S+)|checked) (\S+) -->\n+```\w+\n([^]*?)```/g)]).map(([, , by, file, text]): Start => ({
    by: by ?? 'checked',
    file: file!,
    text: text!,
  })),
  ({ by }) => by,
);

const APP_OF_VUE = {
  'index.html': '<!doctype html><div id="app"></div><script type="module" src="/src/main.ts"></script>',
  'src/main.ts': "import { createApp } from 'vue';\nimport App from './App.vue';\ncreateApp(App).mount('#app');\n",
};
/** What a page calls "yours". */
export const SESSION = `import { reactive } from 'vue';
export const session = reactive({ signedIn: true, organization: '' });
export const tokenProvider = async () => (await (await fetch('/impact-token')).json()).token as string;
export const tokenProviderOf = (_organization: string) => tokenProvider;
`;

interface Project {
  /** What stands in it before anything is pasted. */
  files: Record<string, string>;
  policy: string;
  /** Of code at most. */
  lines?: number;
}

export const PROJECTS: Readonly<Record<string, Project>> = {
  vue: { files: APP_OF_VUE, policy: POLICIES['/vue.html']! },
  'vue-tag': { files: APP_OF_VUE, policy: POLICIES['/vue.html']!, lines: 12 },
  readme: { files: { ...APP_OF_VUE, 'src/session.ts': SESSION }, policy: POLICIES['/vue.html']! },
  react: {
    files: {
      'index.html': '<!doctype html><div id="root"></div><script type="module" src="/src/main.tsx"></script>',
      'src/main.tsx':
        "import { StrictMode } from 'react';\nimport { createRoot } from 'react-dom/client';\nimport App from './App.tsx';\ncreateRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);\n",
    },
    policy: POLICIES['/react.html']!,
  },
  'single-spa': {
    files: { 'index.html': '<!doctype html><div id="impact"></div><script type="module" src="/src/root.ts"></script>' },
    policy: POLICIES['/single-spa.html']!,
  },
  cards: { files: {}, policy: POLICIES['/plain/index.html']!, lines: 16 },
  package: {
    files: { 'index.html': '<!doctype html><div id="report"></div><script type="module" src="/src/main.ts"></script>' },
    policy: POLICIES['/plain/index.html']!,
  },
  plain: { files: {}, policy: POLICIES['/plain/index.html']! },
};
