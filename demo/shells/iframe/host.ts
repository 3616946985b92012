import type { ElementName } from '@qontak/impact-report';
import { listenForHotkeys } from '../host/hotkeys.ts';
import { chosen, isSignedIn, main, showFrame, whenChosen } from '../host/frame.ts';
import { drawChart } from '../host/libraries.ts';
import { answerFrame } from './answer-frame.ts';

await showFrame(turn);
listenForHotkeys();

let leave: (() => void) | undefined;
function turn(): void {
  leave?.();
  leave = undefined;
  main().replaceChildren();
  const [path, query] = (location.hash.replace(/^#/, '') || '/').split('?');
  if (!isSignedIn()) main().append('You are signed out.');
  else if (path === '/report') leave = showFramed('report');
  else if (path === '/') leave = showHome();
  else if (path === '/blank') main().append(Object.assign(sandboxed(), { id: 'blank' }));
  else main().append(`Chat ${new URLSearchParams(query).get('chat') ?? 'none'}`);
}

function showHome(): () => void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 240 });
  main().append(canvas);
  const [takeChart, takeCard] = [drawChart(canvas), showFramed('turns')];
  return () => {
    takeChart();
    takeCard();
  };
}

/** A frame, as long as nothing is in it what the shell takes by itself: tests compare with that. */
function sandboxed(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  // No allow-same-origin: what runs in there is nobody on this origin. Downloads are the report's table.
  frame.sandbox.add('allow-scripts', 'allow-downloads', 'allow-modals', 'allow-popups');
  return frame;
}

/** The report, or one card of it, in a frame of its own. */
function showFramed(element: ElementName): () => void {
  const frame = sandboxed();
  frame.title = 'AI impact';
  frame.name = element;
  frame.src = 'framed.html';
  let end = (): void => undefined;
  // Each time anew: a browser loads the page of a frame that is moved another time.
  frame.addEventListener('load', () => {
    end();
    end = begin(frame, element);
  });
  main().append(frame);
  return () => end();
}

/** Speaks with the page that is in the frame now. */
function begin(frame: HTMLIFrameElement, element: ElementName): () => void {
  const { port1: port, port2 } = new MessageChannel();
  const end = answerFrame(port, frame);
  const tell = (): void => port.postMessage({ kind: 'settings', element, ...chosen });
  // Any origin: it has none that could be named. Only this frame has the port.
  frame.contentWindow!.postMessage(null, '*', [port2]);
  tell();
  const forget = whenChosen(tell);
  return () => {
    forget();
    end();
  };
}

addEventListener('hashchange', turn);
turn();
