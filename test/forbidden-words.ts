// What a customer must never meet (spec/wording.md), in either language. Word starts and ends are marked where a shorter word would
// hit harmless ones.
const FORBIDDEN: readonly RegExp[] = [
  /contain(ment|ed)\b/i,
  /resolution rate/i,
  /deflect|deflek/i,
  /escalat|eskalasi/i,
  /hand-?(off|over)s?\b/i,
  /re-?open/i,
  /\b(in|out of|out)-?\s?scope/i,
  /\bKB\b/i,
  /knowledge base|basis pengetahuan/i,
  /\bCSAT\b/i,
  /sentimen/i,
  /baseline/i,
  /token/i,
  /\bLLM/i,
  /confidence/i,
  /median/i,
  /\bp90\b/i,
  /churn/i,
  /\b(phase|fase) ?[123]\b/i,
  /\bP[123]\b/,
  /\bepic\b|\b[A-Z]{2,}-\d+\b/,
  /kontainmen/i,
  /intercom|zendesk|\bada\.cx|decagon|freshworks|salesforce|\bsierra\b|respond\.io|kata\.ai/i,
];

/** The forbidden words that stand in a text. */
export const forbiddenIn = (text: string): string[] => FORBIDDEN.flatMap((word) => word.exec(text)?.[0] ?? []);

/** What a hole in the data looks like on the screen. */
export const holesIn = (text: string): string[] => text.match(/\bundefined\b|\bNaN\b|\bnull\b|\[object|\{\{|\bInfinity\b/g) ?? [];
