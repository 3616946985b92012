// The shell's shortcuts: "/" and "s" lead to its search. As most such code it looks at the target of the key, which inside a foreign
// element is the element and no field.
export function listenForHotkeys(): void {
  addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    if (event.key !== '/' && event.key !== 's') return;
    event.preventDefault();
    document.querySelector<HTMLInputElement>('input[name=search]')?.focus();
  });
}
