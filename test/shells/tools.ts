// Helpers that tests find in every page of a shell, put there before its scripts.

interface Tools {
  /** All elements below one, shadow roots included. */
  elementsIn(root: ParentNode): Element[];
  /** Everything that stands in an element, also what is hidden, with single spaces. */
  textIn(node: Node): string;
  /** The report of this page, if it is there. */
  report(): Element | null;
  /** Its charts. */
  canvases(): HTMLCanvasElement[];
  frame(): Promise<unknown>;
  /** Tags whose elements were in the page before their code. */
  late: string[];
  /** Timers that have not gone off, and when they will. */
  waiting: Map<unknown, number>;
  /** Frames in which something could be read that should have gone. */
  seen: number;
}

declare global {
  var tools: Tools;
}

export function installTools(): void {
  const elementsIn = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot === null ? element : [element, ...elementsIn(element.shadowRoot)]));
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    return [...(node instanceof Element && node.shadowRoot !== null ? node.shadowRoot : node).childNodes].map(read).join(' ');
  };
  const report = (): Element | null => document.querySelector('qontak-impact-report');
  globalThis.tools = {
    elementsIn,
    textIn: (node) => read(node).replaceAll(/\s+/g, ' '),
    report,
    canvases: () => elementsIn(report()?.shadowRoot ?? document.createElement('i')).filter((element) => element instanceof HTMLCanvasElement),
    frame: () => new Promise((done) => requestAnimationFrame(done)),
    late: [],
    waiting: new Map(),
    seen: 0,
  };
  noteLateTags();
  countTimers();

  function noteLateTags(): void {
    const define = customElements.define.bind(customElements);
    customElements.define = (name, ...rest) => {
      if (document.querySelector(name) !== null) tools.late.push(name);
      define(name, ...rest);
    };
  }

  function countTimers(): void {
    const { setTimeout: set, clearTimeout: clear, setInterval: repeat } = globalThis;
    const { waiting } = tools;
    globalThis.setTimeout = ((run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
      const id = set(() => {
        waiting.delete(id);
        run(...given);
      }, ms);
      waiting.set(id, performance.now() + (ms ?? 0));
      return id;
    }) as typeof setTimeout;
    globalThis.setInterval = ((...given: Parameters<typeof setInterval>) => {
      const id = repeat(...given);
      waiting.set(id, Number.POSITIVE_INFINITY);
      return id;
    }) as typeof setInterval;
    // One list of ids for both kinds, as in the standard.
    globalThis.clearTimeout = globalThis.clearInterval = (id) => {
      waiting.delete(id);
      clear(id);
    };
  }
}

/** Runs in the page. */
export const chartsAreDrawn = (): boolean => {
  const found = tools.canvases();
  return (
    found.length > 0 && found.every((canvas) => canvas.width > 0 && canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean))
  );
};
