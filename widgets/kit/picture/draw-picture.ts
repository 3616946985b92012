// A card as a PNG. Drawn, because a page under strict rules has no other way to make one, and fetched only when somebody asks for it.
import { area } from './areas.ts';
import { chartThemeOf, type Paint } from './paints.ts';
import type { Block, Column, Entry, Look, Picture } from './picture.ts';
import { INNER, MARGIN, Sheet } from './sheet.ts';

/**
 * @param font Of the page.
 * @throws {Error} When the browser cannot make a picture.
 */
export async function drawPicture({ title, under, sample, blocks, how }: Picture, font: string): Promise<Blob> {
  const sheet = new Sheet(font);
  sheet.text(title, { size: 16, bold: true });
  sheet.text(under, { size: 12, ink: 'muted' });
  if (sample !== null) sheet.text(sample, { size: 12, ink: 'warning', bold: true });
  sheet.space(12);
  for (const block of blocks) await drawBlock(sheet, block);
  sheet.space(12);
  sheet.rule();
  sheet.text(how, { size: 12, ink: 'muted' });
  return sheet.finish();
}

async function drawBlock(sheet: Sheet, block: Block): Promise<void> {
  switch (block.kind) {
    case 'figure':
      return drawFigure(sheet, block);
    case 'headline':
      return sheet.text(block.text, { size: block.large ? 26 : 18, bold: true });
    case 'text':
      return drawText(sheet, block.text, block.look ?? 'plain');
    case 'space':
      return sheet.space(12);
    case 'bar':
      return drawBar(sheet, block.parts);
    case 'columns':
      return drawColumns(sheet, block);
    case 'legend':
      return drawLegend(sheet, block.entries);
    case 'rows':
      return block.rows.forEach((row) => drawRow(sheet, row));
    case 'drawing':
      return drawChart(sheet, block);
  }
}

const LOOKS: Record<Look, { ink: Paint; bold?: boolean; size?: number }> = {
  plain: { ink: 'text' },
  strong: { ink: 'text', bold: true },
  muted: { ink: 'muted', size: 12 },
  warning: { ink: 'warning', bold: true },
  better: { ink: 'better', bold: true },
  worse: { ink: 'worse', bold: true },
};

function drawText(sheet: Sheet, said: string, look: Look): void {
  const { ink, bold = false, size = 14 } = LOOKS[look];
  sheet.text(said, { size, bold, ink });
  sheet.space(2);
}

function drawFigure(sheet: Sheet, { before, value, of, basis, ink = 'on_ai' }: Extract<Block, { kind: 'figure' }>): void {
  if (before) sheet.text(before, { size: 16, bold: true, ink });
  const large = { size: 48, bold: true, ink } as const;
  const small = { size: 16, bold: true, ink } as const;
  const x = sheet.widthOf(value, large) + 10;
  const fits = x + sheet.widthOf(of, small) <= INNER;
  if (of !== '' && fits) sheet.beside(of, small, { x, foot: large.size });
  sheet.text(value, large);
  if (of !== '' && !fits) sheet.text(of, small);
  if (basis !== undefined) sheet.text(basis, { size: 14 });
  sheet.space(4);
}

const BAR = 32;

function drawBar(sheet: Sheet, parts: Extract<Block, { kind: 'bar' }>['parts']): void {
  sheet.space(16);
  let x = MARGIN;
  const boxes = parts.map(({ sign, share }) => {
    const width = INNER * share;
    x += width;
    return { sign, box: { x: x - width, width: share > 0 ? Math.max(2, width - 2) : 0, height: BAR } };
  });
  sheet.draw(BAR + 6, (ctx, y) => boxes.forEach(({ sign, box }) => area(ctx, sign, { ...box, y })));
  for (const part of parts) drawEntry(sheet, part);
}

function drawEntry(sheet: Sheet, { sign, name, value }: Entry): void {
  sheet.mark((ctx, y) => area(ctx, sign, { x: MARGIN, y: y + 5, width: 12, height: 12 }));
  const free = sheet.end(value, { size: 14, bold: true }) + 16;
  sheet.text(name, { size: 14, indent: 20, free });
}

function drawRow(sheet: Sheet, { name, value, strong = false }: { name: string; value: string; strong?: boolean }): void {
  sheet.space(5);
  const free = sheet.end(value, { size: 14, bold: strong }) + 16;
  sheet.text(name, { size: 14, bold: strong, free });
  sheet.rule();
  sheet.space(-8);
}

const COLUMNS = 130;

function drawColumns(sheet: Sheet, { columns, top, labels }: Extract<Block, { kind: 'columns' }>): void {
  sheet.space(12);
  if (top !== null) sheet.text(top, { size: 12, ink: 'muted' });
  const step = INNER / columns.length;
  sheet.draw(COLUMNS, (ctx, y) => columns.forEach((column, at) => drawColumn(ctx, column, { x: MARGIN + at * step + step * 0.12, y, width: step * 0.76 })));
  const share = INNER / labels.length;
  labels.forEach((label, at) => {
    const writing = { size: 12, ink: 'muted' } as const;
    // As many labels as columns stand below their middles; fewer, where their part of the axis begins.
    const inset = labels.length === columns.length ? (share - sheet.widthOf(label, writing)) / 2 : 0;
    sheet.beside(label, writing, { x: at * share + inset, foot: writing.size });
  });
  sheet.space(24);
}

function drawColumn(ctx: CanvasRenderingContext2D, column: Column, { x, y, width }: { x: number; y: number; width: number }): void {
  let foot = y + COLUMNS;
  for (const { sign, height } of column) {
    const pixels = COLUMNS * height;
    foot -= pixels;
    area(ctx, sign, { x, y: foot, width, height: Math.max(0, pixels - 1) });
  }
}

const SIGN = 20;

/** As many beside each other as there is room for. */
function drawLegend(sheet: Sheet, entries: readonly Omit<Entry, 'value'>[]): void {
  const writing = { size: 12, ink: 'muted' } as const;
  let x = 0;
  for (const { sign, name } of entries) {
    const width = SIGN + 6 + sheet.widthOf(name, writing);
    if (x > 0 && x + width > INNER) {
      sheet.space(18);
      x = 0;
    }
    const [left, size] = [MARGIN + x, sign.fill === 'line' ? SIGN : 12];
    sheet.mark((ctx, y) => area(ctx, sign, { x: left, y: y + 3, width: size, height: 12 }));
    sheet.beside(name, writing, { x: x + size + 6, foot: writing.size });
    x += width + 16;
  }
  sheet.space(26);
}

async function drawChart(sheet: Sheet, { make, instead }: Extract<Block, { kind: 'drawing' }>): Promise<void> {
  const drawing = await make({ width: INNER, theme: chartThemeOf(sheet.font) });
  if (drawing === null) {
    for (const block of instead) await drawBlock(sheet, block);
    return;
  }
  sheet.space(12);
  sheet.draw(drawing.height, (ctx, y) => {
    ctx.save();
    ctx.translate(MARGIN, y);
    drawing.paint(ctx);
    ctx.restore();
  });
  sheet.space(8);
}
