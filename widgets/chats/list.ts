import type { ReportMeta } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type CardLang, staleNotice } from '#kit';
import type { ChatList, Stale } from '#state';
import type { ChatsLang } from './chats.strings.ts';
import type { ChatsView, Row, RulingNote } from './chats.view.ts';

export interface ListActions {
  go: (roomId: string) => void;
  more: () => void;
  rule: (id: string, different_matter: boolean) => void;
  seeCorrected: () => void;
}

interface Around {
  list: ChatList;
  note: RulingNote | null;
  /** Whether this reader may rule on returns. */
  mayRule: boolean;
  /** A ruling is on its way. */
  busy: boolean;
  /** Returns that were corrected in the period; 0 where the list is of them. */
  corrected: number;
  lang: ChatsLang;
  actions: ListActions;
}

/** A row, or what came of a ruling between them. */
interface Item {
  key: string | typeof NOTE;
  draw: () => TemplateResult;
}

const NOTE = Symbol('note');

export const drawStale = (stale: Stale | null, meta: ReportMeta, words: CardLang): TemplateResult | typeof nothing => staleNotice(stale, meta, words);

export function drawSkeleton({ t }: ChatsLang): TemplateResult {
  return html`<div class="skeleton" part="skeleton" role="img" aria-label=${t('loading')}>
    ${[0, 1, 2, 3].map(() => html`<div class="block"><i class="short"></i><i></i></div>`)}
  </div>`;
}

export function drawList(view: ChatsView, around: Around): TemplateResult {
  const { note } = around;
  const rows: Item[] = view.rows.map((row) => ({ key: row.id, draw: () => drawRow(row, around) }));
  const items = note === null ? rows : rows.toSpliced(note.at, 0, { key: NOTE, draw: () => drawNote(note, around) });
  // Always there, so that a screen reader hears what comes into it.
  return html`<div class="spoken" role="status">${note === null ? nothing : note.text}</div>
    ${
      items.length === 0
        ? nothing
        : html`<ul class="rows">
            ${repeat(
              items,
              ({ key }) => key,
              ({ draw }) => draw(),
            )}
          </ul>`
    }
    ${
      view.rows.length === 0
        ? html`<div class="unavailable">
            <strong>${view.empty.title}</strong>
            <p>${view.empty.help}</p>
          </div>`
        : nothing
    }
    ${drawFoot(view, around)}`;
}

/** Where the chat is that was ruled on, so that nobody has to look for it, nor for their place in a long list. */
function drawNote({ text, undo }: RulingNote, { mayRule, lang, actions }: Around): TemplateResult {
  return html`<li class="ruled">
    <div class="notice note">
      <span>${text}</span>
      ${
        undo === null || !mayRule
          ? nothing
          : html`<button class="plain" part="button" type="button" @click=${() => actions.rule(undo.id, undo.different_matter)}>${lang.t('undo')}</button>`
      }
    </div>
  </li>`;
}

function drawRow(row: Row, { mayRule, busy, actions }: Around): TemplateResult {
  const { open, returned, ruling } = row;
  return html`<li class="row" part="row" data-chat=${row.id}>
    <div>
      <p class="first">
        <span class="when">${row.when}</span> <span class="outcome"><i class=${`dot ${row.kind}`}></i>${row.outcome}</span>
      </p>
      <p class="second"><bdi>${row.topic}</bdi> · <bdi>${row.channel}</bdi></p>
      ${row.note === null ? nothing : html`<p class="third">${row.note}</p>`}
    </div>
    <div class="buttons">
      <button class="plain" part="button" type="button" aria-label=${open.name} @click=${() => actions.go(row.room_id)}>${open.text}</button>
      ${
        returned === null
          ? nothing
          : html`<button class="plain" part="button" type="button" aria-label=${returned.name} @click=${() => actions.go(returned.room_id)}>
              ${returned.text}
            </button>`
      }
      ${
        ruling === null || !mayRule
          ? nothing
          : html`<button
              class="plain"
              part="button"
              type="button"
              aria-label=${ruling.name}
              aria-disabled=${busy}
              @click=${() => actions.rule(row.id, ruling.different_matter)}
            >
              ${ruling.text}
            </button>`
      }
    </div>
  </li>`;
}

function drawFoot({ rows, shown, freshness, gone }: ChatsView, { list, corrected, lang, actions }: Around): TemplateResult {
  const { t, numbers } = lang;
  return html`<div class="foot">
    ${list.more === 'failed' ? html`<p class="notice" role="alert">${t('more_failed')}</p>` : nothing}
    ${
      list.more === 'none'
        ? nothing
        : html`<button class="button more" part="button" type="button" aria-disabled=${list.more === 'loading'} @click=${actions.more}>
            ${t(list.more === 'loading' ? 'more_loading' : 'more')}
          </button>`
    }
    ${shown === null ? nothing : html`<p role="status">${shown}</p>`} ${gone === null || rows.length === 0 ? nothing : html`<p>${gone}</p>`}
    ${freshness === null ? nothing : html`<p>${freshness}</p>`}
    ${
      corrected === 0
        ? nothing
        : html`<p class="corrected">
            ${t('corrected_count', { n: numbers.count(corrected) })}
            <button class="plain" part="button" type="button" @click=${actions.seeCorrected}>${t('corrected_see')}</button>
          </p>`
    }
  </div>`;
}
