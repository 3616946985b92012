// What cannot be told from what it lies on, computed from the page as it is. WCAG 2 asks for 4.5 between small text and its ground, for 3 where the
// text is large (1.4.3), and for 3 where a shape or the rim of a field is needed to understand or to use something (1.4.11).
import { everything } from './on-page.ts';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const LEAST = { small: 4.5, large: 3, drawn: 3 } as const;

/** Not needed to understand a drawing: lines to stand on, and the range around a line, whose figures stand in the table. Nothing is drawn in `reach`. */
const DECORATION = '.ground, .track, .grid, .range, .reach, .inks i, .skeleton i';
const FIELDS = 'input:not([type="radio"], [type="checkbox"]), select, textarea, .button, .segmented';

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
const known = new Map<string, Colour>();

/** Any colour that CSS can compute, as numbers. */
function colour(css: string): Colour {
  const seen = known.get(css);
  if (seen) return seen;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data as unknown as [number, number, number, number];
  const result: Colour = [red, green, blue, alpha / 255];
  known.set(css, result);
  return result;
}

const faded = ([red, green, blue, alpha]: Colour, opacity: number): Colour => [red, green, blue, alpha * opacity];
const over = (top: Colour, below: Colour): Colour => [mix(0, top, below), mix(1, top, below), mix(2, top, below), 1];
const mix = (at: 0 | 1 | 2, top: Colour, below: Colour): number => top[at] * top[3] + below[at] * (1 - top[3]);

function luminance(one: Colour): number {
  const [red, green, blue] = [one[0], one[1], one[2]].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

export function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const around = (element: Element): Element | null => {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
};

/** What an element lies on: the backgrounds around it, down to the first that nothing shines through. */
function groundOf(element: Element | null): Colour {
  if (element === null) return [255, 255, 255, 1];
  const own = colour(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, groundOf(around(element)));
}

function opacityOf(element: Element | null): number {
  return element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(around(element));
}

/** The colours that a shape is drawn with, be it in one colour, by a pattern, or by its rim. */
function inksOf(shape: SVGElement): Colour[] {
  const { fill, fillOpacity, stroke, strokeWidth, strokeOpacity } = getComputedStyle(shape);
  const pattern = /^url\("?#([^")]+)"?\)/.exec(fill)?.[1];
  const filled = pattern === undefined ? [] : [...(shape.getRootNode() as ShadowRoot).getElementById(pattern)!.querySelectorAll('*')];
  return [
    ...filled.flatMap((one) => inksOf(one as SVGElement).map((ink) => faded(ink, Number(getComputedStyle(one).opacity)))),
    ...(fill === 'none' || pattern !== undefined ? [] : [faded(colour(fill), Number(fillOpacity))]),
    ...(stroke === 'none' || Number.parseFloat(strokeWidth) === 0 ? [] : [faded(colour(stroke), Number(strokeOpacity))]),
  ];
}

/** The same for a box: its background, be it striped, its rim, and what stands before and after it. */
function paintsOf(box: Element): Colour[] {
  return [undefined, '::before', '::after'].flatMap((pseudo) => {
    const { content, backgroundColor, backgroundImage, ...style } = getStyle(box, pseudo);
    if (pseudo !== undefined && content === 'none') return [];
    return [colour(backgroundColor), ...[...backgroundImage.matchAll(/(?:rgba?|color)\([^()]+\)/g)].map(([one]) => colour(one)), ...rimOf(style)];
  });
}

interface Style {
  content: string;
  backgroundColor: string;
  backgroundImage: string;
  borderTopColor: string;
  borderTopWidth: string;
}

function getStyle(box: Element, pseudo?: string): Style {
  const { content, backgroundColor, backgroundImage, borderTopColor, borderTopWidth } = getComputedStyle(box, pseudo);
  return { content, backgroundColor, backgroundImage, borderTopColor, borderTopWidth };
}

const rimOf = ({ borderTopColor, borderTopWidth }: Pick<Style, 'borderTopColor' | 'borderTopWidth'>): Colour[] =>
  Number.parseFloat(borderTopWidth) > 0 ? [colour(borderTopColor)] : [];

const isSeen = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 0 &&
    height > 0 &&
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest('.spoken, defs, [disabled], [aria-disabled="true"]') === null
  );
};

const saysItself = (element: Element): boolean => [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim());

function sizeOfText(element: Element): 'small' | 'large' {
  const { fontSize, fontWeight } = getComputedStyle(element);
  const size = Number.parseFloat(fontSize);
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 'large' : 'small';
}

/** What an element needs, and the best that it has; null: nothing. */
function judge(element: Element): { least: number; inks: Colour[]; ground: Colour } | null {
  if (saysItself(element) && !(element instanceof HTMLStyleElement)) {
    const { color, fill } = getComputedStyle(element);
    const inSvg = element instanceof SVGElement;
    return { least: LEAST[sizeOfText(element)], inks: [colour(inSvg ? fill : color)], ground: groundOf(inSvg ? element.closest('svg') : element) };
  }
  if (element.matches(DECORATION)) return null;
  if (element instanceof SVGGeometryElement) return { least: LEAST.drawn, inks: inksOf(element), ground: groundOf(element.closest('svg')) };
  if (element.matches('i')) return { least: LEAST.drawn, inks: paintsOf(element), ground: groundOf(around(element)) };
  if (element.matches(FIELDS)) return { least: LEAST.drawn, inks: rimOf(getStyle(element)), ground: groundOf(around(element)) };
  return null;
}

/** Everything below an element that cannot be told from what it lies on. */
export function tooPale(root: Element): string[] {
  return [...everything(root)].filter(isSeen).flatMap((element) => {
    const found = judge(element);
    if (found === null) return [];
    const { least, inks, ground } = found;
    const opacity = opacityOf(element);
    const best = Math.max(1, ...inks.map((ink) => contrast(over(faded(ink, opacity), ground), ground)));
    return best >= least ? [] : [`${element.localName}.${element.getAttribute('class') ?? ''}: ${best.toFixed(2)} of ${least}`];
  });
}
