import type { ImpactReport } from '@qontak/impact-contract';
import { html, nothing, render, type TemplateResult } from 'lit';
import { tokens } from '#kit';
import { drawBar, drawMonths, drawOutcomes } from './paper.parts.ts';
import { styles } from './paper.styles.ts';
import { monthsOf, outcomesOf } from './paper.view.ts';
import type { ShareLang } from './share.strings.ts';
import { sayingsOf } from './share.view.ts';

/**
 * Prints what a report comes to: one page of its own instead of the page around, whose frames and menus are not ours to style: a sheet at the end of the body,
 * and a rule of the document that leaves everything else out. Both go away afterwards.
 */
export function printReport(report: ImpactReport, lang: ShareLang): void {
  const sheet = document.createElement('div');
  sheet.setAttribute('data-impact-paper', '');
  const root = sheet.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens.styleSheet!, styles.styleSheet!];
  render(drawPaper(report, lang), root);
  const rules = new CSSStyleSheet();
  rules.replaceSync(DOCUMENT_RULES);
  document.body.append(sheet);
  document.adoptedStyleSheets.push(rules);
  addEventListener(
    'afterprint',
    () => {
      sheet.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rules);
    },
    { once: true },
  );
  window.print();
}

/** No paper size: the reader's printer has A4 or F4, and the page fits both. */
const DOCUMENT_RULES = `
  [data-impact-paper] { display: none; }
  @media print {
    @page { size: portrait; margin: 12mm 15mm; }
    html, body { block-size: auto !important; min-block-size: 0 !important; margin: 0 !important; padding: 0 !important; overflow: visible !important; background: none !important; }
    body > :not([data-impact-paper]) { display: none !important; }
    body > [data-impact-paper] { display: block !important; }
  }
`;

/** In the order of the question: what AI did, what that is worth, since when, and where the rest went. */
function drawPaper(report: ImpactReport, lang: ShareLang): TemplateResult {
  const { heading, sample, status, headline, gap, facts, worth, how, freshness } = sayingsOf(report, lang);
  const hero = report.data.hero.status === 'ok' ? report.data.hero : null;
  const [months, outcomes] = [monthsOf(report, lang), outcomesOf(report, lang)];
  return html`<article class="paper" part="root" lang=${lang.locale}>
    <header>
      <h1>${heading}</h1>
      <p>${[status, freshness].filter((line) => line !== null).join(' ')}</p>
      ${sample === null ? nothing : html`<p class="sample">${sample}</p>`}
    </header>
    <p class="headline">${headline}</p>
    ${gap === null ? nothing : html`<p class="gap">${gap}</p>`} ${hero === null || hero.net.of === 0 ? nothing : drawBar(hero, lang)}
    ${worth.length === 0 ? nothing : html`<section class="worth">${drawLines(worth)}</section>`} ${drawLines(facts)}
    ${
      months.length === 0 && outcomes.length === 0
        ? nothing
        : html`<div class="two">
            ${months.length === 0 ? nothing : drawMonths(months, lang)}${outcomes.length === 0 ? nothing : drawOutcomes(outcomes, lang)}
          </div>`
    }
    <section class="how">
      <h2>${how.title}</h2>
      <p>${how.text}</p>
    </section>
  </article>`;
}

const drawLines = (lines: readonly string[]): TemplateResult =>
  html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
