import { registerApplication, start, triggerAppChange } from 'single-spa';
import { listenForHotkeys } from '../host/hotkeys.ts';
import { blank, home, impact, inbox, signedOut } from './applications.ts';
import { isSignedIn, showFrame } from '../host/frame.ts';

await showFrame(triggerAppChange);
listenForHotkeys();

const isAt =
  (path: string) =>
  ({ hash }: Location): boolean =>
    isSignedIn() && (hash.replace(/^#/, '').split('?')[0] || '/') === path;

registerApplication({ name: 'home', app: home, activeWhen: isAt('/') });
registerApplication({ name: 'inbox', app: inbox, activeWhen: isAt('/inbox') });
registerApplication({ name: 'impact', app: impact, activeWhen: isAt('/report') });
registerApplication({ name: 'blank', app: blank, activeWhen: isAt('/blank') });
registerApplication({ name: 'signed-out', app: signedOut, activeWhen: () => !isSignedIn() });
start();
