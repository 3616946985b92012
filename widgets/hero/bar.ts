import { html, type TemplateResult } from 'lit';
import { chatsButton, signTable } from '#kit';
import type { Bar } from './hero.view.ts';
import type { Parts } from './parts.ts';

const KINDS = ['solved', 'came_back', 'rest'] as const satisfies readonly (keyof Parts)[];

/** The squares, and below them each kind with its name and its real number: colour never speaks alone. */
export function drawBar({ squares, caption, columns, legend, unit, label }: Bar): TemplateResult {
  const all = KINDS.flatMap((kind) => Array.from({ length: squares[kind] }, () => kind));
  return html`<div>
    <div class="bar ${rowsClass(all.length)}" part="chart" role="img" aria-label=${label}>${all.map((kind) => html`<i class="square ${kind}"></i>`)}</div>
    ${signTable({ caption, columns, rows: legend.map(({ chats, figure, ...row }) => ({ ...row, chats: chatsButton(chats, figure) })) })}
    <p class="unit">${unit}</p>
  </div>`;
}

/** Few squares in five rows would look like a scrap, not like a bar. */
const rowsClass = (squares: number): string => (squares < 10 ? 'one-row' : squares < 30 ? 'two-rows' : 'five-rows');
