// The report on the simulated shop: behind every count that it shows stand exactly as many chats as it says.
import { assert, waitUntil } from '@open-wc/testing';
import { SANDBOX_PROFILES } from '#mocks';
import { createFetcher } from '#mocks/fetcher';
import { createMocks } from '#mocks/handlers';
import { mintToken } from '#mocks/token';
import type { Report } from '#report';
import '#report';
import { everything } from './on-page.ts';

const NOW = new Date('2026-11-22T03:00:00Z');
const IN_TIME = { timeout: 30_000 };
/** Rows of a long table that are alike: some of them are enough. */
const ROWS = 4;

async function showShop(): Promise<Report> {
  const element = document.createElement('qontak-impact-report') as Report;
  const org_id = SANDBOX_PROFILES[0]!.organization.id;
  const tokenProvider = (): string => mintToken({ org_id, role: 'admin' }, NOW).token;
  Object.assign(element, { src: 'https://impact.example', locale: 'en', tokenProvider, fetcher: createFetcher(createMocks({ now: () => NOW })) });
  document.body.append(element);
  const drawn = (): boolean => ['how-we-count', 'turns', 'sentiment', 'after-hours', 'trend'].every((name) => buttonsOf(element, name).length > 0);
  await waitUntil(drawn, 'the report never stands', IN_TIME);
  return element;
}

function buttonsOf(report: Report, name: string): HTMLButtonElement[] {
  const card = report.shadowRoot?.querySelector(`.${name}`);
  return card ? [...everything(card)].filter((element): element is HTMLButtonElement => element.matches('button.chats-number')) : [];
}

/** Of a button that shows a count and not a share: how many. */
function countOn(button: HTMLButtonElement): number | null {
  const [, digits] = /^([\d,]+)( chats?\b.*| corrected.*)?$/.exec(button.textContent.trim()) ?? [];
  const isCount = button.closest('td, .chats, .steps, .what, .coverage, .notes, .foot, .busiest, .formula, .row-figures') !== null;
  return digits !== undefined && isCount ? Number(digits.replaceAll(',', '')) : null;
}

const isShown = (button: HTMLButtonElement): boolean => {
  const row = button.closest('tbody tr');
  return row === null || [...row.parentElement!.children].indexOf(row) < ROWS || row.closest('table')!.querySelectorAll('tr').length < 12;
};

describe('every count of the report', () => {
  it('opens a list of as many chats', async function () {
    this.timeout(150_000);
    const report = await showShop();
    const chats = report.shadowRoot!.querySelector('qontak-impact-chats')!;
    const title = (): string => chats.shadowRoot!.querySelector('#title')?.textContent.trim() ?? '';
    const counted = new Map<string, number>();
    const wrong: string[] = [];
    for (const name of ['hero', 'trend', 'journey', 'cost', 'after-hours', 'reopen-rate', 'sentiment', 'turns', 'how-we-count']) {
      for (const button of buttonsOf(report, name)) {
        const count = countOn(button);
        if (count === null || !isShown(button)) continue;
        button.click();
        await waitUntil(() => /: ([\d,]+ chats?|no chats)$/.test(title()), `${name}: ${button.textContent} opens no list`, IN_TIME);
        const [, total] = /: ([\d,]+) chats?$/.exec(title()) ?? [];
        if (Number(total?.replaceAll(',', '')) !== count) wrong.push(`${name} says ${button.textContent.trim()}, its list is "${title()}"`);
        counted.set(name, (counted.get(name) ?? 0) + 1);
        chats.close();
        await waitUntil(() => title() === '', 'the list closes');
      }
    }
    assert.deepEqual(wrong, []);
    assert.equal(counted.size, 9, [...counted].join('; '));
    report.remove();
  });
});
