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
  /** Points at the charts, without which Chart.js does not draw them. True: all are drawn by it. */
  drawCharts(): boolean;
  frame(): Promise<unknown>;
  /** Tags whose elements stood in the page before their code, and had been told how to ask for the report. */
  late: string[];
  /** Timers that have not gone off, and when they will. */
  waiting: Map<unknown, number>;
  /** Elements that were told of and are not collected: all, and reports among them. */
  kept: { elements: number; reports: number };
  /** From now on these elements are counted as kept. */
  tellOf(elements: readonly Element[]): void;
  /** Reports that this page has fetched, for a frame in it too. */
  fetched: number;
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
  const isDrawn = (canvas: HTMLCanvasElement): boolean =>
    canvas.width > 0 && canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean);
  globalThis.tools = {
    elementsIn,
    textIn: (node) => read(node).replaceAll(/\s+/g, ' '),
    report,
    canvases: () => elementsIn(report()?.shadowRoot ?? document.createElement('i')).filter((element) => element instanceof HTMLCanvasElement),
    drawCharts: () => {
      const canvases = tools.canvases();
      for (const canvas of canvases) canvas.parentElement!.dispatchEvent(new PointerEvent('pointerenter'));
      return canvases.length > 0 && canvases.every(isDrawn);
    },
    frame: () => new Promise((done) => requestAnimationFrame(done)),
    late: [],
    waiting: new Map(),
    fetched: 0,
    seen: 0,
    ...countElements(),
  };
  noteLateTags();
  countTimers();
  countReports();

  function countReports(): void {
    const { fetch: ask } = globalThis;
    globalThis.fetch = async (input, init) => {
      const response = await ask(input, init);
      if (new URL(response.url).pathname.endsWith('/v1/impact-report')) tools.fetched += 1;
      return response;
    };
  }

  function countElements(): Pick<Tools, 'kept' | 'tellOf'> {
    const kept = { elements: 0, reports: 0 };
    const known = new WeakSet<Element>();
    const collected = new FinalizationRegistry<boolean>((isReport) => {
      kept.elements -= 1;
      kept.reports -= Number(isReport);
    });
    const tellOf = (elements: readonly Element[]): void => {
      for (const element of elements) {
        if (known.has(element)) continue;
        known.add(element);
        const isReport = element.localName === 'qontak-impact-report';
        collected.register(element, isReport);
        kept.elements += 1;
        kept.reports += Number(isReport);
      }
    };
    return { kept, tellOf };
  }

  function noteLateTags(): void {
    const define = customElements.define.bind(customElements);
    customElements.define = (name, ...rest) => {
      const early = document.querySelector(name);
      if (early !== null && (Object.hasOwn(early, 'tokenProvider') || Object.hasOwn(early, 'fetcher'))) tools.late.push(name);
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
export const chartsAreDrawn = (): boolean => tools.drawCharts();
