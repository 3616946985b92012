// `npm run test:webkit`: the report in our own page and in hosts of five kinds, in WebKitGTK: every card shows its figure, none complains.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { preview, type PreviewServer } from 'vite';
import { buildDemo } from '../../scripts/demo-build.ts';
import { buildShells } from '../../scripts/shells/build.ts';
import { serveShells, type ShellServer } from '../../scripts/shells/server.ts';
import { SHELLS } from '../shells/opened.ts';
import { startWebKit, type WebKit } from './driver.ts';

/** Each has a number to say. */
const FIGURES = ['hero', 'cost', 'trend', 'journey', 'after-hours', 'reopen-rate', 'turns', 'sentiment'];
/** What is around them. Of chats there is nothing to see before someone asks. */
const OTHERS = ['how-we-count', 'period-picker', 'share', 'chats'];

declare global {
  interface Window {
    complaints: string[];
  }
}

let server: ShellServer;
let demo: PreviewServer;
let webkit: WebKit;

describe('in WebKit every card shows its figure, and nothing complains', () => {
  before(
    async () => {
      await buildDemo();
      await buildShells();
      [server, demo, webkit] = await Promise.all([
        serveShells(),
        preview({ mode: 'demo', preview: { port: 0, host: '127.0.0.1' }, logLevel: 'warn' }),
        startWebKit(),
      ]);
    },
    { timeout: 180_000 },
  );

  after(async () => {
    await webkit?.close();
    await demo?.close();
    await server?.close();
  });

  test('our own page, also in another language', async () => {
    await webkit.open(new URL('sandbox.html?locale=en', demo.resolvedUrls!.local[0]).href);
    await webkit.untilNothing(missing, { figures: FIGURES, others: OTHERS });
    await webkit.run(listen, null);
    await webkit.run(() => {
      const choice = document.querySelector<HTMLSelectElement>('select[name=locale]')!;
      choice.value = 'id';
      choice.dispatchEvent(new Event('change'));
    }, null);
    await webkit.untilNothing(() => {
      const hero = document.querySelector('qontak-impact-report')!.shadowRoot!.querySelector('qontak-impact-hero')!;
      return hero.shadowRoot!.textContent!.includes('AI menyelesaikan') ? [] : ['The headline is in English.'];
    }, null);
    await webkit.untilNothing(missing, { figures: FIGURES, others: OTHERS });
    assert.deepEqual(await webkit.run(() => window.complaints, null), []);
  });

  for (const { name, page, framed } of SHELLS) {
    test(name, async () => {
      await webkit.open(`${server.url}${page}#/inbox`);
      await webkit.untilNothing(() => (document.querySelector('select[name=organization] option') === null ? ['no organization'] : []), null);
      await webkit.run(listen, null);
      await webkit.run(() => void (location.hash = '#/report'), null);
      if (framed === true) {
        await webkit.untilNothing(() => (document.querySelector('iframe') === null ? ['no frame'] : []), null);
        await webkit.enterFrame();
      }
      await webkit.untilNothing(missing, { figures: FIGURES, others: OTHERS });
      // What the page in the frame says before we come to it, nobody hears.
      if (framed !== true) assert.deepEqual(await webkit.run(() => window.complaints, null), []);
    });
  }
});

/** Runs in the page. From now on it remembers what should not happen. */
function listen(): void {
  window.complaints = [];
  console.error = (...said) => void window.complaints.push(said.join(' '));
  addEventListener('error', ({ message }) => window.complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.complaints.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => window.complaints.push(`${effectiveDirective} ${blockedURI}`));
}

/** Runs in the page. Cards that are not there, still load, failed, or have no figure. */
function missing({ figures, others }: { figures: string[]; others: string[] }): string[] {
  const textIn = (node: Node): string =>
    node instanceof Text ? node.data : node instanceof HTMLStyleElement ? '' : [...((node as Element).shadowRoot ?? node).childNodes].map(textIn).join(' ');
  const report = document.querySelector('qontak-impact-report')?.shadowRoot;
  if (report == null) return ['no report'];
  return [...figures, ...others].flatMap((name) => {
    const card = report.querySelector(`qontak-impact-${name}`)?.shadowRoot;
    if (card == null) return `${name} is not there`;
    if (card.querySelector('[aria-busy="true"]') !== null) return `${name} still loads`;
    if (card.querySelector('[part~="error"]') !== null) return `${name} failed`;
    return figures.includes(name) && !/\d/.test(textIn(card)) ? `${name} has no figure: ${textIn(card)}` : [];
  });
}
