import { FeaturesController } from '#state';

/** Whose numbers are drawn now: drawing one element is one stretch of code, and the functions that draw its parts need not be told each time. */
let drawn: object | null = null;

/** Draws an element as one whose numbers open their chats, or do not. */
export function drawingOf(element: object, draw: () => void): void {
  drawn = element;
  try {
    draw();
  } finally {
    drawn = null;
  }
}

/** Whether the element that is drawn now lets its numbers open their chats. */
export const offersChats = (): boolean => drawn === null || (FeaturesController.of(drawn)?.offers('chats') ?? true);
