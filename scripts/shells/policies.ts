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

/** Page to policy. */
export const POLICIES: Readonly<Record<string, string>> = {
  '/plain/index.html': STRICT,
  '/react.html': STRICT,
  '/single-spa.html': STRICT,
  // Vue makes a policy of its own when it is loaded.
  '/vue.html': `${STRICT} vue`,
  '/iframe.html': `${STRICT}; frame-src 'self'`,
  // The page in the frame asks for nothing: the shell does it.
  '/framed.html': `${STRICT.replace("connect-src 'self'; ", '')}; frame-ancestors 'self'`,
};
