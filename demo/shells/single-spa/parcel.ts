import type { ElementName, ImpactNavigateEvent } from '@qontak/impact-report';
import { mountRootParcel } from 'single-spa';
import { signIn, whenChosen } from '../host/frame.ts';
import { atSignOut } from '../host/session.ts';

/** Puts the report, or one card of it, into a place, for whoever is signed in. Gives what takes it away. */
export function showParcel(domElement: HTMLElement, element: ElementName): () => Promise<unknown> {
  const load = async () => {
    const { mountParcel, signOut } = await import('@qontak/impact-report');
    atSignOut(signOut);
    return mountParcel({ element, src: '/' });
  };
  const parcel = mountRootParcel(load, { domElement, ...signIn() });
  const forget = whenChosen(() => void parcel.update!({ domElement, ...signIn() }));
  domElement.addEventListener('impact-navigate', openChat);
  return async () => {
    forget();
    domElement.removeEventListener('impact-navigate', openChat);
    await parcel.mountPromise;
    return parcel.unmount();
  };
}

/** A parcel of nothing. Gives what takes it away. */
export function showBlank(domElement: HTMLElement): () => Promise<unknown> {
  const mount = async (): Promise<void> => domElement.append(Object.assign(document.createElement('div'), { id: 'blank' }));
  const parcel = mountRootParcel({ bootstrap: async () => undefined, mount, unmount: async () => domElement.replaceChildren() }, { domElement });
  return () => parcel.mountPromise.then(() => parcel.unmount());
}

/** A chat of the report: this shell goes there itself. */
function openChat(event: ImpactNavigateEvent): void {
  event.preventDefault();
  location.hash = `#/inbox?chat=${event.detail.id}`;
}
