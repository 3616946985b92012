import { registerApplication, start } from 'single-spa';
import { listenForHotkeys } from '../host/hotkeys.ts';
import { blank, home, impact, inbox } from './applications.ts';
import { showFrame } from '../host/frame.ts';

await showFrame();
listenForHotkeys();

const isAt =
  (path: string) =>
  ({ hash }: Location): boolean =>
    (hash.replace(/^#/, '').split('?')[0] || '/') === path;

registerApplication({ name: 'home', app: home, activeWhen: isAt('/') });
registerApplication({ name: 'inbox', app: inbox, activeWhen: isAt('/inbox') });
registerApplication({ name: 'impact', app: impact, activeWhen: isAt('/report') });
registerApplication({ name: 'blank', app: blank, activeWhen: isAt('/blank') });
start();
