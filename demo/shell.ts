// Our own drawing of the frame in which the report stands in the product: top bar, navigation, page header.
import { html, nothing, type TemplateResult } from 'lit';
import type { DemoLang } from './demo.strings.ts';
import { icon, type IconName } from './icons.ts';

const MENU: readonly { name: IconName; label: string; current?: true }[] = [
  { name: 'home', label: 'Home' },
  { name: 'inbox', label: 'Inbox' },
  { name: 'contacts', label: 'Contacts' },
  { name: 'broadcast', label: 'Broadcast' },
  { name: 'ai', label: 'Chatbot & AI', current: true },
  { name: 'reports', label: 'Reports' },
  { name: 'settings', label: 'Settings' },
];

export interface ShellParts {
  lang: DemoLang;
  organizationName: string | null;
  folded: boolean;
  onFold: () => void;
  header: TemplateResult;
  panel: TemplateResult | typeof nothing;
}

export function shell({ lang, organizationName, folded, onFold, header, panel }: ShellParts): TemplateResult {
  return html`
    <a class="skip" href="#report">${lang.t('skip')}</a>
    <header class="top-bar">
      <button class="icon-button narrow-only" type="button" popovertarget="navigation" aria-label=${lang.t('openMenu')}>${icon('menu')}</button>
      <span class="product" lang="en"><span class="product-mark" aria-hidden="true"></span>Omnichannel</span>
      ${organizationName === null ? nothing : html`<span class="account"><bdi>${organizationName}</bdi></span>`}
    </header>
    <div class="frame" ?data-folded=${folded}>
      ${navigation(lang, folded, onFold)}
      <main>${header}${panel}</main>
    </div>
  `;
}

/** Only the page that exists is a link: the rest of the product is scenery. Below 768 px it opens as a popover, which brings Escape and light dismiss. */
function navigation(lang: DemoLang, folded: boolean, onFold: () => void): TemplateResult {
  return html`<nav id="navigation" popover lang="en" aria-label="Main menu">
    <ul>
      ${MENU.map(
        ({ name, label, current }) =>
          html`<li>
            <span class="item">${icon(name)}<span class="item-label">${label}</span></span>
            ${current ? html`<a class="item sub" href="#report" aria-current="page"><span class="item-label">Impact report</span></a>` : nothing}
          </li>`,
      )}
    </ul>
    <button class="icon-button fold" type="button" aria-expanded=${folded ? 'false' : 'true'} aria-controls="navigation" @click=${onFold}>
      ${icon('fold')}<span class="visually-hidden">${lang.t('narrowMenu')}</span>
    </button>
  </nav>`;
}
