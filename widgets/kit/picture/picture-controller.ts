import type { ReportMeta } from '@qontak/impact-contract';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { createLang, type Speech } from '#lang';
import { FeaturesController, type Settings } from '#state';
import { offerExport } from '../emit.ts';
import type { Told } from './picture-of.ts';
import { pictureStrings } from './picture-strings.ts';

interface Subject {
  title: string;
  /** Asked when a picture is wanted; its code may come only then. */
  told: () => Told | Promise<Told>;
  meta: ReportMeta;
  lang: Speech;
}

/** Where the drawing comes from. An object, so that a test can let the loading fail. */
export const pictureSource = { load: (): Promise<typeof import('./save-picture.ts')> => import('./save-picture.ts') };

/** A card's own way out of the page: saves it as a picture, unless the host holds pictures back. */
export class PictureController {
  readonly #host: ReactiveElement & Settings;
  readonly #features: FeaturesController;
  /** What came of the last click. */
  #end: 'saved' | 'not_drawn' | null = null;

  constructor(host: ReactiveElement & Settings) {
    this.#host = host;
    this.#features = new FeaturesController(host);
  }

  /** The button in the corner of the card, and what came of it. */
  draw(subject: Subject): TemplateResult | typeof nothing {
    if (!this.#features.offers('image')) return nothing;
    const { t } = createLang(subject.lang.locale, pictureStrings, subject.lang.messages);
    const name = t('save', { title: subject.title });
    return html`<button class="save" part="picture-button" type="button" aria-label=${name} title=${name} @click=${() => void this.#save(subject)}>
        ${ICON}
      </button>
      <p class=${this.#end === 'not_drawn' ? 'notice' : 'spoken'} role="status">${this.#end === null ? nothing : t(this.#end)}</p>`;
  }

  async #save({ title, told, meta, lang }: Subject): Promise<void> {
    this.#say(null);
    try {
      const said = await told();
      if (!offerExport(this.#host, 'image', said.blocks.length)) return;
      const { savePicture } = await pictureSource.load();
      const font = getComputedStyle(this.#host.renderRoot.querySelector('.root')!).fontFamily;
      await savePicture({ said, title, meta, lang, font });
      this.#say('saved');
    } catch {
      this.#say('not_drawn');
    }
  }

  #say(end: 'saved' | 'not_drawn' | null): void {
    this.#end = end;
    this.#host.requestUpdate();
  }
}

/** An arrow into a tray. */
const ICON = html`<svg
  viewBox="0 0 20 20"
  width="20"
  height="20"
  fill="none"
  stroke="currentColor"
  stroke-width="1.6"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  <path d="M10 3.5v8.5M6.5 8.75 10 12.25l3.5-3.5M3.75 13v2.25c0 .7.55 1.25 1.25 1.25h10c.7 0 1.25-.55 1.25-1.25V13"></path>
</svg>`;
