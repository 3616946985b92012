import { TOGETHER } from '../together.ts';
import { type Paint, PAINTS } from './paints.ts';

/** In CSS pixels; twice as many are drawn, for screens that have them. */
const WIDTH = 720;
const SCALE = 2;
export const MARGIN = 40;
export const INNER = WIDTH - 2 * MARGIN;

/** Something that is drawn once it is known how high the picture gets. */
type Stroke = (ctx: CanvasRenderingContext2D) => void;

export interface Writing {
  size: number;
  bold?: boolean;
  ink?: Paint;
  indent?: number;
  /** Room that is left free at the end of the line. */
  free?: number;
}

/** As a reader sees them: an emoji of several signs stays one. */
const parts = (word: string): string[] => Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);

/** Its lines break where those of the page do. By no-break spaces: nobody copies or searches a picture. */
const unbroken = (text: string): string => text.replaceAll(TOGETHER, (one) => one.replaceAll(' ', '\u00A0'));

/** Collects what is drawn, line by line, as its height is known only at the end. */
export class Sheet {
  readonly font: string;
  #height = MARGIN;
  readonly #strokes: Stroke[] = [];
  readonly #canvas = document.createElement('canvas');
  readonly #ctx: CanvasRenderingContext2D;

  /** @throws {Error} When the browser hides its canvas. */
  constructor(font: string) {
    this.font = font;
    const ctx = this.#canvas.getContext('2d');
    if (ctx === null) throw new Error('Could not make a picture: the browser has no canvas.');
    this.#ctx = ctx;
  }

  space(pixels: number): void {
    this.#height += pixels;
  }

  /** `stroke` is told where it begins. */
  draw(height: number, stroke: (ctx: CanvasRenderingContext2D, y: number) => void): void {
    this.mark(stroke);
    this.#height += height;
  }

  /** Takes no height: it stands beside the line that comes next. */
  mark(stroke: (ctx: CanvasRenderingContext2D, y: number) => void): void {
    const y = this.#height;
    this.#strokes.push((ctx) => stroke(ctx, y));
  }

  rule(): void {
    this.draw(13, (ctx, y) => {
      ctx.fillStyle = PAINTS.hair;
      ctx.fillRect(MARGIN, y, INNER, 1);
    });
  }

  text(text: string, writing: Writing): void {
    const { size, indent = 0, free = 0 } = writing;
    this.#ctx.font = this.#fontOf(writing);
    for (const line of this.#lines(text, INNER - indent - free)) {
      this.draw(Math.round(size * (size > 20 ? 1.3 : 1.5)), (ctx, y) => this.#write(ctx, line, { writing, x: MARGIN + indent, y }));
    }
  }

  /** Beside the line that comes next, ending at the right. Returns its width. */
  end(text: string, writing: Writing): number {
    const width = this.widthOf(text, writing);
    this.mark((ctx, y) => this.#write(ctx, text, { writing, x: MARGIN + INNER - width, y }));
    return width;
  }

  /** Beside the line that comes next, `x` from the left, on the foot of letters of another size. */
  beside(text: string, writing: Writing, { x, foot }: { x: number; foot: number }): void {
    this.mark((ctx, y) => this.#write(ctx, text, { writing, x: MARGIN + x, y: y + (foot - writing.size) * 1.1 }));
  }

  widthOf(text: string, writing: Writing): number {
    this.#ctx.font = this.#fontOf(writing);
    return this.#width(text);
  }

  /** @throws {Error} When the browser cannot make a picture. */
  finish(): Promise<Blob> {
    const [canvas, ctx] = [this.#canvas, this.#ctx];
    canvas.width = WIDTH * SCALE;
    canvas.height = Math.ceil(this.#height + MARGIN) * SCALE;
    ctx.scale(SCALE, SCALE);
    ctx.fillStyle = PAINTS.paper;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    for (const stroke of this.#strokes) stroke(ctx);
    return new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('Could not make a picture: the browser gave none.'))), 'image/png'),
    );
  }

  #write(ctx: CanvasRenderingContext2D, line: string, { writing, x, y }: { writing: Writing; x: number; y: number }): void {
    ctx.font = this.#fontOf(writing);
    ctx.textBaseline = 'alphabetic';
    ctx.fillStyle = PAINTS[writing.ink ?? 'text'];
    ctx.fillText(line, x, y + writing.size * 1.1);
  }

  #fontOf = ({ size, bold = false }: Writing): string => `${bold ? 600 : 400} ${size}px ${this.font}`;

  /** Breaks between words; a word that is too long for a line, within it. */
  #lines(text: string, most: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const part of unbroken(text)
      .split(/(?<= )/)
      .flatMap((word) => (this.#width(word) > most ? parts(word) : [word]))) {
      if (line !== '' && this.#width((line + part).trimEnd()) > most) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += part;
    }
    return [...lines, line.trimEnd()];
  }

  readonly #width = (text: string): number => this.#ctx.measureText(text).width;
}
