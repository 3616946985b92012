/** Controls, and marks that turn the writing direction: with them a name can make the text after it read backwards. */
// oxlint-disable-next-line no-control-regex -- controls are what it is for
const HARMFUL = /[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
/** Longer than any name. */
const LONGEST = 120;

/** A name from the data, which may be anybody's writing, as a page can show it. Empty when nothing is left. */
export function cleanText(text: string): string {
  // Half a character has no place in an address: encoding it throws.
  const clean = text.toWellFormed().replaceAll(HARMFUL, ' ').replaceAll(/\s+/g, ' ').trim();
  const letters = Array.from(clean);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : clean;
}
