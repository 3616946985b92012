// A page with two bundles of the library, as when two teams each bring theirs. What it learns is left for the test.
import * as first from '/first/impact.js';
import * as second from '/second/impact.js';
import { token } from '/identity.js';

const query = new URLSearchParams(location.search);
const src = location.origin;
const heard = (window.heard = []);
for (const kind of ['impact-ready', 'impact-error', 'impact-auth-required', 'impact-export', 'impact-open-chats', 'impact-navigate', 'impact-period-change']) {
  document.addEventListener(kind, (event) => heard.push({ kind, tag: event.target.localName, detail: event.detail }));
}

const tokenProvider = async () => token;
window.impact = { first, second };
window.mounted = [
  first.mount('#first', { src, locale: 'en', tokenProvider }),
  ...(query.has('alone') ? [] : [second.mount('#second', { src, locale: 'id', tokenProvider })]),
];
