import type { JourneyNode } from '@qontak/impact-contract';
import type { StationView } from './journey.view.ts';
import { WORD_GAP, type Words } from './room.ts';

/** The size of the words in the drawing, in px; the styles say the same. */
const SIZE = 13;
/** A font that is not loaded yet may turn out a little wider than its stand-in. */
const SLACK = 1.04;

let canvas: CanvasRenderingContext2D | null = null;

/** How wide the words of every station will be, measured without touching the page. */
export function wordsIn(family: string, stations: readonly StationView[]): ReadonlyMap<JourneyNode, Words> {
  canvas ??= document.createElement('canvas').getContext('2d');
  const measure = (text: string, weight: number): number => {
    // Without a canvas (a browser that hides it from fingerprinting): wider than any usual font.
    if (canvas === null) return text.length * SIZE * 0.7;
    canvas.font = `${weight} ${SIZE}px ${family}`;
    return Math.ceil(canvas.measureText(text).width * SLACK);
  };
  return new Map(
    stations.map(({ id, name, number, share }) => [
      id,
      { name: measure(name, 400), figures: measure(number, 600) + (share === null ? 0 : WORD_GAP + measure(share, 400)) },
    ]),
  );
}
