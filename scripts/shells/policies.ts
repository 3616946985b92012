// The content security policy of each shell: the strictest that its framework can live with.

/** What the report asks of a page, and no word more. */
const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types qontak-impact',
].join('; ');

/** The origin of the server, put in when a page is sent. */
export const ORIGIN = 'https://shell.example.id';

/** Page to policy. */
export const POLICIES: Readonly<Record<string, string>> = {
  '/plain/index.html': STRICT,
  '/react.html': STRICT,
  '/single-spa.html': STRICT,
  // Vue makes a policy of its own when it is loaded.
  '/vue.html': `${STRICT} vue`,
  '/iframe.html': `${STRICT}; frame-src 'self'`,
  // The page in the frame asks for nothing: the shell does it. It has no origin that 'self' could mean; WebKit takes that at its word.
  '/framed.html': `${STRICT.replace("connect-src 'self'; ", '').replaceAll("'self'", ORIGIN)}; frame-ancestors 'self'`,
};
