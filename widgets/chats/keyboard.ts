// Where the keyboard goes when the list changes under it: what it was on may be gone, and a browser would begin at the top of the page.

/** To the first of the rows that came where the button for more was. */
export function toFirstNew(root: ParentNode, before: number): void {
  root.querySelectorAll('.row')[before]?.querySelector('button')?.focus();
}

/** Stays at the chat that was ruled on, or, where the ruling took it off the list, at what takes that back, which stands in its place. */
export function toRuled(root: ParentNode, id: string): void {
  const row = [...root.querySelectorAll<HTMLElement>('.row')].find(({ dataset }) => dataset['chat'] === id);
  const control = [...((row ?? root.querySelector('.ruled'))?.querySelectorAll('button') ?? [])].at(-1);
  (control ?? root.querySelector<HTMLElement>('.root'))?.focus();
}
