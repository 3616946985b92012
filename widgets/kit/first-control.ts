const CONTROLS = 'button, input, select, textarea, summary, a[href], [tabindex="0"]';

/** What the keyboard comes to first within an element, what stands in its widgets and slots included; its title or frame where nothing can be operated. */
export function firstControl(element: HTMLElement): HTMLElement | SVGElement | null {
  const control = controlIn(element);
  if (control !== null) return control;
  const frame = element.shadowRoot?.querySelector<HTMLElement>('#title') ?? element.shadowRoot?.querySelector<HTMLElement>('.root') ?? null;
  // Reachable by this call, not by the Tab key.
  if (frame !== null) frame.tabIndex = -1;
  return frame;
}

function controlIn(element: Element): HTMLElement | SVGElement | null {
  const slotted = element instanceof HTMLSlotElement ? element.assignedElements() : [];
  for (const inner of [...slotted, ...(element.shadowRoot ?? element).children]) {
    if (inner.matches(CONTROLS) && !inner.matches(':disabled') && inner.checkVisibility({ visibilityProperty: true })) return inner as HTMLElement;
    const found = controlIn(inner);
    if (found !== null) return found;
  }
  return null;
}
