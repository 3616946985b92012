import type { HeroValue } from '@qontak/impact-contract';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Month, Outcome } from './paper.view.ts';
import type { ShareLang } from './share.strings.ts';
import { hundredOf, type Parts } from './share.view.ts';

const KINDS = ['solved', 'came_back', 'rest'] as const;

/** One bar of three kinds; from 30 chats on in per cents, below as they are. Hatching, too, as many print in black. */
export function drawBar(hero: HeroValue, { t, numbers }: ShareLang): TemplateResult {
  const chats: Parts = { solved: hero.net.count, came_back: hero.gap.count, rest: hero.gross.of - hero.gross.count };
  const hundred = hero.net.size === 'full' || hero.net.size === 'rough' ? hundredOf(hero) : null;
  let at = 0;
  const parts = KINDS.map((kind) => {
    const width = (1000 * chats[kind]) / hero.net.of;
    at += width;
    return svg`<rect class=${kind} x=${at - width} y="0" width=${Math.max(0, width - 4)} height="40"></rect>`;
  });
  const amount = (kind: keyof Parts): string => {
    const real = t('chats', { n: numbers.count(chats[kind]) });
    return hundred === null ? real : `${hundred[kind]}% · ${real}`;
  };
  return html`<figure>
    <figcaption>${t('bar')}</figcaption>
    <svg viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">${HATCH} ${parts}</svg>
    <ul class="legend">
      ${KINDS.map((kind) => html`<li><i class=${kind}></i><b>${amount(kind)}</b> ${t(`part_${kind}`)}</li>`)}
    </ul>
  </figure>`;
}

const HATCH = svg`<defs>
  <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="stripe" width="4" height="8"></rect>
  </pattern>
</defs>`;

/** A column of each month, of 100 chats that AI answered; what came back stands on what stayed solved. With few chats in a month, rows of real counts. */
export function drawMonths(months: readonly Month[], { t }: ShareLang): TemplateResult {
  const columns = months.every(({ solved }) => solved !== null);
  const nameOf = ({ label, open }: Month): string => (open ? t('point_provisional', { period: label }) : label);
  return html`<section>
    <h2>${t('sec_months')}</h2>
    ${
      columns
        ? html`<div class="months">${months.map(({ said }) => html`<b>${said}</b>`)}</div>
            <svg class="columns" viewBox="0 0 ${60 * months.length} 100" preserveAspectRatio="none" aria-hidden="true">${months.map(drawColumn)}</svg>
            <div class="months">${months.map(({ label }) => html`<span>${label}</span>`)}</div>
            <p class="small">${t('months_note')}${months.some(({ open }) => open) ? html` ${t('months_open')}` : nothing}</p>`
        : html`${drawRows(months.map((month) => ({ name: nameOf(month), count: month.said, all: false })))}
            <p class="small">${t('bar')}</p>`
    }
  </section>`;
}

function drawColumn({ solved, came_back, open }: Month, at: number): SVGTemplateResult {
  const [x, width] = [60 * at + 10, 40];
  const foot = svg`<line class="foot" x1=${60 * at} x2=${60 * at + 60} y1="100" y2="100"></line>`;
  if (solved === null || came_back === null) return foot;
  return svg`<rect class=${open ? 'open' : 'solved'} x=${x} y=${100 - 100 * solved} width=${width} height=${100 * solved}></rect>
    <rect class="came_back" x=${x} y=${100 - 100 * (solved + came_back)} width=${width} height=${Math.max(0, 100 * came_back - 1.5)}></rect>${foot}`;
}

/** Every chat, by what became of it. */
export const drawOutcomes = (outcomes: readonly Outcome[], { t }: ShareLang): TemplateResult =>
  html`<section>
    <h2>${t('sec_where')}</h2>
    ${drawRows(outcomes)}
  </section>`;

const drawRows = (rows: readonly Outcome[]): TemplateResult =>
  html`<table class="rows">
    <tbody>
      ${rows.map(
        ({ name, count, all }) =>
          html`<tr class=${all ? 'all' : ''}>
            <th scope="row">${name}</th>
            <td>${count}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
