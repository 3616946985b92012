import type { Reason, ReportMeta } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import { createLang, type Speech } from '#lang';
import type { MetricState, Stale } from '#state';
import { type CardLang, cardStrings } from './card-strings.ts';
import { failure } from './failure.ts';
import type { PictureController } from './picture/picture-controller.ts';
import type { Told } from './picture/picture-of.ts';

export interface Card<T> {
  title: string;
  /** What will stand here, said before the first data. */
  empty?: string;
  headingLevel: number;
  state: MetricState<T>;
  /** The widget's language; the card brings its own words. */
  lang: Speech;
  /** What the card is for: drawn only when there is a value. */
  body: (value: T, meta: ReportMeta) => TemplateResult;
  /** Blocks of about the size of the body, so that nothing jumps when it comes. */
  skeleton?: TemplateResult;
  /** The card as a picture; none where there is nothing to save. */
  picture?: { by: PictureController; of: (value: T, meta: ReportMeta) => Told | Promise<Told> } | undefined;
}

/** The frame of a widget and all its states: no widget has a loading flag, or a null to show as 0. */
export function card<T>({ title, empty, headingLevel, state, lang, body, skeleton, picture }: Card<T>): TemplateResult {
  const words = createLang(lang.locale, cardStrings, lang.messages);
  return html`<div class="root" part="root" lang=${lang.locale} tabindex="-1">
    <section class="card" part="card" aria-labelledby="title" aria-busy=${state.status === 'loading'}>
      <div class="card-head">
        <div id="title" class="card-title" part="title" role="heading" aria-level=${headingLevel}>${title}</div>
        <slot name="header-actions"></slot>
      </div>
      ${content({ state, body, words, skeleton, empty })} ${saveButton({ title, state, lang, picture })}
      <slot name="footer"></slot>
    </section>
  </div>`;
}

/** In the upper corner, but after everything that is read: nobody has to pass it on the way to the figures. */
function saveButton<T>({ title, state, lang, picture }: Pick<Card<T>, 'title' | 'state' | 'lang' | 'picture'>): TemplateResult | typeof nothing {
  if (state.status !== 'ready' || picture === undefined) return nothing;
  const { value, meta } = state;
  return picture.by.draw({ title, told: () => picture.of(value, meta), meta, lang });
}

interface Content<T> extends Pick<Card<T>, 'state' | 'body'> {
  words: CardLang;
  skeleton: TemplateResult | undefined;
  empty: string | undefined;
}

function content<T>({ state, body, words, skeleton, empty }: Content<T>): TemplateResult | typeof nothing {
  switch (state.status) {
    case 'loading':
      return html`<div class="skeleton" part="skeleton" role="img" aria-label=${words.t('loading')}>
        ${skeleton ? html`<i class="days"></i>${skeleton}` : LINES}
      </div>`;
    case 'failed':
      return failure(state, words);
    case 'unavailable':
      return unavailable(state.reason, empty, words);
    case 'ready':
      return html`${staleNotice(state.stale, state.meta, words)}${body(state.value, state.meta)}`;
  }
}

const LINES = html`<i></i><i></i><i class="short"></i>`;

function unavailable(reason: Reason, empty: string | undefined, words: CardLang): TemplateResult {
  const title = words.t(reason);
  const help = words.t(`${reason}_help`);
  return html`<slot name="empty">
    <div class="unavailable">
      ${
        reason === 'no_data_yet' && empty !== undefined
          ? html`<strong class="alone">${title}</strong>
              <p>${empty} <span class="alone">${help}</span></p>`
          : html`<strong>${title}</strong>
              <p>${help}</p>`
      }
    </div>
  </slot>`;
}

/** Says that figures are older than they should be, and how old. */
export function staleNotice(stale: Stale | null, meta: ReportMeta, words: CardLang): TemplateResult | typeof nothing {
  if (stale === null) return nothing;
  return html`<p class="notice" role="status">${words.t('stale', { moment: words.periods.moment(stale.since, meta.organization.time_zone) })}</p>`;
}
