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
}
