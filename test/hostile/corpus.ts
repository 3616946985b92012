// What a customer of an organization can write where it ends up in a report: a topic, a name, a channel.

/** Whatever tag comes out of a text carries this. */
export const MARK = 'data-hostile';
/** What a text does when it is run. */
const RUN = 'globalThis.ran=1';

/** Those that a page could take for its own, were they not shown as text. */
export const MARKUP: readonly string[] = [
  `<img src=x onerror="${RUN}" ${MARK}>`,
  `<script ${MARK}>${RUN}</script>`,
  `"><svg onload=${RUN} ${MARK}>`,
  `' onfocus='${RUN}' autofocus ${MARK}='`,
  `" style="position:fixed;inset:0" ${MARK}="`,
  `</textarea></title></style><iframe srcdoc="<script>parent.ran=1</script>" ${MARK}></iframe>`,
  `<a href="javascript:${RUN}" ${MARK}>klik</a>`,
  `javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `<style ${MARK}>*{display:none}</style>`,
  `<template shadowrootmode=open ${MARK}><script>${RUN}</script></template>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN} ${MARK}>`,
  '<!--',
  ']]>',
  '<!--?lit$012345678$-->',
  '&lt;b&gt;&#x3C;b&#x3E;',
];
const PLACEHOLDERS = ['{{net}}', '{{organization}}', '$t(title)', `\${${RUN}}`, '%s %d', '__proto__', 'constructor', 'toString'];
const DIRECTIONS = [
  '\u202Emoc.live\u202C',
  '\u202Bkanan ke kiri',
  '\u2066a\u2067b',
  '\u2068tanpa akhir',
  '\u200F100%\u200E',
  'مرحبا 100%',
  'nol\u200Blebar\u2060',
  'panjang'.repeat(500),
];
const FORMULAS = [
  '=HYPERLINK("https://evil.example","klik")',
  '+1+1',
  `-2+3+cmd|' /C calc'!A0`,
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '|calc',
  '%0A=1',
  ' \u00A0=1+1',
  '\uFEFF=1+1',
  '";=1+1;"',
  "';--",
];
const STRANGE = ['', ' ', '\u0000', '\u0007\u001B[31m', '\uD800', '👩‍👩‍👧‍👦'.repeat(60), '../../..', '%2e%2e%2f', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘'];

export const CORPUS: readonly string[] = [...MARKUP, ...PLACEHOLDERS, ...DIRECTIONS, ...FORMULAS, ...STRANGE];
