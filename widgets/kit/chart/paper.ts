import type { Size } from './frame.ts';

/**
 * Pictures are printed at this many dots per CSS pixel at least, a screen's single one is blurred on paper; and laid out for about the
 * width of a sheet, else the letters of a wide window shrink with its picture.
 */
const PAPER = { ratio: 3, width: 640 };

/** For the style sheet, too. */
const PRINTING = 'data-print';

export const isPrinting = (box: HTMLElement): boolean => box.hasAttribute(PRINTING);

export const setPrinting = (box: HTMLElement, printing: boolean): void => void box.toggleAttribute(PRINTING, printing);

export const sizeIn = (box: HTMLElement, size: Size): Size => (isPrinting(box) ? { ...size, width: PAPER.width } : size);

export const ratioIn = (box: HTMLElement): number => (isPrinting(box) ? Math.max(PAPER.ratio, devicePixelRatio) : devicePixelRatio);
