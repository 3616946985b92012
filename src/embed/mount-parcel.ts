import { mount, type Mounted, type MountOptions } from './mount.ts';

/** What single-spa hands to a parcel or application, of which only these matter here. */
export interface ParcelProps extends MountOptions {
  /** Where to mount: parcels are given it by their parent. */
  domElement?: Element;
}

/** The lifecycles of single-spa. */
export interface Lifecycles {
  readonly bootstrap: () => Promise<void>;
  readonly mount: (props: ParcelProps) => Promise<void>;
  readonly update: (props: ParcelProps) => Promise<void>;
  readonly unmount: (props: ParcelProps) => Promise<void>;
}

/**
 * A single-spa parcel: `mountRootParcel(mountParcel(), { domElement, src, tokenProvider })`.
 * @param options - What holds for every mount; the props of one mount come over it.
 */
export function mountParcel(options: MountOptions = {}): Lifecycles {
  const mounted = new WeakMap<Element, Mounted>();
  return {
    bootstrap: async () => undefined,
    mount: async (props) => {
      const place = placeOf(props);
      mounted.get(place)?.unmount();
      mounted.set(place, mount(place, { ...options, ...settingsIn(props) }));
    },
    update: async (props) => {
      const { element: _, ...settings } = settingsIn(props);
      mounted.get(placeOf(props))?.update(settings);
    },
    unmount: async (props) => {
      const place = placeOf(props);
      mounted.get(place)?.unmount();
      mounted.delete(place);
    },
  };
}

function placeOf({ domElement }: ParcelProps): Element {
  if (domElement instanceof Element) return domElement;
  throw new TypeError('Could not mount the report: there is no domElement. Give it to mountParcel or mountRootParcel of single-spa.');
}

/** Without what single-spa adds for itself, which is nothing to an element. */
function settingsIn(props: ParcelProps): MountOptions {
  const own = new Set(['domElement', 'name', 'singleSpa', 'mountParcel', 'unmountSelf']);
  return Object.fromEntries(Object.entries(props).filter(([name]) => !own.has(name)));
}
