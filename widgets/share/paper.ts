import type { HeroValue, ImpactReport } from '@qontak/impact-contract';
import { css, html, nothing, render, svg, type TemplateResult } from 'lit';
import { tokens } from '#kit';
import type { ShareLang } from './share.strings.ts';
import { hundredOf, type Parts, type Sayings, sayingsOf } from './share.view.ts';

/** What is printed: the sentences, and the squares of the figure when there are chats. */
interface Paper {
  sayings: Sayings;
  hero: HeroValue | null;
  lang: ShareLang;
}

/** Prints what a report comes to. */
export const printReport = (report: ImpactReport, lang: ShareLang): void =>
  printPaper({ sayings: sayingsOf(report, lang), hero: report.data.hero.status === 'ok' ? report.data.hero : null, lang });

/**
 * Prints one page of its own instead of the page around, whose frames and menus are not ours to style: a sheet at the end of the body,
 * and a rule of the document that leaves everything else out. Both go away afterwards.
 */
function printPaper(paper: Paper): void {
  const sheet = document.createElement('div');
  sheet.setAttribute('data-impact-paper', '');
  const root = sheet.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens.styleSheet!, styles.styleSheet!];
  render(drawPaper(paper), root);
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
    @page { size: portrait; margin: 16mm 15mm; }
    html, body { block-size: auto !important; min-block-size: 0 !important; margin: 0 !important; padding: 0 !important; overflow: visible !important; background: none !important; }
    body > :not([data-impact-paper]) { display: none !important; }
    body > [data-impact-paper] { display: block !important; }
  }
`;

function drawPaper({ sayings, hero, lang }: Paper): TemplateResult {
  const { heading, sample, status, headline, gap, facts, worth, how, freshness } = sayings;
  return html`<article class="paper" lang=${lang.locale}>
    <header>
      <h1>${heading}</h1>
      <p>${status}${freshness === null ? nothing : html` ${freshness}`}</p>
      ${sample === null ? nothing : html`<p class="sample">${sample}</p>`}
    </header>
    <p class="headline">${headline}</p>
    ${gap === null ? nothing : html`<p class="gap">${gap}</p>`} ${hero === null || hero.net.of === 0 ? nothing : drawBar(hero, lang)} ${drawLines(facts)}
    ${worth.length === 0 ? nothing : html`<section class="worth">${drawLines(worth)}</section>`}
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

const KINDS = ['solved', 'came_back', 'rest'] as const;

/** One bar of three kinds; from 30 chats on in per cents, below as they are. Hatching, too, as many print in black. */
function drawBar(hero: HeroValue, { t, numbers }: ShareLang): TemplateResult {
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
    <svg viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="stripe" width="4" height="8"></rect>
        </pattern>
      </defs>
      ${parts}
    </svg>
    <ul class="legend">
      ${KINDS.map((kind) => html`<li><i class=${kind}></i><b>${amount(kind)}</b> ${t(`part_${kind}`)}</li>`)}
    </ul>
  </figure>`;
}

const styles = css`
  .paper {
    all: initial;
    display: block;
    color-scheme: light;
    color: #272b32;
    font: 400 12pt/1.5 var(--_font);
    overflow-wrap: break-word;
    print-color-adjust: exact;
  }
  h1,
  h2,
  p,
  ul,
  figure {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  header {
    padding-block-end: 10pt;
    border-block-end: 1pt solid #758195;
    color: #535c6b;
    font-size: 10pt;
  }
  h1 {
    color: #272b32;
    font-size: 15pt;
    font-weight: 600;
    line-height: 1.3;
  }
  .sample {
    margin-block-start: 6pt;
    padding: 4pt 6pt;
    border: 1pt dashed #a14a0b;
    color: #a14a0b;
    font-weight: 600;
  }
  .headline {
    margin-block-start: 18pt;
    font-size: 19pt;
    font-weight: 600;
    line-height: 1.35;
  }
  .gap {
    margin-block-start: 8pt;
    font-size: 14pt;
  }
  figure {
    margin-block: 18pt;
  }
  figcaption {
    margin-block-end: 4pt;
    color: #535c6b;
    font-size: 10pt;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 24pt;
  }
  rect.solved {
    fill: #8270db;
  }
  rect.came_back {
    fill: url(#hatch);
    stroke: #e46910;
  }
  rect.stripe {
    fill: #e46910;
  }
  rect.rest {
    fill: #ffffff;
    stroke: #758195;
    stroke-width: 2;
  }
  .legend {
    margin-block-start: 6pt;
    font-size: 11pt;
  }
  .legend i {
    display: inline-block;
    box-sizing: border-box;
    inline-size: 9pt;
    block-size: 9pt;
    margin-inline-end: 6pt;
    border: 1pt solid #758195;
  }
  i.solved {
    border-color: #8270db;
    background: #8270db;
  }
  i.came_back {
    border-color: #e46910;
    background: repeating-linear-gradient(45deg, #e46910 0 2px, transparent 2px 5px);
  }
  .worth {
    margin-block-start: 14pt;
    padding-block-start: 10pt;
    border-block-start: 1pt solid #dcdfe4;
  }
  .how {
    margin-block-start: 18pt;
    padding: 10pt 12pt;
    border: 1pt solid #dcdfe4;
    border-radius: 6pt;
    font-size: 11pt;
    break-inside: avoid;
  }
  h2 {
    font-size: 12pt;
    font-weight: 600;
  }
`;
