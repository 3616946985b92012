import type { html as Html, TemplateResult } from 'lit';
import type { Locale } from '#lang';
import { faultStrings } from './fault-strings.ts';

/**
 * What stands in the place of an element that could not be drawn, in our words: those of the host may be at fault. This file comes alone, when that
 * has happened, and must pull no shared code into a part of its own: `html` is given.
 */
export function drawFault(html: typeof Html, locale: Locale, again: () => void): TemplateResult {
  const { broken, broken_help, retry } = faultStrings[locale];
  return html`<div class="root" part="root" lang=${locale} tabindex="-1">
    <div class="card" part="card">
      <slot name="error">
        <div class="failure" part="error" role="alert">
          <strong>${broken}</strong>
          <p>${broken_help}</p>
          <button class="button" part="button" type="button" @click=${again}>${retry}</button>
        </div>
      </slot>
    </div>
  </div>`;
}
