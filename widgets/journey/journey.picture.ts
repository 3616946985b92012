import { type Drawing, type Ground, hatch, PAINTS, text, type Told } from '#kit';
import { type JourneyLayout, journeyLayout } from './journey.layout.ts';
import type { JourneyView, StationView } from './journey.view.ts';
import { wordsIn } from './measure.ts';

/** The card as a picture: the same layout as on the page, at the picture's own width, or its rows where there is none. */
export function journeyPicture({ story, stations, rough, foot }: JourneyView): Told {
  if (stations.length === 0) return { blocks: [{ kind: 'headline', text: story.strong }, ...text(foot)] };
  const rows = stations.map(({ path, number, share }) => ({ name: path, value: share === null ? number : `${number} · ${share}` }));
  return {
    rough,
    blocks: [
      { kind: 'headline', text: story.strong },
      ...text(story.rest),
      { kind: 'drawing', make: (ground) => drawingOf(stations, ground), instead: [{ kind: 'rows', rows }] },
      ...text(foot, 'muted'),
    ],
  };
}

async function drawingOf(stations: readonly StationView[], { width, theme: { font } }: Ground): Promise<Drawing | null> {
  const layout = journeyLayout(stations, wordsIn(font, stations), width);
  if (layout === null) return null;
  return { height: layout.height, paint: (ctx) => stations.forEach((station) => paint(ctx, station, { layout, font })) };
}

const ROLES = { ai: PAINTS.ai, team: PAINTS.human, came_back: PAINTS.reopened, other: PAINTS.other } as const satisfies Record<StationView['role'], string>;

function paint(ctx: CanvasRenderingContext2D, station: StationView, { layout, font }: { layout: JourneyLayout; font: string }): void {
  const way = layout.ways.find(({ id }) => id === station.id);
  const { x, y, width, height, label } = layout.stations.find(({ id }) => id === station.id)!;
  ctx.fillStyle = ctx.strokeStyle = ROLES[station.role];
  if (way !== undefined) paintWay(ctx, way.path, { hatched: station.role === 'came_back', layout });
  ctx.fillRect(x, y, width, height);
  const { name, number, share } = station;
  const words = [
    { said: name, weight: 400, ink: PAINTS.text },
    { said: number, weight: 600, ink: PAINTS.text },
    ...(share === null ? [] : [{ said: share, weight: 400, ink: PAINTS.muted }]),
  ];
  let at = label.x;
  words.forEach(({ said, weight, ink }, index) => {
    if (label.lines === 2 && index === 1) at = label.x;
    ctx.font = `${weight} 13px ${font}`;
    ctx.textBaseline = 'alphabetic';
    ctx.fillStyle = ink;
    ctx.fillText(said, at, label.lines === 1 ? label.y + label.height / 2 + 4.5 : label.y + (index === 0 ? 13 : 30));
    at += ctx.measureText(said).width + 6;
  });
}

/** Pale, as the ways lie below the words; stripes for chats that came back. */
function paintWay(ctx: CanvasRenderingContext2D, path: string, { hatched, layout }: { hatched: boolean; layout: JourneyLayout }): void {
  const shape = new Path2D(path);
  ctx.save();
  ctx.globalAlpha = hatched ? 0.25 : 0.35;
  ctx.fill(shape);
  if (hatched) {
    ctx.globalAlpha = 0.7;
    ctx.clip(shape);
    hatch(ctx, { x: 0, y: 0, width: layout.width, height: layout.height });
  }
  ctx.restore();
}
