import { html, type TemplateResult } from 'lit';

/**
 * What reads as one and must not be torn by the end of a line: a number and the word behind it (`240 diteruskan`, `Rp1,6 juta`), a day or a month
 * with its year (`5 Apr 2026`), a range (`71–79%`), a dash with what it follows, and a number that ends a sentence with the word before it. Latin
 * letters alone: those of all scripts (`\p{L}`) would be 34 KB of machine code on every page.
 */
export const TOGETHER = /[A-Za-zÀ-ÖØ-öø-ɏ]+ \d[\d.,]*\.(?= |$)|(\S*[\d%](?: [A-Za-zÀ-ÖØ-öø-ɏ]\S*)?|[A-Z][a-zß-öø-ɏ]+(?= \d{4}\b))((?: \d{4}\b\S*)?(?: –)?)/g;

/** A text for the page, whose lines break elsewhere. Not by no-break spaces: what is copied and searched stays as it was said. */
export function together(text: string): (string | TemplateResult)[] {
  const drawn: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: one, index } of text.matchAll(TOGETHER)) {
    if (!/[ –]/.test(one)) continue;
    drawn.push(text.slice(end, index), html`<span class="together">${one}</span>`);
    end = index + one.length;
  }
  return [...drawn, text.slice(end)];
}
