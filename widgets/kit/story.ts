import type { Settings } from '#state';

/** One state of a widget worth looking at. The gallery, the accessibility check and the overflow check show every story. */
export interface Story {
  /** The element that shows it. */
  tag: string;
  name: string;
  /** What the element is told; a function, because a fetcher or provider is an identity and must not be shared. */
  settings: () => Partial<Settings>;
  /** What a reader ends up with; `loading` stays so. */
  ends: 'loading' | 'failed' | 'ready';
  /** What a person does to come to this state, one after the other. */
  acts?: readonly Act[];
}

/** False: not possible yet, as what it is done to is not there. */
export type Act = (root: ShadowRoot) => boolean;

/** Ten seconds of frames: a story whose acts never become possible is broken. */
const MOST_FRAMES = 600;

/** Does what a story's person does, each as soon as it is possible. */
export async function perform(element: HTMLElement, { tag, name, acts = [] }: Story): Promise<void> {
  for (const act of acts) {
    for (let frames = 0; element.shadowRoot === null || !act(element.shadowRoot); frames += 1) {
      if (frames > MOST_FRAMES) throw new Error(`Could not come to the story "${name}" of ${tag}: an act is never possible.`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }
}
