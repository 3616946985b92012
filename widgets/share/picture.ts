// The report's first card as a picture. Drawn, because a page under strict rules has no other way to make one, and fetched only when
// somebody asks for it.
import type { HeroValue } from '@qontak/impact-contract';
import type { ShareLang } from './share.strings.ts';
import { hundredOf, type Parts, type Sayings } from './share.view.ts';

export interface Picture {
  sayings: Sayings;
  /** Null: there are no chats to draw. */
  hero: HeroValue | null;
  lang: ShareLang;
  /** Of the page. */
  font: string;
}

/** In CSS pixels; twice as many are drawn, for screens that have them. */
const WIDTH = 720;
const SCALE = 2;
const MARGIN = 40;
const INNER = WIDTH - 2 * MARGIN;

/** A picture has no theme: those of light pages, where it will be looked at. */
const INK = {
  text: '#272b32',
  muted: '#535c6b',
  line: '#758195',
  hair: '#dcdfe4',
  ai: '#8270db',
  reopened: '#e46910',
  warning: '#a14a0b',
  paper: '#ffffff',
} as const;

/** Something that is drawn once it is known how high the picture gets. */
type Stroke = (ctx: CanvasRenderingContext2D) => void;

/**
 * @throws {Error} When the browser cannot make a picture.
 */
export async function drawPicture(picture: Picture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d')!;
  const sheet = new Sheet(ctx, picture.font);
  write(sheet, picture);
  canvas.width = WIDTH * SCALE;
  canvas.height = Math.ceil(sheet.height + MARGIN) * SCALE;
  ctx.scale(SCALE, SCALE);
  ctx.fillStyle = INK.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  for (const stroke of sheet.strokes) stroke(ctx);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('Could not make a picture: the browser gave none.'))), 'image/png'),
  );
}

/** What stands on it, from top to bottom: the figure never without its gap, days and method. */
function write(sheet: Sheet, { sayings, hero, lang }: Picture): void {
  const { heading, sample, status, headline, gap, facts, worth, how, freshness } = sayings;
  sheet.text(heading, { size: 15, bold: true });
  sheet.text(freshness === null ? status : `${status} ${freshness}`, { size: 12, ink: 'muted' });
  if (sample !== null) sheet.text(sample, { size: 12, ink: 'warning', bold: true });
  sheet.space(16);
  sheet.text(headline, { size: 26, bold: true });
  if (gap !== null) sheet.text(gap, { size: 17 });
  if (hero !== null && hero.net.of > 0) drawBar(sheet, hero, lang);
  sheet.space(12);
  for (const line of [...facts, ...worth]) sheet.text(line, { size: 14 });
  sheet.space(12);
  sheet.rule();
  sheet.text(`${how.title}: ${how.text}`, { size: 12, ink: 'muted' });
}

const KINDS = ['solved', 'came_back', 'rest'] as const satisfies readonly (keyof Parts)[];

/** As on the printed page: in per cents from 30 chats on, below as they are. */
function drawBar(sheet: Sheet, hero: HeroValue, { t, numbers }: ShareLang): void {
  const chats: Parts = { solved: hero.net.count, came_back: hero.gap.count, rest: hero.gross.of - hero.gross.count };
  const hundred = hero.net.size === 'full' || hero.net.size === 'rough' ? hundredOf(hero) : null;
  sheet.space(16);
  let x = 0;
  const parts = KINDS.map((kind) => {
    const width = (INNER * chats[kind]) / hero.net.of;
    x += width;
    return { kind, x: x - width, width: Math.max(0, width - 2) };
  });
  sheet.draw(36, (ctx, y) => parts.forEach(({ kind, x: left, width }) => box(ctx, kind, { x: MARGIN + left, y, width, height: 32 })));
  for (const kind of KINDS) {
    const real = t('chats', { n: numbers.count(chats[kind]) });
    const amount = hundred === null ? real : `${hundred[kind]}% · ${real}`;
    sheet.mark((ctx, y) => box(ctx, kind, { x: MARGIN, y: y + 5, width: 12, height: 12 }));
    sheet.text(`${t(`part_${kind}`)}: ${amount}`, { size: 14, indent: 20 });
  }
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Filled, hatched and empty: told apart without colours. */
function box(ctx: CanvasRenderingContext2D, kind: keyof Parts, { x, y, width, height }: Box): void {
  if (width <= 0) return;
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, 3);
  ctx.clip();
  ctx.fillStyle = ctx.strokeStyle = kind === 'solved' ? INK.ai : kind === 'came_back' ? INK.reopened : INK.line;
  if (kind === 'solved') ctx.fillRect(x, y, width, height);
  else {
    // Half of it is outside of the clip.
    ctx.lineWidth = kind === 'came_back' ? 3 : 2;
    ctx.stroke();
  }
  if (kind === 'came_back') {
    ctx.lineWidth = 2;
    for (let at = x - height; at < x + width; at += 6) {
      ctx.beginPath();
      ctx.moveTo(at, y + height);
      ctx.lineTo(at + height, y);
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** As a reader sees them: an emoji of several signs stays one. */
const parts = (word: string): string[] => Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);

interface Writing {
  size: number;
  bold?: boolean;
  ink?: keyof typeof INK;
  indent?: number;
}

/** Collects what is drawn, line by line, as its height is known only at the end. */
class Sheet {
  readonly strokes: Stroke[] = [];
  height = MARGIN;
  readonly #ctx: CanvasRenderingContext2D;
  readonly #font: string;

  constructor(ctx: CanvasRenderingContext2D, font: string) {
    this.#ctx = ctx;
    this.#font = font;
  }

  space(pixels: number): void {
    this.height += pixels;
  }

  /** `stroke` is told where it begins. */
  draw(height: number, stroke: (ctx: CanvasRenderingContext2D, y: number) => void): void {
    this.mark(stroke);
    this.height += height;
  }

  /** Takes no height: it stands beside the line that comes next. */
  mark(stroke: (ctx: CanvasRenderingContext2D, y: number) => void): void {
    const y = this.height;
    this.strokes.push((ctx) => stroke(ctx, y));
  }

  rule(): void {
    this.draw(13, (ctx, y) => {
      ctx.fillStyle = INK.hair;
      ctx.fillRect(MARGIN, y, INNER, 1);
    });
  }

  text(text: string, { size, bold = false, ink = 'text', indent = 0 }: Writing): void {
    const font = `${bold ? 600 : 400} ${size}px ${this.#font}`;
    this.#ctx.font = font;
    for (const line of this.#lines(text, INNER - indent)) {
      this.draw(Math.round(size * (size > 20 ? 1.3 : 1.5)), (ctx, y) => {
        ctx.font = font;
        ctx.textBaseline = 'alphabetic';
        ctx.fillStyle = INK[ink];
        ctx.fillText(line, MARGIN + indent, y + size * 1.1);
      });
    }
  }

  /** Breaks between words; a word that is too long for a line, within it. */
  #lines(text: string, most: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const part of text.split(/(?<= )/).flatMap((word) => (this.#width(word) > most ? parts(word) : [word]))) {
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
