import type { ChatFigure } from '@qontak/impact-contract';
import { html, type TemplateResult } from 'lit';
import { chatsButton } from './chats-button.ts';
import type { ChatsPart } from './events.ts';
import { together } from './together.ts';

/** A list of chats. */
export interface Opens extends ChatsPart {
  figure: ChatFigure;
}

/** A part of a sentence; null: it opens nothing. */
interface Piece {
  text: string;
  opens: Opens | null;
}

/** A sentence, and the same in pieces: numbers that open their chats, and what stands around them. */
export interface Said {
  text: string;
  pieces: readonly Piece[];
}

interface Marks {
  /** A number that opens its chats; null: it stays a number. */
  number: (text: string, opens: Opens | null) => string;
  /** A number and all that is said up to the end of another: a range. */
  from: (text: string, opens: Opens) => string;
  to: (text: string) => string;
}

/** Of private use: no wording holds them. A number begins with one of its own. */
const FIRST_BEGIN = 0xe000;
const END = '\uF8FF';
/** Of a range that a wording names the other way round. */
const STRAY = /[\uE000-\uE0FF\uF8FF]/g;
const NUMBERS = /([\uE000-\uE0FF])([^\uF8FF]*)\uF8FF/;

/** Says a sentence whose numbers open their chats, in any language and in a host's own wording: `said(({ number }) => t('chats', { n: number('61', opens) }))`. */
export function said(say: (marks: Marks) => string): Said {
  const lists: Opens[] = [];
  const from = (text: string, opens: Opens): string => String.fromCharCode(FIRST_BEGIN + lists.push(opens) - 1) + text;
  const to = (text: string): string => text + END;
  const marked = say({ from, to, number: (text, opens) => (opens === null ? text : to(from(text, opens))) });
  // Each number gives two captures: its mark, and the number.
  const cut = marked.split(NUMBERS);
  const pieces = cut.flatMap((text, i): Piece[] => {
    if (i % 3 === 1 || text === '') return [];
    return [{ text: text.replaceAll(STRAY, ''), opens: i % 3 === 2 ? lists[cut[i - 1]!.charCodeAt(0) - FIRST_BEGIN]! : null }];
  });
  return { text: pieces.map(({ text }) => text).join(''), pieces };
}

/** A sentence that opens nothing. */
export const plain = (text: string): Said => said(() => text);

/** Each number is called by what is said from the one before it on: of several buttons in a sentence each then says enough by itself. */
export function drawSaid({ text: whole, pieces }: Said): TemplateResult {
  const last = pieces.findLastIndex(({ opens }) => opens !== null);
  if (last === -1) return html`${together(whole)}`;
  let told = '';
  const drawn = pieces.map(({ text, opens }, at) => {
    told += text;
    if (opens === null) return together(text.replace(at > 0 ? GLUED_TO_LAST : '', '').replace(at < last ? GLUED_TO_NEXT : '', ''));
    const rest = at === last ? pieces.slice(at + 1).map((piece) => piece.text) : [];
    const name = nameOf(told + rest.join(''));
    told = '';
    const [before] = GLUED_TO_NEXT.exec(pieces[at - 1]?.text ?? '') ?? [''];
    const [after] = GLUED_TO_LAST.exec(pieces[at + 1]?.text ?? '') ?? [''];
    return html`<span class="glued">${before}${chatsButton(text, opens.figure, { ...opens, name })}${after}</span>`;
  });
  return html`<span class="said">${drawn}</span>`;
}

/** Without brackets: a name has to hold the number as a word of its own. */
const nameOf = (words: string): string => words.replaceAll(/ ?\(/g, ', ').replaceAll(')', '').trim();

/** A line may break before and behind a button: a bracket or a full stop must not stand alone there. */
const GLUED_TO_NEXT = /\S*$/;
const GLUED_TO_LAST = /^\S*/;
