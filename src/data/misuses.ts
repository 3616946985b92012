// What an integrator can get wrong. One table: the console and docs/integration-errors.md say the same.

interface Misuse {
  wrong: string;
  fix: string;
}

const misuses = <Code extends string>(table: Record<Code, Misuse>): Readonly<Record<Code, Misuse>> => table;

export const MISUSES = misuses({
  'IMPACT-001': {
    wrong: 'The element does not know where the metrics service is: src is missing.',
    fix: 'Set src on it, on a provider around it, or for the page with configure().',
  },
  'IMPACT-002': {
    wrong: 'src is no address of a service.',
    fix: 'Set an https address, or a path on the page’s own host, up to where /v1 of the metrics service begins and no further.',
  },
  'IMPACT-003': {
    wrong: 'src is not https, and a token must not travel in the clear.',
    fix: 'Use https; plain http is for localhost and 127.0.0.1 alone.',
  },
  'IMPACT-004': {
    wrong: 'There is no tokenProvider.',
    fix: 'Set the property tokenProvider to a function that gives the token, or fetcher to one that authorizes requests itself. That of configure() is for the src of configure() alone.',
  },
  'IMPACT-005': {
    wrong: 'tokenProvider or fetcher is no function.',
    fix: 'Give a function, not its result: tokenProvider = () => token, and fetcher as fetch is.',
  },
  'IMPACT-006': {
    wrong: 'A property was written as an attribute, which can hold only text.',
    fix: 'Set it in JavaScript; in Vue write .prop (:tokenProvider.prop), in Lit a dot (.tokenProvider), and in React load the elements before rendering them.',
  },
  'IMPACT-007': {
    wrong: 'There is no such setting, or no such element.',
    fix: 'See the names in the types MountOptions, Features and ElementName; they are case-sensitive.',
  },
  'IMPACT-008': { wrong: 'locale is neither id nor en, and is not followed.', fix: 'Set one of the two, or leave it out to follow the lang of the page.' },
  'IMPACT-009': {
    wrong: 'readonly="false" means read-only, as with every such attribute of HTML.',
    fix: 'Leave the attribute out, or set the property to false.',
  },
  'IMPACT-010': {
    wrong: 'tokenProvider is a new function again and again, so the report is asked for each time.',
    fix: 'Make the function once for each signed-in user and keep it; in React useCallback or a constant outside, in templates no arrow.',
  },
  'IMPACT-011': {
    wrong: 'tokenProvider did not answer within 15 seconds.',
    fix: 'Check the token endpoint, and pass on the signal that the function is given.',
  },
  'IMPACT-012': { wrong: 'tokenProvider failed or gave no token.', fix: 'Return a string, or { token, expiresAt }, or a promise of one.' },
  'IMPACT-013': { wrong: 'The service refused a fresh token.', fix: 'Check its audience, issuer, key and the clock of who issues it.' },
  'IMPACT-014': {
    wrong: 'The report is of another organization than org, and is not shown.',
    fix: 'Set org to the organization of the token, and give each organization its own tokenProvider.',
  },
  'IMPACT-015': {
    wrong: 'One tokenProvider gave tokens of two organizations, so figures of the first may have stood before a user of the second.',
    fix: 'Call signOut() when the user changes, or make another function for each.',
  },
  'IMPACT-016': {
    wrong: 'The content security policy of the page blocked the request.',
    fix: 'Add the origin of src to connect-src.',
  },
  'IMPACT-017': {
    wrong: 'There was no answer.',
    fix: 'Check that src is right and the service runs, and that it allows the origin of this page (CORS_ORIGINS).',
  },
  'IMPACT-018': { wrong: 'Nothing is found at the address of the report.', fix: 'Set src to where /v1 of the metrics service begins, without /v1.' },
  'IMPACT-019': {
    wrong: 'The answer is not JSON: another server than the metrics service answers, often the page of the host itself.',
    fix: 'Check src, and the proxy before the service.',
  },
  'IMPACT-020': {
    wrong: 'The period or channel is none that the service knows.',
    fix: 'Set period to a month (2026-10) or days (P30D), or from and to to dates.',
  },
  'IMPACT-021': {
    wrong: 'The report is in another version of the contract than this library reads.',
    fix: 'Use the version of this library that belongs to the service: update whichever is behind.',
  },
  'IMPACT-022': {
    wrong: 'The report, or the one metric that is named, does not fit the contract, and is not shown.',
    fix: 'Update this library or the service; of data that the page gives itself, compare the fields named here with the types.',
  },
  'IMPACT-023': { wrong: 'fetcher did not give a Response.', fix: 'Return what fetch returns.' },
  'IMPACT-024': {
    wrong: 'A tag is registered already, by another copy of this library; that one stays.',
    fix: 'Load the library once, or call register() for names of this copy’s own.',
  },
  'IMPACT-025': {
    wrong: 'A part of the library could not be loaded.',
    fix: 'Keep all its files beside each other, those of the version before a deployment too, and allow their origin in script-src.',
  },
  'IMPACT-026': { wrong: 'The page does not allow our Trusted Types policy.', fix: 'Add qontak-impact to trusted-types in its content security policy.' },
  'IMPACT-027': {
    wrong: 'A part of the report could not be drawn, which is a fault of this library.',
    fix: 'Update it; if that does not help, report what is named here. The error itself is the cause of what whenReady() fails with.',
  },
  'IMPACT-028': {
    wrong: 'A setting has a value that it cannot have, and is as if it was not set.',
    fix: 'See which values it can have in docs/embedding.md, or in the type Settings.',
  },
  'IMPACT-029': {
    wrong: 'The provider or report around an element gives it nothing: it is of another copy of this library, or its code is not loaded.',
    fix: 'Take both from one build of the library, and import the provider too (@qontak/impact-report/provider) where tags are written by hand.',
  },
  'IMPACT-030': {
    wrong: 'A number was pressed, and nothing on the page shows its chats.',
    fix: 'Put qontak-impact-chats into a provider with the card; or show them yourself and call preventDefault() of impact-open-chats; or set features to { chats: false }.',
  },
  'IMPACT-031': {
    wrong: 'messages names a language, a widget or a text that there is not, and its wording is shown nowhere.',
    fix: 'Languages are id and en. The texts of a widget are listed in its file of strings, such as widgets/hero/hero.strings.ts for hero; what several say is in widgets/kit, such as card-strings.ts for card. Languages and widgets are checked at once, the texts of a widget when it is first shown.',
  },
  'IMPACT-032': {
    wrong: 'exportCsv() or print() was called, and nothing came of it.',
    fix: 'Offer it once the report stands (impact-ready), with a comma or a semicolon as delimiter; what its promise fails with says more.',
  },
});

export type MisuseCode = keyof typeof MISUSES;

/** One line: the code, what is wrong, where, and how to fix it. */
export function misuseText(code: MisuseCode, where = ''): string {
  const { wrong, fix } = MISUSES[code];
  return `${code} ${where === '' ? wrong : `${wrong} (${where})`} ${fix}`;
}
