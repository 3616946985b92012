import type { ChatFigure, Days } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import { chartTable, chatsButton, drawSaid, together } from '#kit';
import type { Grade } from './sayings.ts';
import type { TrendLang } from './trend.strings.ts';
import type { TrendView } from './trend.view.ts';

/** Enough to judge us by; the rest is a click away. */
const GRADES_SHOWN = 3;

export function drawSentence({ sentence: { kind, strong, rest }, start }: TrendView): TemplateResult {
  return html`<p class="sentence pointing ${kind}" part=${kind === 'none' ? nothing : 'delta'}><strong>${strong}</strong>${together(rest)}</p>
    ${start === null ? nothing : html`<p class="start">${drawSaid(start)}</p>`}`;
}

export function drawLegend(legend: TrendView['legend']): TemplateResult {
  return html`<ul class="legend">
    ${legend.map(({ sign, label }) => html`<li><i class="sign ${sign}"></i><span>${label}</span></li>`)}
  </ul>`;
}

export function drawTable({ caption, columns, rows }: NonNullable<TrendView['table']>, { t }: TrendLang, open: boolean): TemplateResult {
  const drawn = rows.map(({ cells, figures, days, aside }) => ({ aside, cells: cells.map((cell, at) => drawCell(cell, figures[at] ?? null, days)) }));
  return chartTable({ summary: t('table'), caption, columns, rows: drawn, open });
}

const drawCell = (text: string, figure: ChatFigure | null, days: Days | null): TemplateResult =>
  figure === null ? html`${together(text)}` : chatsButton(text, figure, { days });

/** What to expect, and whether we were right so far: the one without the other would be a promise without a record. */
export function drawForecast({ forecast, grades, track, promise }: TrendView, { t }: TrendLang): TemplateResult {
  const [shown, rest] = [grades.slice(0, GRADES_SHOWN), grades.slice(GRADES_SHOWN)];
  return html`<div class="expect">
    <div>
      <p><strong>${together(forecast.title)}</strong>${forecast.range === null ? nothing : html`: ${together(forecast.range)}`}</p>
      <p class="help">${forecast.help}</p>
      ${promise === null ? nothing : html`<p class="help">${promise}</p>`}
    </div>
    ${
      grades.length === 0 && track === null
        ? nothing
        : html`<div>
            <p class="record"><strong>${t('graded')}</strong>${track === null ? nothing : html`<span class="track">${track}</span>`}</p>
            ${drawGrades(shown)}
            ${
              rest.length === 0
                ? nothing
                : html`<details>
                    <summary>${t('earlier', { n: rest.length })}</summary>
                    ${drawGrades(rest)}
                  </details>`
            }
          </div>`
    }
  </div>`;
}

function drawGrades(grades: readonly Grade[]): TemplateResult {
  return html`<ul class="grades">
    ${grades.map(({ hit, badge, ...saying }) => html`<li><span>${drawSaid(saying)}</span><span class=${hit ? 'grade hit' : 'grade miss'}>${badge}</span></li>`)}
  </ul>`;
}
