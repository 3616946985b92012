import { html, nothing, type TemplateResult } from 'lit';
import type { ChatsLang } from './chats.strings.ts';

interface Panel {
  title: string;
  headingLevel: number;
  lang: ChatsLang;
  busy: boolean;
  content: TemplateResult | typeof nothing;
  /** Null: it stands in the page, whose host shows and hides it. */
  close: (() => void) | null;
}

/** What stands around a list, in a dialog and in the page. */
export function drawPanel({ title, headingLevel, lang, busy, content, close }: Panel): TemplateResult {
  return html`<div class="root panel" part="root" lang=${lang.locale} tabindex="-1">
    <section aria-labelledby="title" aria-busy=${busy}>
      <header class="head">
        <div id="title" class="card-title" part="title" role="heading" aria-level=${headingLevel}>${title}</div>
        ${
          close === null
            ? nothing
            : html`<button class="close" part="button" type="button" aria-label=${lang.t('close')} @click=${close}>
                <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5 15 15M15 5 5 15" /></svg>
              </button>`
        }
      </header>
      <div class="body">${content}</div>
    </section>
  </div>`;
}
