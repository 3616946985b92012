// The page in the frame. Its sandbox lets scripts run and gives it no origin: no cookie, no storage, no request. What it asks for goes
// through the shell, which adds the token; the token never comes in here.
import { mount, type Mounted } from '@qontak/impact-report';
import { dress } from '../host/session.ts';
import type { FromShell } from './messages.ts';
import { portFetchers } from './port-fetcher.ts';

addEventListener('message', ({ source, ports: [port] }) => source === parent && port !== undefined && begin(port), { once: true });

function begin(port: MessagePort): void {
  const { fetcherOf, take } = portFetchers(port);
  let report: Mounted | null = null;
  port.addEventListener('message', ({ data }: MessageEvent<FromShell>) => {
    if (data.kind === 'answer') return take(data);
    dress(data);
    const settings = { org: data.organization, fetcher: fetcherOf(data.organization) };
    if (report === null) report = mount('main', { element: data.element, src: '/', ...settings });
    else report.update(settings);
  });
  addEventListener('impact-navigate', (event) => {
    event.preventDefault();
    port.postMessage({ kind: 'navigation', chat: event.detail.id });
  });
  new ResizeObserver(() => port.postMessage({ kind: 'height', pixels: document.documentElement.offsetHeight })).observe(document.documentElement);
  port.start();
}
