// What both pages of ours have in common: the part of a host, and the handles by which the bench works every page.
import type { ImpactReport } from '@qontak/impact-contract';
import type { Settings } from '#state';

/** What every measured page offers, ours and the peers'. */
interface Handles {
  /** New data for what is mounted, as after another request. */
  show(report: ImpactReport): void;
  /** The other unit of the cost card, by a click on its control. */
  toggle(): void;
  mount(): void;
  unmount(): void;
}

declare global {
  var page: Handles;
}

interface Parts {
  fill: (root: Root) => void;
  toggled: (root: Root) => Element | null;
}

type Root = HTMLElement & Settings;

export function hostPage(tag: 'qontak-impact-provider' | 'qontak-impact-report', { fill, toggled }: Parts): void {
  const app = document.getElementById('app')!;
  let root: Root;
  const mount = (settings: Partial<Settings>): void => {
    root = Object.assign(document.createElement(tag), settings);
    fill(root);
    app.append(root);
  };
  globalThis.page = {
    show: (report) => (root.data = report),
    toggle: () => toggled(root)!.shadowRoot!.querySelector<HTMLInputElement>('[name=unit]:not(:checked)')!.click(),
    mount: () => mount({}),
    unmount: () => root.remove(),
  };
  mount({ src: '/', tokenProvider: () => 'bench' });
}
