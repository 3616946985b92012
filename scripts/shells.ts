// `npm run shells`: the shells of demo/shells for a look, with simulated organizations. PORT names another port than 8788.
import { buildShells } from './shells/build.ts';
import { serveShells } from './shells/server.ts';

await buildShells();
const { url } = await serveShells(Number(process.env.PORT ?? 8788));
console.log(['vue.html', 'react.html', 'single-spa.html', 'plain/index.html', 'iframe.html'].map((page) => url + page).join('\n'));
