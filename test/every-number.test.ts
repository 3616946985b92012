// Every number on the report opens the chats behind it, or stands here with the reason why there are none to list.
import { assert } from '@open-wc/testing';
import type { ImpactReport } from '@qontak/impact-contract';
import { everything } from './on-page.ts';
import { fewReport, fullReport } from './reports/full-report.ts';
import { showReport } from './whole-report.ts';

/** Where numbers stand that count no chats of the report, and what they are. */
const WITHOUT_CHATS: Readonly<Record<string, string>> = {
  '.spoken': 'what is heard says once more what is seen',
  'tbody th': 'the name of a row: days, an hour, a number of turns',
  '.top, .ticks, .axis, svg.bars text, .plot': 'the scale and the labels of a drawing, whose numbers stand in its table',
  '.strip .legend': 'the turns at which the colours of the bars change; each bar opens',
  '.sentence': 'a difference: the two figures that it compares open theirs',
  '.expect > div:first-child, .aside': 'what is expected: these chats are still to come',
  '.track, .expect summary': 'forecasts, not chats',
  '.formula:has(button), .figure small, .source': 'minutes and rupiah; the chats beside them open',
  '.schedule': 'the working hours',
};

/** No counts either: days and hours, of how many a share is, how long a return is waited for, and what was frozen without its chats. */
const PHRASES = [
  /\b(\d{1,2} )?[A-Z][a-z]{2,} \d{4}\b|\b\d{1,2}(?= ?–)|\b\d\d:\d\d\b/g,
  /\bof (every |the )?100\b|\b1 of 100\b|\b9 of 10\b|\bone square = .*/gi,
  /\b(within|less than|wait) \d+ days?\b|\bat least 2 messages\b|\b\d+ figures\b/g,
  /compared with your first month.*/gi,
];

const numbersIn = (text: string): string[] =>
  [...PHRASES.reduce((rest, phrase) => rest.replaceAll(phrase, ''), text).matchAll(/\d[\d.,]*/g)].map(([number]) => number.replace(/[.,]+$/, ''));

/** What opens chats: a button, or a station of the journey, whose words lie beside it. */
const isOpening = (element: Element): boolean => element.matches('button.chats-number, .item[role="button"] ~ .words');

const CARDS = ['hero', 'trend', 'journey', 'cost', 'after-hours', 'reopen-rate', 'sentiment', 'turns', 'how-we-count'];

/** What an element says itself; what is only kept in one line is a part of that. */
const saidIn = (element: Element): string[] =>
  [...element.childNodes].flatMap((node) =>
    node instanceof Text ? [node.data] : node instanceof Element && node.matches('.together') ? [node.textContent] : [],
  );

/** The numbers of a card that open nothing and are not said to. */
function silentIn(card: Element): string[] {
  const all = [...everything(card)];
  const opened = new Set(all.filter(isOpening).flatMap((element) => numbersIn(element.textContent)));
  const silent = all.flatMap((element) => {
    if (element.closest('style, .together') || !element.checkVisibility({ visibilityProperty: true })) return [];
    const own = saidIn(element).join('');
    const row = element.closest('li, tr, .words');
    // A share beside the count that it is of.
    if (row !== null && [row, ...row.querySelectorAll('*')].some(isOpening)) return [];
    if (Object.keys(WITHOUT_CHATS).some((selector) => element.closest(selector) !== null)) return [];
    const numbers = numbersIn(own).filter((number) => number !== '0' && !opened.has(number));
    return numbers.length === 0 ? [] : [`${numbers.join(' ')} in <${element.localName} class="${element.getAttribute('class') ?? ''}"> ${own.trim()}`];
  });
  return silent;
}

async function silentNumbers(report: ImpactReport): Promise<Record<string, string[]>> {
  const page = await showReport(report);
  for (const element of everything(page)) if (element instanceof HTMLDetailsElement) element.open = true;
  const found = CARDS.map((name) => [name, silentIn(page.shadowRoot!.querySelector(`.${name}`)!)] as const);
  page.remove();
  return Object.fromEntries(found.filter(([, silent]) => silent.length > 0));
}

describe('every number of the report', () => {
  it('opens its chats in a month of many chats', async () => assert.deepEqual(await silentNumbers(fullReport()), {}));
  it('and where counts are said in place of percentages', async () => assert.deepEqual(await silentNumbers(fewReport()), {}));
  it('and of the fewest', async () => assert.deepEqual(await silentNumbers(fewReport({ fewer: true })), {}));
});
