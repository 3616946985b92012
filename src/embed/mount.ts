import { complain, forgetIdle } from '#data';
import { type ImpactElement, ownTag } from '#kit';
import { explain, isSetting, leftPage, type Settings } from '#state';
import { type ElementName, loadAll, tagOf } from './elements.ts';

/** Everything an element can be told, and which one it is. */
export interface MountOptions extends Partial<Settings> {
  /** `report` unless said otherwise. */
  element?: ElementName;
  /** Custom properties, such as `{ '--impact-accent': 'rebeccapurple' }`. */
  appearance?: Readonly<Record<`--impact-${string}`, string>>;
}

/** What a host holds of an element that it has mounted. */
export interface Mounted {
  readonly element: ImpactElement;
  /** The report stands on the page. Fails with a `ReportError` when there is none, and with an `AbortError` after `unmount()`. Nobody has to listen. */
  readonly ready: Promise<void>;
  /** Changes some settings; `undefined` takes one back. */
  readonly update: (options: Omit<MountOptions, 'element'>) => void;
  /** Asks for the report again, keeping what is shown. */
  readonly refresh: () => Promise<void>;
  /** Takes the element out of the page. Its requests end, and tokens and figures that no other element shows are dropped. */
  readonly unmount: () => void;
}

/**
 * Puts an element at the end of `target`.
 * @param target - An element, or a selector of one.
 * @throws {TypeError} There is no such place.
 */
export function mount(target: Element | string, { element: name = 'report', ...settings }: MountOptions = {}): Mounted {
  const tag = ownTag(tagOf(name));
  const place = placeOf(target);
  // A widget whose code is on its way is given its settings before, and takes them when it comes.
  const code = customElements.get(tag) === undefined ? loadAll(tag) : Promise.resolve();
  const element = document.createElement(tag) as ImpactElement;
  apply(element, settings);
  const left = new AbortController();
  const ready = readiness(element, code, left.signal);
  place.append(element);
  return {
    element,
    ready,
    update: (changes) => apply(element, changes),
    refresh: async () => (isThere(element) ? element.refresh() : undefined),
    unmount: () => {
      element.remove();
      left.abort(leftPage());
      // After the element has left its report.
      queueMicrotask(forgetIdle);
    },
  };
}

/** Its code has come. */
const isThere = (element: ImpactElement): boolean => 'refresh' in element;

function placeOf(target: Element | string): Element {
  const place = typeof target === 'string' ? document.querySelector(target) : target;
  if (place instanceof Element) return place;
  throw new TypeError(`Could not mount the report: there is no ${typeof target === 'string' ? target : 'element'}. Call mount() once it is in the page.`);
}

function apply(element: ImpactElement, changes: Omit<MountOptions, 'element'>): void {
  const { appearance, ...settings } = changes;
  for (const name of Object.keys(settings).filter((key) => !isSetting(key))) {
    complain('IMPACT-007', name);
    explain(element, name);
  }
  Object.assign(element, settings);
  if ('appearance' in changes) dress(element, appearance);
}

/** The names in an element's `appearance`. */
const worn = new WeakMap<Element, readonly string[]>();

/** As with every setting, what it said before does not hold any more. */
function dress(element: HTMLElement, appearance: MountOptions['appearance']): void {
  for (const name of worn.get(element) ?? []) element.style.removeProperty(name);
  // Frameworks write null for what is taken back.
  const wanted = Object.entries(appearance ?? {});
  for (const [name, value] of wanted) element.style.setProperty(name, value);
  worn.set(
    element,
    wanted.map(([name]) => name),
  );
}

function readiness(element: ImpactElement, code: Promise<unknown>, left: AbortSignal): Promise<void> {
  const gone = new Promise<never>((_, reject) => left.addEventListener('abort', () => reject(left.reason as DOMException)));
  const ready = Promise.race([shown(element, code), gone]);
  // A host that does not look at it must not find an unhandled rejection in its monitor.
  ready.catch(() => undefined);
  return ready;
}

async function shown(element: ImpactElement, code: Promise<unknown>): Promise<void> {
  const { localName } = element;
  await code;
  if (customElements.get(localName) === undefined) {
    complain('IMPACT-007', 'element of mount()');
    throw new TypeError('Could not mount: there is no such element. See the names in the type ElementName.');
  }
  // Outside of the page nothing becomes of it by itself when its code comes.
  customElements.upgrade(element);
  await element.whenReady();
}
