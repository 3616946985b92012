import { listenForHotkeys } from '../host/hotkeys.ts';
import { chosen, main, showFrame, whenChosen } from '../host/frame.ts';
import { drawChart } from '../host/libraries.ts';
import { answerFrame } from './answer-frame.ts';

await showFrame();
listenForHotkeys();

let leave: (() => void) | undefined;
function turn(): void {
  leave?.();
  leave = undefined;
  main().replaceChildren();
  const [path, query] = (location.hash.replace(/^#/, '') || '/').split('?');
  if (path === '/report') leave = showReport();
  else if (path === '/') leave = showHome();
  else if (path === '/blank') main().append(Object.assign(sandboxed(), { id: 'blank' }));
  else main().append(`Chat ${new URLSearchParams(query).get('chat') ?? 'none'}`);
}

function showHome(): () => void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 240 });
  main().append(canvas);
  return drawChart(canvas);
}

/** A frame, as long as nothing is in it what the shell takes by itself: tests compare with that. */
function sandboxed(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  // No allow-same-origin: what runs in there is nobody on this origin. Downloads are the report's table.
  frame.sandbox.add('allow-scripts', 'allow-downloads', 'allow-modals', 'allow-popups');
  return frame;
}

function showReport(): () => void {
  const frame = sandboxed();
  frame.title = 'AI impact';
  frame.src = 'framed.html';
  const { port1: port, port2 } = new MessageChannel();
  const end = answerFrame(port, frame);
  const tell = (): void => port.postMessage({ kind: 'settings', ...chosen });
  frame.addEventListener('load', () => {
    // Any origin: it has none that could be named. Only this frame has the port.
    frame.contentWindow!.postMessage(null, '*', [port2]);
    tell();
  });
  const forget = whenChosen(tell);
  main().append(frame);
  return () => {
    forget();
    end();
  };
}

addEventListener('hashchange', turn);
turn();
