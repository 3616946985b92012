import { PAINTS } from './paints.ts';
import type { LineSign, Sign } from './picture.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const OPACITY: Partial<Record<Sign['fill'], number>> = { pale: 0.3, faint: 0.2 };

/** An area with its sign: filled, pale with a rim, hatched or empty. A line has a sign in legends only. */
export function area(ctx: CanvasRenderingContext2D, sign: Sign, box: Box): void {
  if (box.width <= 0 || box.height <= 0) return;
  const { ink, fill } = sign;
  ctx.save();
  if (fill === 'line') line(ctx, sign, box);
  else if (fill === 'cross') cross(ctx, PAINTS[ink], box);
  else surface(ctx, { ink, fill }, box);
  ctx.restore();
}

function surface(ctx: CanvasRenderingContext2D, { ink, fill }: Pick<Sign, 'ink' | 'fill'>, box: Box): void {
  const { x, y, width, height } = box;
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, Math.min(3, width / 2, height / 2));
  ctx.clip();
  ctx.fillStyle = ctx.strokeStyle = PAINTS[ink];
  ctx.globalAlpha = OPACITY[fill] ?? 1;
  if (fill !== 'hatched' && fill !== 'empty') ctx.fillRect(x, y, width, height);
  if (fill === 'hatched' || fill === 'empty' || fill === 'pale') {
    ctx.globalAlpha = 1;
    // Half of it is outside of the clip.
    ctx.lineWidth = fill === 'empty' ? 2 : 3;
    ctx.stroke();
  }
  if (fill === 'hatched') hatch(ctx, box);
}

function line(ctx: CanvasRenderingContext2D, { ink, dash, mark }: LineSign, { x, y, width, height }: Box): void {
  const [middle, foot] = [x + width / 2, y + height / 2];
  ctx.strokeStyle = PAINTS[ink];
  ctx.fillStyle = mark === 'point' || mark === 'triangle' ? PAINTS[ink] : PAINTS.paper;
  ctx.lineWidth = 2;
  ctx.setLineDash([...dash]);
  ctx.beginPath();
  ctx.moveTo(x, foot);
  ctx.lineTo(x + width, foot);
  ctx.stroke();
  if (mark === null) return;
  if (mark === 'box') return range(ctx, { x, y, width, height });
  ctx.setLineDash([]);
  ctx.beginPath();
  if (mark === 'point' || mark === 'hollow') ctx.arc(middle, foot, 3.5, 0, 2 * Math.PI);
  else {
    ctx.moveTo(middle, foot - 5);
    ctx.lineTo(middle + 5, foot + 4);
    ctx.lineTo(middle - 5, foot + 4);
    ctx.closePath();
  }
  ctx.fill();
  ctx.stroke();
}

/** What is expected: a stroke in a dashed box. */
function range(ctx: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  ctx.lineWidth = 1;
  ctx.setLineDash([3, 3]);
  ctx.beginPath();
  ctx.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, 3);
  ctx.stroke();
}

function cross(ctx: CanvasRenderingContext2D, ink: string, { x, y, width, height }: Box): void {
  const [middle, foot] = [x + width / 2, y + height / 2];
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(middle - 4, foot - 4);
  ctx.lineTo(middle + 4, foot + 4);
  ctx.moveTo(middle + 4, foot - 4);
  ctx.lineTo(middle - 4, foot + 4);
  ctx.stroke();
}

/** Stripes across a box; whoever draws them clips. */
export function hatch(ctx: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  ctx.lineWidth = 2;
  for (let at = x - height; at < x + width; at += 6) {
    ctx.beginPath();
    ctx.moveTo(at, y + height);
    ctx.lineTo(at + height, y);
    ctx.stroke();
  }
}
